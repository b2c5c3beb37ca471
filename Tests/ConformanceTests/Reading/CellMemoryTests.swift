// SPDX-License-Identifier: Apache-2.0
// What a reader remembers of a text shows what reading the text once more would show.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct CellMemoryTests {
  static let operation = Contract.Operation.sample(
    .document(
      Document(
        [
          .field("count", .integer, .required, "counts"),
          .field("word", .oneOf(["a", "b"]), .optional, "is a word"),
        ], as: [.object, .text])))

  typealias TableRow = (what: String, cells: [String])

  static let pages: [TableRow] = [
    ("the same text", [#"{\"count\":1,\"word\":\"a\"}"#, #"{\"count\":1,\"word\":\"a\"}"#]),
    ("one byte is another", [#"{\"count\":1,\"word\":\"a\"}"#, #"{\"count\":1,\"word\":\"b\"}"#]),
    ("the same in other bytes", [#"{\"count\":1}"#, #"{\"count\": 1}"#, #"{\"count\":1}"#]),
    ("a member is missing", [#"{\"word\":\"a\"}"#, #"{\"word\":\"a\"}"#, #"{\"word\":\"b\"}"#]),
    ("a value is wrong", [#"{\"count\":\"1\"}"#, #"{\"count\":\"1\"}"#, #"{\"count\":1}"#]),
    ("a name stands twice", [#"{\"count\":1,\"count\":2}"#, #"{\"count\":1,\"count\":2}"#]),
    ("nobody knows a member", [#"{\"count\":1,\"x\":2}"#, #"{\"count\":1,\"x\":2}"#]),
    ("text breaks off", [#"{\"count\":1}"#, #"{\"count\":1"#, #"{\"count\":1}"#]),
    ("half a pair of surrogates", [#"{\"count\":1,\"y\":\"\uD800\"}"#, #"{\"count\":1}"#]),
  ]

  @Test(arguments: pages)
  func `a text that came before shows what it showed`(_ page: TableRow) {
    let rows = page.cells.enumerated().map { #"{"id":\#($0),"value":"\#($1)"}"# }
    let body = Array(#"{"total":9,"rows":[\#(rows.joined(separator: ","))]}"#.utf8)
    let invariants = ReadingInvariants(Self.operation, of: .sample)
    for _ in 0..<3 { #expect(invariants.violation(in: body) == nil, "\(page.what)") }
  }

  @Test func `texts that differ in every row are no longer looked up`() {
    let cells = CellMemory()
    for number in 0..<2000 {
      let text = Array(#""{\"count\":\#(number)}""#.utf8)
      text.withUnsafeBufferPointer { text in
        #expect(cells.find(0, 0, text, BodyReader.fingerprint(text)) == nil)
      }
    }
    #expect(!cells.isOfUse)
  }
}
