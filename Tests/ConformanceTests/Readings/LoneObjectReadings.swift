// SPDX-License-Identifier: Apache-2.0
// Readings of an operation that answers with one object, alone and beside its row in a list.

import Conformance
import Contract
import Testing
import Wire

extension Paper {
  /// Box 7, and the list in which it stands in the eighth row.
  static let object = Paper(
    operation: .paper(
      .object(), filtered: false, fields: fields,
      relations: [
        .relation(.echo(field: "id", parameter: "box"), .must, "the box is the one asked for"),
        .relation(.row(in: "Boxes", by: "id"), .must, "the list says the same of the box"),
      ]),
    rows: [row(7)], beneath: [Paper(operation: .boxes, rows: (0..<33).map(row))])

  fileprivate static let fields: [Field] = [
    .field("id", .integer, .required, "is the box's number"),
    .field("status", .string, .expected, "is the box's state"),
    .field("made", .timestamp, .expected, "is when the box was made"),
    .field("parts", .document(Document([], as: [.text])), .expected, "is what the box holds"),
  ]

  private static func row(_ id: Int) -> Row {
    Row(
      status: words[id % 3],
      json: #"{"id":\#(id),"status":"\#(words[id % 3])","made":"2026-01-02T03:04:05Z","#
        + #""parts":"{\"a\":1,\"b\":2}"}"#)
  }
}

extension Contract.Operation {
  fileprivate static var boxes: Contract.Operation {
    var boxes = paper(fields: Paper.fields)
    boxes.id = "Boxes"
    boxes.path = "/v2/{project}/boxes"
    boxes.parameters.removeAll { $0.placement == .path && $0.name != "project" }
    return boxes
  }
}

@Suite struct LoneObjectReadings {
  private static let inTheList: @Sendable (Asked) -> Bool = { $0.path == "/v2/p/boxes" }

  static let besideItsRow: [TableRow] = [
    TableRow("healthy", on: .object, "passed"),
    TableRow(
      "another state", on: .object, .at("") { $0.replacing("Failed", "Pending") },
      "failed: /status: status is not what Boxes says of the object ≠ 'Failed' ← 'Pending'"),
    TableRow(
      "another state for once", on: .object, .once("") { $0.replacing("Failed", "Pending") },
      "passed"),
    TableRow(
      "the same instant with a fraction", on: .object,
      .at("") { $0.replacing("05Z", "05.000Z") }, "passed"),
    TableRow(
      "the same document in another order", on: .object,
      .at("") { $0.replacing(#"{\"a\":1,\"b\":2}"#, #"{\"b\":2,\"a\":1}"#) }, "passed"),
    TableRow(
      "another document", on: .object, .at("") { $0.replacing(#"\"b\":2"#, #"\"b\":3"#) },
      "failed: /parts: parts is not what Boxes says of the object"),
    TableRow(
      "another instant", on: .object, .at("") { $0.replacing("05Z", "05.5Z") },
      "failed: /made: made is not what Boxes says of the object"),
    TableRow(
      "a member more, and one that the list lacks", on: .object,
      .at("") { $0.replacing(#""id":7"#, #""id":7,"more":1"#) }, "passed"),
    TableRow(
      "a member that the row lacks", on: .object,
      .edit(where: inTheList) { $0.replacing(#""status":"Failed","#, "") }, "passed"),
    TableRow(
      "the list has no such row", on: .object, .edit(where: inTheList) { $0.without(7) },
      "failed: /id: Boxes has no row of the object ≠ a row whose id is 7"),
    TableRow(
      "the list is not answered", on: .object,
      .edit(where: inTheList) { $0.replaced(by: .error(500)) },
      "inconclusive: not readable: the list of Boxes was not read to its end"),
    TableRow(
      "the object is no JSON", on: .object, .at("") { $0.replacing("{", "") },
      "inconclusive: not readable: no answer was the object"),
  ]

  @Test(arguments: besideItsRow)
  func `an object is what its row says`(reading: TableRow) async {
    await reading.expect("relations.row-of-Boxes")
  }

  static let alone: [TableRow] = [
    TableRow("fields", on: .object, of: "shape.status", "passed"),
    TableRow(
      "a field that is missing", on: .object, of: "shape.status.present",
      .at("") { $0.replacing(#""status":"Failed","#, "") },
      "warned: /status ×3: /status is missing"),
    TableRow(
      "a number that is text", on: .object, of: "shape.id",
      .at("") { $0.replacing(#""id":7"#, #""id":"7""#) },
      "failed: /id ×3: /id is a string; the contract says integer"),
    TableRow("a relation", on: .object, of: "relations.id-echo", "passed"),
    TableRow(
      "another box", on: .object, of: "relations.id-echo",
      .at("") { $0.replacing(#""id":7"#, #""id":8"#) },
      "failed: /id ×3: /id is 8; the box is the one asked for"),
    TableRow("answered", on: .object, of: "shape.status-200", "passed"),
    TableRow(
      "never answered", on: .object, of: "shape.status-200", .at("", gives: .error(409)),
      "failed: a documented request is answered with status 409"),
    TableRow("the same again", on: .object, of: "relations.same-row-everywhere", "passed"),
    TableRow(
      "another name every time", on: .object, of: "relations.same-row-everywhere",
      .again { $0.replacing("Failed", "Pending") },
      "failed: /status ×2: /status is not what another answer shows of the row"
    ),
    TableRow("answered again", on: .object, of: "paging.same-request-is-answered", "passed"),
    TableRow(
      "gone again", on: .object, of: "paging.same-request-is-answered",
      .again { $0.replaced(by: .error(410)) },
      "failed: a request sent again is answered with status 410"),
    TableRow("an unknown box", on: .object, of: "errors.unknown-box", "passed"),
    TableRow(
      "an unknown box that is shown", on: .object, of: "errors.unknown-box",
      .edit(where: { $0.path.hasSuffix("/2147483646") }) {
        $0.replaced(by: HTTPResponse(200, #"{"id":2147483646}"#))
      },
      "failed: an unknown box is answered with status 200, with 1 row"),
    TableRow(
      "a refusal that shows the box", on: .object, of: "errors.no-token",
      .edit(where: { $0.credential == .absent }) {
        $0.replaced(by: HTTPResponse(401, #"{"id":7}"#))
      },
      "failed: a request without a token is answered with status 401, with 1 row"),
  ]

  @Test(arguments: alone)
  func `one object is judged like one row`(reading: TableRow) async { await reading.expect() }

  @Test(
    arguments: [
      "paging.each-row-once", "paging.rows-equal-total", "paging.page-limit",
      "filters.filter-keeps-value", "errors.limit-zero",
    ])
  func `nobody turns pages of one object`(name: String) async {
    await TableRow("", on: .object, "there is no case Paper.\(name)").expect(name)
  }
}
