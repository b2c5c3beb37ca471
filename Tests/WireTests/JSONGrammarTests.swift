// SPDX-License-Identifier: Apache-2.0
// RFC 8259 by example, out of Fixtures/json, and by exhaustion where the rule is small.

import Testing
import Wire

@Suite struct JSONGrammarTests {
  @Test(arguments: try JSONFixtures.names("y_"))
  func `a y_ file is JSON without loose ends`(name: String) throws {
    let document = try JSONDocument(parsing: JSONFixtures.bytes(name))
    #expect(!document.hasLoneSurrogate)
  }

  @Test(arguments: try JSONFixtures.names("i_"))
  func `an i_ file is accepted, and its lone surrogate is told`(name: String) throws {
    let document = try JSONDocument(parsing: JSONFixtures.bytes(name))
    #expect(document.hasLoneSurrogate)
  }

  @Test(arguments: try JSONFixtures.rejections())
  func `an n_ file is rejected where and why the table says`(
    rejection: JSONFixtures.Rejection
  ) throws {
    let error = try #require(syntaxError(JSONFixtures.bytes(rejection.file)))
    #expect(error.offset == rejection.offset)
    #expect(error.reason.description == rejection.reason)
  }

  @Test func `the table lists exactly the n_ files`() throws {
    #expect(try JSONFixtures.rejections().map(\.file).sorted() == JSONFixtures.names("n_"))
    #expect(try JSONFixtures.names().count >= 130)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `a hundred thousand open containers are an error, no crash`(opening: String) throws {
    let text = String(repeating: opening, count: 100_000)
    let error = try #require(syntaxError(text.utf8))
    #expect(error.reason == .tooDeep)
    #expect(text.utf8.prefix(error.offset).count { $0 == 0x5B || $0 == 0x7B } == 512)
  }

  @Test func `depth counts open containers, not all containers`() throws {
    let siblings = "[" + String(repeating: "[],", count: 2000) + "[]]"
    #expect(try json(siblings).count == 2001)
  }

  @Test(arguments: UInt8(0)..<0x20)
  func `a control character is refused in a string and named`(byte: UInt8) throws {
    let error = try #require(syntaxError([0x22, 0x61, byte, 0x22]))
    #expect(error == JSONSyntaxError(offset: 2, reason: .controlCharacter(byte)))
    #expect(error.reason.description.contains("U+00" + ASCII.hexadecimal(byte)))
  }

  @Test func `every short text of number letters is judged by the grammar`() throws {
    let grammar = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    var texts = [""]
    for _ in 0..<5 {
      texts = texts.flatMap { text in "-+.e01".map { text + String($0) } }
      for text in texts {
        #expect((syntaxError(text.utf8) == nil) == (text.wholeMatch(of: grammar) != nil), "\(text)")
      }
    }
  }

  @Test func `every sequence of two bytes is judged like the standard library`() {
    for pair in UInt16.min...UInt16.max {
      let bytes = [UInt8(pair >> 8), UInt8(truncatingIfNeeded: pair)]
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { continue }
      expectSameResults(bytes)
    }
  }

  @Test(arguments: UInt8(0xE0)...0xF7)
  func `longer sequences are judged like the standard library`(lead: UInt8) {
    let edges: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for second in edges {
      for third in edges {
        expectSameResults([lead, second, third])
        for fourth in edges { expectSameResults([lead, second, third, fourth]) }
      }
    }
  }

  private func expectSameResults(_ bytes: [UInt8]) {
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    let isAccepted = syntaxError([0x22] + bytes + [0x22]) == nil
    if isAccepted != isValid { Issue.record("\(bytes) is UTF-8: \(isValid)") }
  }

  @Test func `a special byte is found at every distance from the quote`() throws {
    for length in 0..<40 {
      let text = String(repeating: "a", count: length)
      #expect(try json("\"\(text)\\n\(text)\"").string == "\(text)\n\(text)")
      #expect(try json("\"\(text)é\(text)\"").string == "\(text)é\(text)")
      #expect(syntaxError("\"\(text)\u{1}\(text)\"".utf8)?.offset == length + 1)
    }
  }

  @Test func `an error reads as a reason and a place`() {
    #expect(syntaxError("[1,]".utf8)?.description == "trailing comma at byte 3")
  }
}
