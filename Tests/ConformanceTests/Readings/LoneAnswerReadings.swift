// SPDX-License-Identifier: Apache-2.0
// Readings of answers that only one request shows wrong: the plain one, one row, two filters, an order.

import Contract
import Testing
import Wire

@Suite struct LoneAnswerReadings {
  private static let html = HTTPResponse(200, "<html>a gateway</html>")

  static let firstPages: [TableRow] = [
    TableRow("healthy", "passed"), TableRow("healthy", on: .marked, "passed"),
    TableRow(
      "a plain page that skips a row", .only("", asks: { $0.but("offset", "1") }),
      "failed: no query starts at row 1: row 0 (0) is missing; row 7 (8) is added"),
    TableRow(
      "a plain page of the last rows", .only("", asks: { $0.but("offset", "25") }),
      "failed: no query starts at row 25: row 0 (0) is missing, and 7 more; row 0 (25) is added, "
        + "and 7 more"),
    TableRow(
      "a row by itself that is another", on: .marked,
      .only("limit=1") { $0.replacing(#""id":0"#, #""id":9"#) },
      "failed: limit=1 starts at row 9: row 0 (0) is missing; row 0 (9) is added"),
    TableRow(
      "no row beside a marker", on: .marked, .only("limit=1") { $0.without(0) },
      "warned: limit=1 brings no row beside a marker"),
    TableRow("a plain page of two rows", .only("", asks: { $0.but("limit", "2") }), "passed"),
    TableRow(
      "a list that cannot be read on", .at("limit=20&offset=20", gives: .error(500)),
      "inconclusive: not readable: GET …?limit=20&offset=20 brought status 500 and no list"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: firstPages)
  func `a page without a position starts at the first row`(reading: TableRow) async {
    await reading.expect("paging.first-page-starts-list")
  }

  static let totals: [TableRow] = [
    TableRow("healthy", "passed"),
    TableRow(
      "none beside one row", .at("limit=1") { $0.replacing(":33,", ":0,") },
      "failed: /total ×2: total is 0 beside 1 row"),
    TableRow("just the rows of the page", .at("limit=1") { $0.replacing(":33,", ":1,") }, "passed"),
    TableRow(
      "too few under a filter", .at("status=Failed") { $0.replacing(":11,", ":2,") },
      "failed: /total: total is 2 beside 11 rows"),
    TableRow("too many", .at("limit=1") { $0.replacing(":33,", ":99,") }, "passed"),
  ]

  @Test(arguments: totals)
  func `total is never below the rows beside it`(reading: TableRow) async {
    await reading.expect("paging.total-covers-page", beside: "paging", "filters")
  }

  private static let numbers = Paper.named(.whole, .integer)

  static let commonValues: [TableRow] = [
    TableRow("healthy", on: numbers, "passed"),
    TableRow(
      "a filter that is not looked at", on: numbers,
      .at("number=0&limit=40", asks: { $0.but("number", nil) }),
      "failed: /rows/1/number ×26: number=0 keeps a row whose number is 1"),
    TableRow(
      "nothing found", on: numbers, .at("number=0") { $0.editing { $0.removeAll() } },
      "inconclusive: nothing to assert: no list with rows under number came"),
  ]

  @Test(arguments: commonValues)
  func `rows have the value of most rows where that is asked for`(reading: TableRow) async {
    await reading.expect("filters.number-keeps-common-value")
  }

  static let ordered: [TableRow] = [
    TableRow(
      "another total in an order", on: .wholes, of: "sorted-by-name-ascending",
      .at("sort=name&turn=asc") { $0.replacing(":33,", ":34,") },
      "failed: /total: total is 34 for sort=name&turn=asc&limit=40, elsewhere 33"),
    TableRow(
      "no row in an order and under a filter", on: .parts,
      of: "sorted-by-number-descending-under-name",
      .at("sort=number&turn=desc&name=11") { $0.editing { $0.removeAll() } },
      "failed: sort=number&turn=desc&name=11&limit=40&offset=0 brings no row, and a row has "
        + "the value"),
  ]

  @Test(arguments: ordered)
  func `an order changes neither total nor what filters keep`(reading: TableRow) async {
    await reading.about("paging")
  }

  /// What no other rule looks at, as long as somebody asks for it.
  static let beside: [TableRow] = [
    TableRow("healthy", on: .wholes, of: "shape.well-formed-json", "passed"),
    TableRow(
      "a page for people in an order", on: .wholes, of: "shape.well-formed-json",
      .at("sort=name&limit=2", gives: html),
      "failed: the body is not JSON: value expected at byte 0"),
    TableRow(
      "a page for people to text that nobody has", on: .wholes, of: "shape.well-formed-json",
      .at("name='\";--", gives: html), "passed"),
    TableRow(
      "a page for people to a bad limit", on: .wholes, of: "shape.well-formed-json",
      .at("limit=abc", gives: html), "passed"),
    TableRow(
      "a number that is text on short pages in an order", on: .wholes, of: "shape.rows.number",
      .at("sort=name&limit=2") { $0.replacing(#""number":4"#, #""number":"4""#) },
      "failed: /rows/0/number: /rows/0/number is a string; the contract says integer"),
    TableRow(
      "a row that differs on short pages in an order", on: .wholes,
      of: "relations.same-row-everywhere",
      .at("sort=name&limit=2") { $0.replacing(#""number":4"#, #""number":3"#) },
      "failed: /rows/0/number: /rows/0/number is not what another answer shows of the row"),
  ]

  @Test(arguments: beside)
  func `whatever is asked as documented is the list`(reading: TableRow) async {
    await reading.expect(reading.about ?? "", beside: "paging", "filters", "errors")
  }
}
