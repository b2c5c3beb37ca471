// SPDX-License-Identifier: Apache-2.0
// Holds names to what swiftc takes between backticks; each character here was tried with it.

import Testing

@testable import TestSource

@Suite struct RawIdentifierTests {
  @Test func `what the compiler refuses is written in another way`() {
    for (sentence, name) in [
      ("a `b` c", "a 'b' c"),
      (#"a \d b"#, "a /d b"),
      ("a\nb\r\nc\td", "a b  c d"),
      ("a\u{0}b\u{1B}c\u{7F}d\u{85}e", "a b c d e"),
      ("a\u{A0}b\u{3000}c\u{2028}d\u{202E}e", "a b c d e"),
      ("tasks[].x is 1 – “é”", "tasks[].x is 1 – “é”"),
      ("+-", "the text +-"),
      ("", "the text "),
    ] {
      #expect(RawIdentifier(sentence).name == name)
    }
  }

  @Test func `equal titles are told apart by the tails of their ids`() {
    let names = RawIdentifier.unique([("a holds", "x.a"), ("b holds", "b"), ("a holds", "y.a")])
    #expect(names.map(\.name) == ["a holds (x.a)", "b holds", "a holds (y.a)"])
  }

  @Test func `titles that differ only in a refused character are told apart`() {
    let names = RawIdentifier.unique([("a`b", "one"), ("a'b", "two")])
    #expect(names.map(\.name) == ["a'b (one)", "a'b (two)"])
  }
}
