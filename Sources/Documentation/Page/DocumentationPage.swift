// SPDX-License-Identifier: Apache-2.0
// The way into this room: a file's bytes, text or HTML, as numbered lines.

import Wire

/// A documentation page as lines, whatever it was written in.
public struct DocumentationPage: Sendable, Hashable {
  /// The most bytes that a page may have; pages of one operation have about 10,000.
  public static let byteLimit = 4 << 20

  let lines: [Line]

  /// Takes text in UTF-8 or HTML; throws what keeps the bytes from being either.
  public init(_ bytes: [UInt8]) throws(PageError) {
    guard bytes.count <= Self.byteLimit else { throw .tooLong }
    if let offset = Self.firstByteOutsideText(bytes) { throw .notText(offset) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { index, line in
        let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return Line(number: index + 1, text: String(decoding: end, as: UTF8.self))
      }
    if Self.isMarkup(lines), Self.isDocument(lines) || !MarkdownReader.isMarkdown(lines) {
      self.lines = try HTMLReader.lines(of: HTMLTidy.text(of: lines))
    } else {
      self.lines = try MarkdownReader.lines(of: lines)
    }
  }

  /// A page of markup begins with a tag; a page of text has its title there.
  private static func isMarkup(_ lines: [Line]) -> Bool {
    let first = lines.first { !$0.words.isEmpty }?.words ?? ""
    return first.hasPrefix("<") || first.hasPrefix("\u{FEFF}<")
  }

  /// Whether the tag is that of a whole document; pages of Markdown may begin with another one.
  private static func isDocument(_ lines: [Line]) -> Bool {
    let first = lines.first { !$0.words.isEmpty }?.words.lowercased() ?? ""
    return ["<!doctype", "<html", "<head", "<body", "<?xml"].contains { first.contains($0) }
  }

  /// The first control byte, or the first place at which the bytes are not UTF-8.
  private static func firstByteOutsideText(_ bytes: [UInt8]) -> Int? {
    let control = bytes.firstIndex { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    guard control == nil, String(validating: bytes, as: UTF8.self) == nil else { return control }
    var (parser, rest, offset) = (UTF8.ForwardParser(), bytes.makeIterator(), 0)
    while case .valid(let character) = parser.parseScalar(from: &rest) { offset += character.count }
    return offset
  }
}
