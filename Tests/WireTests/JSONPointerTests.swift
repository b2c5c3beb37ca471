// SPDX-License-Identifier: Apache-2.0
// The examples of RFC 6901, section 5, and the places where pointers are refused.

import Testing
import Wire

@Suite struct JSONPointerTests {
  private static let example = #"""
    {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6,
     " ": 7, "m~n": 8}
    """#

  @Test(arguments: [
    ("/foo", "[\"bar\", \"baz\"]"), ("/foo/0", "\"bar\""), ("/", "0"), ("/a~1b", "1"),
    ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"), ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"),
    ("/m~0n", "8"),
  ])
  func `a pointer of RFC 6901 leads to its value`(text: String, raw: String) throws {
    let document = try JSONDocument(parsing: Array(Self.example.utf8))
    let pointer = try #require(JSONPointer(text))
    #expect(document.value(at: pointer)?.raw == raw)
    #expect(pointer.description == text)
  }

  @Test func `the empty pointer is the root`() throws {
    let document = try JSONDocument(parsing: Array("[1]".utf8))
    #expect(JSONPointer("") == .root)
    #expect(JSONPointer.root.description == "")
    #expect(document.value(at: .root)?.raw == "[1]")
  }

  @Test(arguments: ["/2", "/-", "/01", "/+1", "/-1", "/0/0", "/x", "/", "/99999999999999999999"])
  func `a pointer past the value leads nowhere`(text: String) throws {
    let document = try JSONDocument(parsing: Array("[1,2]".utf8))
    let pointer = try #require(JSONPointer(text))
    #expect(document.value(at: pointer) == nil)
  }

  @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~", "#/a"])
  func `a text outside of the grammar is no pointer`(text: String) {
    #expect(JSONPointer(text) == nil)
  }

  @Test func `appending escapes names and counts places`() {
    let pointer = JSONPointer.root.appending("tasks").appending(3).appending("a~/b")
    #expect(pointer.description == "/tasks/3/a~0~1b")
    #expect(pointer.tokens == ["tasks", "3", "a~/b"])
    #expect(JSONPointer(pointer.description) == pointer)
    #expect(JSONPointer("/~01")?.tokens == ["~1"])
  }

  @Test func `a slash before a combining mark still divides`() {
    #expect(JSONPointer("/a/\u{301}")?.tokens == ["a", "\u{301}"])
    #expect(JSONPointer(["/\u{301}"]).description == "/~1\u{301}")
  }

  @Test func `of two members with one name the last is found`() throws {
    let document = try JSONDocument(parsing: Array(#"{"a":1,"a":{"b":2}}"#.utf8))
    #expect(document.value(at: JSONPointer(["a", "b"]))?.raw == "2")
  }
}
