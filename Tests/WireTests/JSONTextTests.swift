// SPDX-License-Identifier: Apache-2.0
// From literal to text and back.

import Testing
import Wire

@Suite struct JSONTextTests {
  @Test(arguments: [
    (#""""#, ""), (#""\"\\\/""#, "\"\\/"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u4ED3""#, "Aé仓"), (#""\ud83d\ude00!""#, "😀!"),
    (#""\udbff\udfff""#, "\u{10FFFF}"),
    (#""\\u0041""#, #"\u0041"#), (#""\u0000""#, "\0"),
  ])
  func `a literal is decoded to its text`(literal: String, text: String) throws {
    let value = try json(literal)
    #expect(value.string.map { Array($0.utf8) } == Array(text.utf8))
    #expect(!value.hasLoneSurrogate)
  }

  @Test(arguments: [
    (#""\ud800""#, "\u{FFFD}"), (#""\udc00""#, "\u{FFFD}"),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""a\ud800b""#, "a\u{FFFD}b"),
    (#""\ud83d\n\ude00""#, "\u{FFFD}\n\u{FFFD}"),
  ])
  func `a lone surrogate becomes U+FFFD and is told`(literal: String, text: String) throws {
    let value = try json(literal)
    #expect(value.string == text)
    #expect(value.hasLoneSurrogate)
  }

  @Test func `a lone surrogate in a name is told by the document`() throws {
    let root = try json(#"{"\ud800":"fine"}"#)
    #expect(root.members.map(\.key.hasLoneSurrogate) == [true])
    #expect(root.members.map(\.value.hasLoneSurrogate) == [false])
    #expect(root.members.map(\.name) == ["\u{FFFD}"])
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{8}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u001F\u{7F}\""), ("é仓😀", "\"é仓😀\""),
    ("\r\n", #""\r\n""#), ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func `quoting escapes what has to be escaped`(text: String, literal: String) throws {
    #expect(Array(JSONText.quote(text).utf8) == Array(literal.utf8))
    #expect(try json(JSONText.quote(text)).string.map { Array($0.utf8) } == Array(text.utf8))
  }
}
