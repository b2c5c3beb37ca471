// SPDX-License-Identifier: Apache-2.0
// The Markdown door: headings, emphasis, fences and escapes as the lines that a page of text has.

import Wire

/// Takes the marks of Markdown off lines, and keeps what they said of them; a page of plain text
/// stays as it is.
struct MarkdownReader {
  private let lines: [Line]
  private var place = 0
  private var result: [Line] = []

  static func lines(of lines: [Line]) throws(PageError) -> [Line] {
    var reader = MarkdownReader(lines: lines)
    try reader.read()
    return reader.result
  }

  /// Whether some line is a heading or a fence of Markdown, or the rule under the head of a table.
  static func isMarkdown(_ lines: [Line]) -> Bool {
    lines.contains { $0.atxHeading != nil || $0.fence != nil || $0.pipedRule > 1 }
  }

  private init(lines: [Line]) { self.lines = lines }

  private mutating func read() throws(PageError) {
    skipFrontMatter()
    while place < lines.count {
      if let mark = lines[place].fence {
        readFence(mark)
      } else if lines[place].text.contains("<table") {
        try readMarkup()
      } else {
        readLine()
      }
    }
  }

  /// What stands between two lines of dashes at the beginning; its title is that of the page.
  private mutating func skipFrontMatter() {
    guard lines.first?.words == "---",
      let end = lines.dropFirst().firstIndex(where: { $0.words == "---" })
    else { return }
    for line in lines[..<end] where line.words.hasPrefix("title:") {
      let title = line.words.dropFirst("title:".count).trimmed.filter { $0 != "\"" }
      result.append(Line(number: line.number, text: title, mark: .heading(1)))
    }
    place = end + 1
  }

  private mutating func readFence(_ mark: Substring) {
    place += 1
    while place < lines.count {
      var line = lines[place]
      place += 1
      if let end = line.fence, end.hasPrefix(mark), line.words.count == end.count { return }
      line.mark = .code
      result.append(line)
    }
  }

  /// A table of HTML, which Markdown leaves to those who need more than pipes.
  private mutating func readMarkup() throws(PageError) {
    let end = lines[place...].firstIndex { $0.text.contains("</table>") } ?? lines.count - 1
    let offset = lines[place].number - 1
    result += try HTMLReader.lines(of: HTMLTidy.text(of: Array(lines[place...end]))).map { line in
      Line(number: line.number + offset, text: line.text)
    }
    place = end + 1
  }

  private mutating func readLine() {
    let line = lines[place]
    let next = place + 1 < lines.count ? lines[place + 1] : Line(number: 0, text: "")
    place += 1
    let isAlone = result.last?.words.isEmpty ?? true
    if let (level, text) = line.atxHeading {
      result.append(Line(number: line.number, text: text.withoutMarks, mark: .heading(level)))
    } else if isAlone, !line.words.isEmpty, !line.text.contains("|"), let level = next.setextLevel {
      result.append(Line(number: line.number, text: line.text.withoutMarks, mark: .heading(level)))
      place += 1
    } else if next.pipedRule > 1, line.cellCount == next.pipedRule || line.words.hasPrefix("|") {
      readTable()
    } else {
      result.append(line.unmarked)
    }
  }

  /// The head of a table and its rows, each with pipes around it.
  private mutating func readTable() {
    place -= 1
    while place < lines.count, lines[place].text.contains("|") {
      let line = lines[place]
      place += 1
      if line.pipedRule > 0 { continue }
      let cells = line.cells.map(\.withoutMarks).joined(separator: " | ")
      result.append(Line(number: line.number, text: "| \(cells) |"))
    }
  }
}

extension Line {
  /// The level and text of a heading such as `## URI ##`.
  fileprivate var atxHeading: (level: Int, text: String)? {
    let level = text.prefix { $0 == "#" }.count
    guard (1...6).contains(level), text.dropFirst(level).first?.isWhitespace == true else {
      return nil
    }
    var title = text.dropFirst(level).trimmed
    if let end = title.firstRange(of: " {#") { title = String(title[..<end.lowerBound]) }
    while title.hasSuffix("#") { title.removeLast() }
    return title.trimmed.isEmpty ? nil : (level, title.trimmed)
  }

  /// The marks that open or close a block of code.
  fileprivate var fence: Substring? {
    let text = words[...]
    for mark in ["`", "~"] as [Character] {
      let marks = text.prefix { $0 == mark }
      if marks.count > 2 { return marks }
    }
    return nil
  }

