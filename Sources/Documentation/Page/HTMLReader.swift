// SPDX-License-Identifier: Apache-2.0
// The HTML door: well-formed markup as the same lines that a page of text has.

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Turns rows of tables into lines with pipes, and every other block into lines of text.
final class HTMLReader: NSObject, XMLParserDelegate {
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
    let parser = XMLParser(data: Data(markup.utf8))
    let reader = HTMLReader()
    parser.delegate = reader
    guard parser.parse() else {
      throw .brokenMarkup(line: parser.lineNumber, "after which it is no markup any more")
    }
    reader.endBlock()
    return reader.lines
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "tr":
      endBlock()
      (cells, rowStart) = ([], parser.lineNumber)
    case "td", "th": text = ""
    case "br": text += cells == nil ? "\n" : " "
    case _ where Self.blocks.contains(name) && cells == nil:
      endBlock()
      isPreformatted = name == "pre"
    case _ where Self.blocks.contains(name): text += " "
    default: break
    }
    if text.isEmpty { start = parser.lineNumber }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
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

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if text.isEmpty, !characters.allSatisfy(\.isWhitespace), !isPreformatted {
      start = parser.lineNumber - characters.count { $0 == "\n" }
    }
    text += characters
  }

  private func endBlock() {
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
