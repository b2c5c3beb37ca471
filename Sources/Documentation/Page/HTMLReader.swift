// SPDX-License-Identifier: Apache-2.0
// The HTML door: well-formed markup as the same lines that a page of text has.

import Wire

/// Turns rows of tables into lines with pipes, and every other block into lines of text.
struct HTMLReader {
  private var lines: [Line] = []
  private var text = ""
  private var start = 1
  /// The cells of the row that is open; nil outside of a row.
  private var cells: [String]?
  private var rowStart = 1
  private var isPreformatted = false

  private static let blocks: Set = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "li", "ul", "ol", "pre", "caption", "title", "table",
    "thead", "tbody", "section", "article", "body", "head", "dt", "dd",
  ]

  /// The blocks of a page in order, each with the line it begins on.
  static func lines(of markup: String) throws(PageError) -> [Line] {
    var scanner = MarkupScanner(markup)
    var reader = HTMLReader()
    while true {
      switch try scanner.next() {
      case .start(let name): reader.begin(name, on: scanner.line)
      case .end(let name): reader.end(name)
      case .text(let text): reader.add(text, from: scanner.tokenLine)
      case nil:
        reader.endBlock()
        return reader.lines
      }
    }
  }

  private mutating func begin(_ name: String, on line: Int) {
    switch name {
    case "tr":
      endBlock()
      (cells, rowStart) = ([], line)
    case "td", "th": text = ""
    case "br": text += cells == nil ? "\n" : " "
    case _ where Self.blocks.contains(name) && cells == nil:
      endBlock()
      isPreformatted = name == "pre"
    case _ where Self.blocks.contains(name): text += " "
    default: break
    }
    if text.isEmpty { start = line }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "tr":
      let row = (cells ?? []).joined(separator: " | ")
      lines.append(Line(number: rowStart, text: "| \(row) |"))
      (cells, text) = (nil, "")
    case "td", "th":
      cells?.append(Self.oneLine(text).replacing("|", with: "¦"))
      text = ""
    case _ where Self.blocks.contains(name) && cells == nil: endBlock()
    default: break
    }
  }

  private mutating func add(_ characters: String, from line: Int) {
    if text.isEmpty, !characters.allSatisfy(\.isWhitespace), !isPreformatted { start = line }
    text += characters
  }

  private mutating func endBlock() {
    if isPreformatted {
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      lines += parts.enumerated().map { Line(number: start + $0, text: String($1)) }
    } else if !text.trimmed.isEmpty {
      lines += text.split(separator: "\n").map { Self.oneLine(String($0)) }
        .filter { !$0.isEmpty }.map { Line(number: start, text: $0) }
    }
    (text, isPreformatted) = ("", false)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
