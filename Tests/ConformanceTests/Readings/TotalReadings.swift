// SPDX-License-Identifier: Apache-2.0
// Readings of totals that count something else than the rows of the list.

import Testing
import Wire

@Suite struct TotalReadings {
  private static func total(_ text: String, of before: Int = 33, at parts: String = "") -> Deviation
  {
    .at(parts) { $0.replacing(#""total":\#(before)"#, #""total":\#(text)"#) }
  }

  static let counts: [TableRow] = [
    TableRow(
      "less than nothing, and no rows", on: .list.having(0),
      .edit(where: \.isPlain) { $0.replacing(#""total":0"#, #""total":-1"#) },
      "failed: /total ×3: limit=20 reads 0 rows, and total says -1"),
    TableRow(
      "one too many", total("34"), "failed: /total ×3: limit=20 reads 33 rows, and total says 34"),
    TableRow(
      "one too few", total("32"), "failed: /total ×3: limit=20 reads 33 rows, and total says 32"),
    TableRow(
      "one too many with one limit", total("34", at: "limit=7"),
      "failed: /total: limit=7 reads 33 rows, and total says 34"),
    TableRow("one too many on a later page", total("34", at: "offset=20"), "passed"),
    TableRow(
      "not an integer", total("\"33\""),
      "inconclusive: nothing to assert: no walk came to the end of the list with a total"
        + " that is an integer"),
    TableRow("not an integer with one limit", total("\"33\"", at: "limit=7"), "passed"),
    TableRow(
      "rows of an empty list", on: .list.having(0), total("3", of: 0),
      "failed: /total ×3: limit=20 reads 0 rows, and total says 3"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow("a list that is cut", on: .list.having(200), "passed"),
    TableRow(
      "one too many of a list that is cut", on: .list.having(200), total("201", of: 200),
      "failed: /total ×3: limit=20 reads 200 rows, and total says 201"),
    TableRow(
      "one too few of a list that is cut", on: .list.having(200),
      total("199", of: 200, at: "limit=7"),
      "failed: /total: limit=7 reads 200 rows, and total says 199"),
    TableRow(
      "less than none of a list that is cut", on: .list.having(200),
      total("-1", of: 200, at: "limit=7"), "passed"),
    TableRow(
      "offset ignored", .at("", asks: { $0.but("offset", nil) }),
      "failed: /total ×2: limit=20 reads 40 rows, and total says 33; /total: limit=7 reads 35 "
        + "rows, and total says 33"),
    TableRow(
      "a page that is no list", .at("limit=7&offset=14", gives: HTTPResponse(200, "{}")),
      "inconclusive: not readable: GET …?limit=7&offset=14 brought status 200 and no list"),
    TableRow(
      "a total that is wrong and a page that is no list",
      Deviation { asked, healthy in
        asked.has("limit=7&offset=14")
          ? HTTPResponse(200, "{}") : healthy(asked).replacing(":33,", ":34,")
      },
      "failed: /total ×2: limit=20 reads 33 rows, and total says 34"),
  ]

  @Test(arguments: counts)
  func `total counts the rows of a whole walk`(reading: TableRow) async {
    await reading.expect("paging.rows-equal-total")
  }

  static let constants: [TableRow] = [
    TableRow(
      "another on the second page", total("34", at: "limit=20&offset=20"),
      "failed: /total: total is 34 for limit=20&offset=20, elsewhere 33"),
    TableRow(
      "another with one limit", total("34", at: "limit=7"),
      "failed: /total ×5: total is 34 for limit=7&offset=0, elsewhere 33"),
    TableRow(
      "another for a single row", total("34", at: "limit=1&offset=30"),
      "failed: /total: total is 34 for limit=1&offset=30, elsewhere 33"),
    TableRow(
      "another without limit and offset", .only("") { $0.replacing(":33,", ":8,") },
      "failed: /total: total is 8 for no query, elsewhere 33"),
    TableRow("another on a page without rows", total("0", at: "offset=40"), "passed"),
    TableRow("another under a filter", total("33", of: 11, at: "status=Failed"), "passed"),
    TableRow("not an integer on one page", total("null", at: "limit=20&offset=20"), "passed"),
    TableRow(
      "not an integer anywhere", total("null"),
      "inconclusive: nothing to assert: no page names a total that is an integer"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: constants)
  func `total is the same on every page`(reading: TableRow) async {
    await reading.expect("paging.total-is-constant")
  }

  static let covers: [TableRow] = [
    TableRow(
      "the rows of the page only",
      Deviation { asked, healthy in
        let page = healthy(asked)
        var count = 0
        return page.editing { count = $0.count }.replacing(#""total":33"#, #""total":\#(count)"#)
      },
      "failed: /total ×3: total is 13 behind 33 rows; /total: total is 10 behind 20 rows; "
        + "/total: total is 10 behind 30 rows; /total: total is 7 behind 14 rows; /total: total "
        + "is 7 behind 21 rows; /total: total is 7 behind 28 rows"),
    TableRow(
      "one below the rows on the last page", total("32", at: "limit=7&offset=28"),
      "failed: /total: total is 32 behind 33 rows"),
    TableRow("just the rows so far", total("28", at: "limit=7&offset=21"), "passed"),
    TableRow(
      "one below the rows so far", total("27", at: "limit=7&offset=21"),
      "failed: /total: total is 27 behind 28 rows"),
    TableRow(
      "below the rows without a limit", .only("") { $0.replacing(":33,", ":7,") },
      "failed: /total: total is 7 behind 8 rows"),
    TableRow("below the rows of one glance", total("0", at: "limit=1&offset=30"), "passed"),
    TableRow(
      "behind rows that come round", .at("limit=20", asks: { $0.but("offset", nil) }), "passed"),
    TableRow(
      "not an integer", total("null"),
      "inconclusive: nothing to assert: no page names a total that is an integer"),
    TableRow(
      "an empty list", on: .list.having(0), total("-1", of: 0),
      "inconclusive: nothing to assert: no page shows a row, and total says -1"),
    TableRow(
      "below the rows behind a cut", on: .list.having(200),
      total("150", of: 200, at: "limit=7&offset=196"), "passed"),
  ]

  @Test(arguments: covers)
  func `total is never below the rows seen`(reading: TableRow) async {
    await reading.expect("paging.total-covers-rows")
  }
}