  /// The level that the line gives to the one above it.
  fileprivate var setextLevel: Int? {
    let text = words
    guard text.count > 2, let mark = text.first, text.allSatisfy({ $0 == mark }) else { return nil }
    return mark == "=" ? 1 : mark == "-" ? 2 : nil
  }

  /// The number of columns, for the line of dashes under the head of a table; 0 for any other.
  fileprivate var pipedRule: Int {
    let parts = cells
    guard text.contains("|"), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("-:".contains) })
    else { return 0 }
    return parts.contains { $0.contains("-") } ? parts.count : 0
  }

  fileprivate var cellCount: Int { cells.count }

  /// What stands between pipes; an escaped one is none.
  fileprivate var cells: [String] {
    var inside = words.replacing("\\|", with: "¦")[...]
    if inside.hasPrefix("|") { inside = inside.dropFirst() }
    if inside.hasSuffix("|") { inside = inside.dropLast() }
    return inside.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// A line of text without its marks; one that is emphasised as a whole may be a heading.
  fileprivate var unmarked: Line {
    // An example without a fence is kept byte for byte.
    if let first = words.first, "{}[]\"".contains(first) { return self }
    var text = words
    while text.hasPrefix("> ") { text = text.dropFirst(2).trimmed }
    let bullet = ["- ", "* ", "+ "].first(where: text.hasPrefix)
    let item = bullet.map { text.dropFirst($0.count).trimmed } ?? text
    let isStrong = ["**", "__"].contains { mark in
      item.hasPrefix(mark) && item.hasSuffix(mark) && item.count > 4
        && !item.dropFirst(2).dropLast(2).contains(mark)
    }
    let plain = isStrong ? item.dropFirst(2).dropLast(2).trimmed.withoutMarks : item.withoutMarks
    let landmark = Line(number: number, text: plain, mark: isStrong ? .strong : nil)
    if isStrong || bullet != nil && (Landmark(landmark) != nil || plain.namesRequest) {
      return landmark
    }
    return Line(number: number, text: self.text.withoutMarks)
  }
}

extension String {
  /// Whether it begins with a method and a path.
  var namesRequest: Bool {
    let words = split(whereSeparator: \.isWhitespace)
    return words.count > 1 && words[0].allSatisfy(\.isUppercase) && words[1].contains("/")
  }

  /// The text without emphasis, code marks, links, anchors, escapes and the tags within a line.
  fileprivate var withoutMarks: String {
    guard contains(where: { "*`[\\<&".contains($0) }) else { return self }
    return withoutTags.withoutLinks.unescaped
      .replacing("**", with: "").replacing("`", with: "").withoutSingleMarks
  }

  /// `[text](place)` as its text.
  private var withoutLinks: String {
    var text = self
    while let middle = text.firstRange(of: "]("),
      let start = text[..<middle.lowerBound].lastIndex(of: "["),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    {
      let words = text[text.index(after: start)..<middle.lowerBound]
      text.replaceSubrange(start...end, with: String(words))
    }
    return text
  }

  private var withoutTags: String {
    var text = self
    for (tag, replacement) in [("<br>", "\n"), ("<br/>", "\n"), ("<br />", "\n"), ("<li>", "\n")] {
      text = text.replacing(tag, with: replacement)
    }
    for tag in ["a", "p", "b", "i", "em", "strong", "code", "ul", "ol", "li", "span", "sup"] {
      while let start = text.tagRange(tag) { text.removeSubrange(start) }
    }
    for (name, character) in Self.references { text = text.replacing(name, with: character) }
    return text
  }

  private static let references = [
    ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#124;", "¦"),
    ("&amp;", "&"),
  ]

  /// The first start or end tag of that name.
  private func tagRange(_ name: String) -> Range<Index>? {
    for opening in ["<\(name)>", "<\(name) ", "</\(name)>"] {
      guard let start = firstRange(of: opening) else { continue }
      let last = index(before: start.upperBound)
      guard let end = self[last...].firstIndex(of: ">") else { continue }
      return start.lowerBound..<index(after: end)
    }
    return nil
  }

  /// The text without the backslashes that keep marks from being marks.
  private var unescaped: String {
    var text = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first, "_*{}[]<>#-|.()".contains(next) { continue }
      text.append(character)
    }
    return text
  }

  /// The text without a single mark at each end.
  private var withoutSingleMarks: String {
    for mark in ["*", "_"] where count > 2 && hasPrefix(mark) && hasSuffix(mark) {
      return String(dropFirst().dropLast())
    }
    return self
  }
}
