// SPDX-License-Identifier: Apache-2.0
// From lines to blocks: finds out which lines are headings, captions and tables.

import Wire

/// Reads the lines of a page one after the other.
struct BlockReader {
  private let lines: [Line]
  private var place = 0

  static func blocks(of page: DocumentationPage) -> [Block] {
    var reader = BlockReader(lines: page.lines.flatMap(unmerged))
    var blocks: [Block] = []
    while let block = reader.next() { blocks.append(block) }
    return blocks
  }

  private init(lines: [Line]) { self.lines = lines }

  /// The headings that stand behind what comes before them, on its line.
  private static let merging = [Section.responseExample, .samples]
    .flatMap { $0.headings.values.joined() }

  /// A request or an example, and the heading that an extraction has put behind it on its line.
  private static func unmerged(_ line: Line) -> [Line] {
    let text = line.words
    guard line.mark == nil else { return [line] }
    let lower = text.lowercased()
    guard let heading = merging.first(where: { lower.hasSuffix(" " + $0) }) else { return [line] }
    let start = text.dropLast(heading.count).trimmed
    let isMerged = start.hasSuffix("}") || start.hasSuffix("]") || start.contains("://")
    guard isMerged, let end = line.text.lastRange(of: start) else { return [line] }
    return [
      Line(number: line.number, text: String(line.text[..<end.upperBound])),
      Line(number: line.number, text: String(text.suffix(heading.count))),
    ]
  }

  private mutating func next() -> Block? {
    guard place < lines.count else { return nil }
    let line = lines[place]
    if line.mark == .code {
      place += 1
      return .text(line)
    }
    if let (columns, start) = PipedTable.head(lines, at: place) {
      let table = PipedTable.read(lines, columns, from: start)
      place = table.end
      return .table(table.table)
    }
    if let head = LooseTable.head(lines, at: place) {
      let table = LooseTable.read(lines, head)
      place = table.end
      return .table(table.table)
    }
    place += 1
    return Landmark(line)?.block ?? .text(line)
  }
}

/// A line that stands between tables.
struct Landmark {
  var block: Block

  init?(_ line: Line) {
    let text = line.isSetOff ? line.words.withoutNumber : line.words
    if let section = Section(heading: text, isSetOff: line.isSetOff) {
      block = .heading(section, Line(number: line.number, text: text, mark: line.mark))
    } else if let status = line.isSetOff ? Self.setOffStatus(text) : Self.status(text) {
      block = .status(Stated(status, line: line.number))
    } else if let caption = Self.caption(text) {
      block = .caption(caption, line)
    } else if line.isSetOff, line.mark != .heading(1), !text.namesRequest {
      block = .caption(text.withoutKind, line)
    } else {
      return nil
    }
  }

  /// `200`, `200 OK`, `Status code 200` or `HTTP 200 OK`.
  private static func setOffStatus(_ text: String) -> Int? {
    var rest = text.lowercased()[...]
    for word in ["http", "response", "响应", "status", "code", "状态码"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
    }
    rest = rest.drop { ":\u{FF1A}".contains($0) || $0.isWhitespace }
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    let isWhole = rest.dropFirst(3).first.map { !$0.isLetter } ?? true
    return number.count == 3 && isWhole
      ? Int(number).flatMap { (100...599).contains($0) ? $0 : nil } : nil
  }

  private static func status(_ text: String) -> Int? {
    guard let start = ["状态码", "status code"].first(where: text.lowercased().hasPrefix) else {
      return nil
    }
    let rest = text.dropFirst(start.count).trimmed
    guard rest.hasPrefix(":") || rest.hasPrefix("\u{FF1A}") else { return nil }
    let number = rest.dropFirst().trimmed
    return number.count == 3 ? Int(number) : nil
  }

  private static func caption(_ text: String) -> String? {
    guard let start = ["表", "Table"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(start.count).drop(while: \.isWhitespace)
    let number = rest.prefix(while: \.isNumber)
    var caption = rest.dropFirst(number.count)
    if caption.first == ":" || caption.first == "." { caption = caption.dropFirst() }
    return number.isEmpty || caption.first?.isWhitespace != true ? nil : caption.trimmed
  }
}

extension String {
  /// A heading without its number, such as `2.1 `, and without a colon behind it.
  fileprivate var withoutNumber: String {
    let number = prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let isNumbered =
      !number.isEmpty && number.count < 6 && dropFirst(number.count).first == " "
      && !(number.count == 3 && Int(number) != nil)
    let text = isNumbered ? dropFirst(number.count).trimmed : self
    return text.hasSuffix(":") || text.hasSuffix("\u{FF1A}") ? text.dropLast().trimmed : text
  }

  /// The name of a model in `JobDetail object`.
  fileprivate var withoutKind: String {
    let words = split(separator: " ")
    let isKind =
      words.count == 2 && ["object", "objects", "structure"].contains(words[1].lowercased())
    return isKind ? String(words[0]) : self
  }

  /// The last place of a text in this one.
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
