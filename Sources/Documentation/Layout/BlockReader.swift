// SPDX-License-Identifier: Apache-2.0
// From lines to blocks: finds out which lines are headings, captions and tables.

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

  private init(lines: [Line]) {
    self.lines = lines
  }

  /// The headings that stand behind what comes before them, on its line.
  private static let merging = [Section.responseExample, .samples]
    .flatMap { $0.headings.values.joined() }

  /// A request or an example, and the heading that an extraction has put behind it on its line.
  private static func unmerged(_ line: Line) -> [Line] {
    let text = line.words
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
    let text = line.words
    if let section = Section(heading: text) {
      block = .heading(section, line)
    } else if let status = Self.status(text) {
      block = .status(Stated(status, line: line.number))
    } else if let caption = Self.caption(text) {
      block = .caption(caption, line)
    } else {
      return nil
    }
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
    let caption = rest.dropFirst(number.count)
    return number.isEmpty || caption.first?.isWhitespace != true ? nil : caption.trimmed
  }
}

extension String {
  /// The last place of a text in this one.
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
