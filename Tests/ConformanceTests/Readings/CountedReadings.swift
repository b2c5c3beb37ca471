// SPDX-License-Identifier: Apache-2.0
// Readings of counters that are held against the list of another operation, and of sums in one row.

import Contract
import Testing
import Wire

extension Paper {
  /// Rows with counters, and the list that belongs to row 7: 4 rows that are done, 2 that have failed.
  static let counting = Paper(
    operation: .paper(
      filtered: false,
      fields: [
        .field("id", .integer, .required, "is the row's number"),
        .field("total", .integer, .expected, "counts the rows beneath"),
        .field("good", .integer, .expected, "counts those that are done"),
        .field("bad", .integer, .expected, "counts those that have failed"),
      ],
      relations: [
        .relation(.sum(field: "total", of: ["good", "bad"]), .must, "a row is good or bad"),
        .relation(
          .counts(field: "total", in: "Beneath", parameter: "box", state: "status", words: []),
          .must, "total counts the rows"),
        .relation(
          .counts(
            field: "good", in: "Beneath", parameter: "box", state: "status", words: ["Succeed"]),
          .should, "good counts the rows that are done"),
      ]),
    rows: (0..<12).map { Row(counting: $0, 6, 4, 2) },
    beneath: [
      Paper(operation: .beneath, rows: (0..<6).map { Row($0, $0 < 4 ? "Succeed" : "Failed") })
    ])
}

extension Paper.Row {
  fileprivate init(counting id: Int, _ total: Int, _ good: Int, _ bad: Int) {
    self.init(
      status: "", json: #"{"id":\#(id),"total":\#(total),"good":\#(good),"bad":\#(bad)}"#)
  }
}

extension Contract.Operation {
  fileprivate static var beneath: Contract.Operation {
    var beneath = paper()
    beneath.id = "Beneath"
    beneath.path = "/v2/{project}/beneath/{box}"
    beneath.parameters.removeAll { ["shelf", "name"].contains($0.name) }
    return beneath
  }
}

@Suite struct CountedReadings {
  static let totals: [TableRow] = [
    TableRow("healthy", on: .counting, "passed"),
    TableRow(
      "one too many", on: .counting,
      .at("") { $0.row(7, #"{"id":7,"total":7,"good":4,"bad":2}"#) },
      "failed: /rows/7/total: total is 7, and Beneath lists 6 such rows ≠ 6 ← 7"),
    TableRow(
      "one too many, once", on: .counting,
      .once("limit=20&offset=0") { $0.row(7, #"{"id":7,"total":7,"good":4,"bad":2}"#) },
      "passed"),
    TableRow(
      "the row is not listed", on: .counting, .at("") { $0.without(7) },
      "inconclusive: nothing to assert: the list has no row 7"),
    TableRow(
      "no total", on: .counting, .at("") { $0.row(7, #"{"id":7}"#) },
      "inconclusive: nothing to assert: row 7 has no total"),
    TableRow(
      "the other list is not answered", on: .counting,
      .edit(where: { $0.path.contains("beneath") }) { $0.replaced(by: .error(404)) },
      "inconclusive: not readable: the list of Beneath was not read to its end"),
  ]

  @Test(arguments: totals)
  func `total counts the rows of another list`(reading: TableRow) async {
    await reading.expect("relations.total-counted")
  }

  static let words: [TableRow] = [
    TableRow("healthy", on: .counting, "passed"),
    TableRow(
      "one too few", on: .counting,
      .at("") { $0.row(7, #"{"id":7,"total":6,"good":3,"bad":3}"#) },
      "warned: /rows/7/good: good is 3, and Beneath lists 4 such rows"),
    TableRow(
      "a row beneath without a state", on: .counting,
      .edit(where: { $0.path.contains("beneath") }) { $0.row(0, #"{"id":0}"#) },
      "inconclusive: not readable: the list of Beneath was not read to its end"),
  ]

  @Test(arguments: words)
  func `a counter counts the rows of its words`(reading: TableRow) async {
    await reading.expect("relations.good-counted")
  }

  static let sums: [TableRow] = [
    TableRow("healthy", on: .counting, "passed"),
    TableRow(
      "one too many", on: .counting,
      .only("limit=20&offset=0") { $0.row(3, #"{"id":3,"total":7,"good":4,"bad":2}"#) },
      "failed: /rows/3/total ×2: /rows/3/total is 7; a row is good or bad ≠ good + bad, which "
        + "is 6"),
    TableRow(
      "a part is missing everywhere", on: .counting, .at("") { $0.replacing("bad", "odd") },
      "skipped: no row of 80 has values that the relation speaks of"),
    TableRow(
      "a part is no integer", on: .counting, .at("") { $0.replacing(#""bad":2"#, #""bad":2.5"#) },
      "skipped: no row of 80 has values that the relation speaks of"),
  ]

  @Test(arguments: sums)
  func `a sum adds up`(reading: TableRow) async { await reading.expect("relations.total-adds-up") }
}
