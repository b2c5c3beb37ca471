// SPDX-License-Identifier: Apache-2.0
// Walking a document: kinds, spans, members, duplicates, and what the tape costs.

import Testing
import Wire

@Suite struct JSONDocumentTests {
  @Test func `every kind says what it is`() throws {
    let kinds = try json(#"[{},[],"",0,true,null]"#).elements.map(\.kind.description)
    #expect(kinds == ["object", "array", "string", "number", "boolean", "null"])
  }

  @Test func `a value answers only for its own kind`() throws {
    let text = try json("\"1\"")
    #expect(text.number == nil && text.bool == nil && !text.isNull)
    #expect(text.elements.isEmpty && text.count == 0 && Array(text.members).isEmpty)
    #expect(text["a"] == nil && text[0] == nil && text.duplicateKeys.isEmpty)
    #expect(try json("[false,true]").elements.map(\.bool) == [false, true])
    #expect(try json("null").isNull && json("1").string == nil)
  }

  @Test func `a span is where the value stands in the body`() throws {
    let root = try json(#" {"a" : [1, "é"] } "#)
    #expect(root.span == 1..<19)
    #expect(root["a"]?.span == 8..<17)
    #expect(root["a"]?.raw == #"[1, "é"]"#)
    #expect(root["a"]?[1]?.rawBytes == [0x22, 0xC3, 0xA9, 0x22])
    #expect(root.members.map(\.key.span) == [2..<5])
  }

  @Test func `siblings are one step apart, whatever is inside`() throws {
    let root = try json(#"[[1,[2,{"a":[3]}]],{"b":{}},"c"]"#)
    #expect(root.elements.map(\.raw) == [#"[1,[2,{"a":[3]}]]"#, #"{"b":{}}"#, #""c""#])
    #expect(root.count == 3)
    #expect(root[2]?.string == "c" && root[3] == nil && root[-1] == nil)
  }

  @Test func `members keep their order and their duplicates`() throws {
    let root = try json(#"{"b":1,"a":2,"b":3}"#)
    #expect(root.members.map(\.name) == ["b", "a", "b"])
    #expect(root.members.map(\.value.raw) == ["1", "2", "3"])
    #expect(root.count == 3)
    #expect(root["b"]?.raw == "3")
    #expect(root["c"] == nil)
  }

  @Test func `duplicate names are compared decoded`() throws {
    let root = try json(#"{"a":1,"\u0061":2,"b":3,"a":4}"#)
    #expect(root.duplicateKeys.map(\.raw) == [#""\u0061""#, #""a""#])
    #expect(root.duplicateKeys.map(\.string) == ["a", "a"])
    #expect(root["a"]?.raw == "4")
  }

  @Test func `names that only look the same are no duplicates`() throws {
    let root = try json("{\"\u{E9}\":1,\"e\u{301}\":2,\"\\ud800\":3,\"\\udfff\":4}")
    #expect(root.duplicateKeys.isEmpty)
    #expect(root["\u{E9}"]?.raw == "1")
    #expect(root["e\u{301}"]?.raw == "2")
  }

  @Test func `duplicates of an inner object are its own`() throws {
    let root = try json(#"{"a":{"a":1,"a":2}}"#)
    #expect(root.duplicateKeys.isEmpty)
    #expect(root["a"]?.duplicateKeys.count == 1)
  }

  @Test func `fifty thousand duplicates are all found`() throws {
    let members = String(repeating: "\"a\":0,", count: 50_000)
    #expect(try json("{\(members)\"b\":0}").duplicateKeys.count == 49_999)
  }

  @Test(arguments: ["1", "[]", "{}", "[1,1,1,1,1]", "[[],[],[]]", #"{"":1,"":2}"#, "[[[[]]]]"])
  func `the tape takes at most 8 bytes per byte and 8 more`(text: String) throws {
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(document.tapeByteCount <= 8 * text.utf8.count + 8)
  }

  @Test func `the bound of the tape is reached by the densest documents`() throws {
    let ones = "[" + String(repeating: "1,", count: 99_999) + "1]"
    let document = try JSONDocument(parsing: Array(ones.utf8))
    #expect(document.tapeByteCount == 16 * 100_001)
    #expect(document.tapeByteCount == 8 * (ones.utf8.count + 1))
    #expect(document.root.count == 100_000)
  }

  @Test func `a large string costs one token`() throws {
    let text = String(repeating: "\\u4ed3库a", count: 100_000)
    let document = try JSONDocument(parsing: Array("\"\(text)\"".utf8))
    #expect(document.tapeByteCount == 16)
    #expect(document.root.string?.unicodeScalars.count == 300_000)
  }
}

@Suite struct JSONSamenessTests {
  @Test(arguments: [
    ("{\"a\":1,\"b\":[true]}", " { \"b\" : [ true ], \"\\u0061\" : 1 } "),
    ("\"\\u00e9\\/\"", "\"é/\""),
    ("{\"a\":1,\"b\":0,\"a\":2}", "{\"b\":0,\"a\":1,\"a\":2}"),
    ("null", " null"), ("[]", "[ ]"), ("{}", "{\n}"), ("false", "false"),
  ])
  func `values are the same whatever their spelling`(left: String, right: String) throws {
    #expect(try json(left).isSame(as: json(right)))
    #expect(try json(right).isSame(as: json(left)))
  }

  @Test(arguments: [
    ("1", "1.0"), ("0", "-0"), ("1", "\"1\""), ("true", "false"), ("[1,2]", "[2,1]"),
    ("[1]", "[1,1]"), ("{\"a\":1}", "{\"a\":1,\"a\":1}"),
    ("{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}"),
    ("{\"a\":1}", "{\"b\":1}"), ("{\"a\":{}}", "{\"a\":[]}"), ("\"\\ud800\"", "\"\\ud801\""),
    ("\"\u{E9}\"", "\"e\u{301}\""),
  ])
  func `values differ in kind, order, spelling of numbers or text`(
    left: String, right: String
  ) throws {
    #expect(try !json(left).isSame(as: json(right)))
    #expect(try !json(right).isSame(as: json(left)))
  }

  @Test func `the deepest document can be compared`() throws {
    let deepest = try json(
      String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    )
    #expect(deepest.isSame(as: deepest))
  }
}
