// SPDX-License-Identifier: Apache-2.0
// Makes bodies that are nearly JSON out of bodies that are or were.

import Wire

/// An endless, repeatable supply of damaged texts; one to four changes to a text chosen by chance.
public struct JSONMutator: Sendable {
  private let texts: [[UInt8]]
  private let documents: [JSONDocument]
  private var random: SeededRandom

  /// The longest text that is handed out.
  public static let lengthLimit = 4096

  /// - Precondition: there is at least one text to start from.
  public init(texts: [[UInt8]], seed: UInt64) {
    precondition(!texts.isEmpty, "no text to start from")
    self.texts = texts
    documents = texts.compactMap { try? JSONDocument(parsing: $0) }
    random = SeededRandom(seed: seed)
  }

  public mutating func next() -> [UInt8] {
    let document = Bool.random(using: &random) ? documents.randomElement(using: &random) : nil
    var text = document?.bytes ?? texts.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&text) }
    return Array(text.prefix(Self.lengthLimit))
  }

  private mutating func change(_ text: inout [UInt8]) {
    let range = range(in: text)
    switch Int.random(in: 0...9, using: &random) {
    case 0 where !text.isEmpty:
      let bit = Int.random(in: 0...7, using: &random)
      text[Int.random(in: text.indices, using: &random)] ^= 1 << bit
    case 1: text.removeSubrange(range)
    case 2: text.insert(contentsOf: text[range], at: range.upperBound)
    case 3:
      let other = texts.randomElement(using: &random) ?? []
      text.replaceSubrange(range, with: other[self.range(in: other)])
    case 4: text.insert(.random(in: 0...255, using: &random), at: range.lowerBound)
    case 5, 6, 7: graft(onto: &text)
    default:
      let token = Self.tokens.randomElement(using: &random) ?? ""
      text.replaceSubrange(Bool.random(using: &random) ? range : range.prefix(0), with: token.utf8)
    }
  }

  /// Puts a value of another document in the place of a value, so that the text stays JSON.
  private mutating func graft(onto text: inout [UInt8]) {
    guard let document = try? JSONDocument(parsing: text),
      let other = documents.randomElement(using: &random)
    else { return }
    text.replaceSubrange(value(in: document).span, with: value(in: other).rawBytes)
  }

  private mutating func value(in document: JSONDocument) -> JSONValue {
    var value = document.root
    while Int.random(in: 0...3, using: &random) > 0 {
      let children = Array(value.elements) + value.members.map(\.value)
      guard let child = children.randomElement(using: &random) else { break }
      value = child
    }
    return value
  }

  /// Mostly a short range, so that what is around it stays JSON.
  private mutating func range(in text: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...text.count, using: &random)
    let longest = Bool.random(using: &random) ? 4 : text.count
    return start..<min(text.count, start + Int.random(in: 0...longest, using: &random))
  }

  private static let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "[]", "{}", "\"\"", "\"a\":", ",1",
    ",\"b\"",
    "true", "false", "null", "NaN", "Infinity", "0", "-0", "1.0", "1e0", "-", ".", "e", "E+",
    "9007199254740993", "1e999", "\\u0061", "\\u0000", "\\ud83d", "\\ude00", "\\ud83d\\ude00",
    "\\n", "\\x", "\u{7F}", "é", "e\u{301}", "仓", "😀", "\u{FEFF}", "\u{2028}", "//", "/**/", "'",
    "[[[[[[[[", "]]]]]]]]", "{\"a\":{\"a\":", "abcdefgh",
  ]
}
