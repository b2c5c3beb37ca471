// SPDX-License-Identifier: Apache-2.0
// Well-formed markup as tags and text, as far as the pages of a vendor need it.

import Wire

/// Goes over markup from front to back; elements have to be closed in the order of their opening.
struct MarkupScanner {
  enum Token: Equatable {
    case start(String)
    case end(String)
    /// With entities decoded; never empty.
    case text(String)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  /// An element that was opened and closed by one tag, whose end comes next.
  private var closing: String?
  /// The line behind the token that came last, from 1.
  private(set) var line = 1
  /// The line on which that token began.
  private(set) var tokenLine = 1

  init(_ markup: String) { bytes = Array(markup.utf8) }

  /// The next tag or text; nil at the end.
  ///
  /// - Throws: ``PageError`` where a tag is not ended, or does not end what is open.
  mutating func next() throws(PageError) -> Token? {
    if let name = closing {
      closing = nil
      return .end(name)
    }
    while at < bytes.count {
      tokenLine = line
      guard bytes[at] == UInt8(ascii: "<") else { return .text(text()) }
      if begins("<!--") {
        try skip(behind: "-->")
      } else if begins("<![CDATA[") {
        at += 9
        let start = at
        try skip(behind: "]]>")
        return .text(String(decoding: bytes[start..<at - 3], as: UTF8.self))
      } else if begins("<!") || begins("<?") {
        try skip(behind: ">")
      } else {
        return try tag()
      }
    }
    guard open.isEmpty else { throw broken }
    return nil
  }

  private var broken: PageError {
    .brokenMarkup(line: line, "after which it is no markup any more")
  }

  private func begins(_ mark: String) -> Bool { bytes[at...].starts(with: mark.utf8) }

  private mutating func move(to place: Int) {
    line += bytes[at..<place].count { $0 == UInt8(ascii: "\n") }
    at = place
  }

  private mutating func skip(behind mark: String) throws(PageError) {
    var place = at
    while !bytes[place...].starts(with: mark.utf8) {
      guard place < bytes.count else { throw broken }
      place += 1
    }
    move(to: place + mark.utf8.count)
  }

  private mutating func tag() throws(PageError) -> Token {
    var (place, quote) = (at + 1, UInt8?.none)
    while place < bytes.count, quote != nil || bytes[place] != UInt8(ascii: ">") {
      let byte = bytes[place]
      if quote == byte {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      place += 1
    }
    guard place < bytes.count else { throw broken }
    let inner = String(decoding: bytes[at + 1..<place], as: UTF8.self)
    let isEnd = inner.hasPrefix("/")
    let name = String(
      inner.dropFirst(isEnd ? 1 : 0).prefix { !$0.isWhitespace && $0 != "/" }
    ).lowercased()
    guard name.first?.isLetter == true, !isEnd || open.popLast() == name else { throw broken }
    move(to: place + 1)
    guard !isEnd else { return .end(name) }
    if inner.hasSuffix("/") { closing = name } else { open.append(name) }
    return .start(name)
  }

  private mutating func text() -> String {
    let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    let raw = String(decoding: bytes[at..<end], as: UTF8.self)
    move(to: end)
    guard raw.contains("&") else { return raw }
    return raw.replacing(#/&(#?\w{1,8});/#) { match in
      Self.meaning(ofEntity: match.output.1).map { String($0) } ?? String(match.output.0)
    }
  }

  private static func meaning(ofEntity name: Substring) -> Character? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let number =
        digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map(Character.init)
    }
  }
}
