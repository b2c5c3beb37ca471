// SPDX-License-Identifier: Apache-2.0
// Readings of lists whose pages have numbers, with the number of rows in a field, a header or nowhere.

import Contract
import Testing
import Wire

extension Paper {
  static func numbered(_ total: Paging.Total) -> Paper {
    Paper(
      operation: .paper(.numbers(rows: "rows", total: total)), rows: rows(33))
  }

  static let numbered = numbered(.field("total"))
  static let headed = numbered(.header("X-Total-Count"))
  static let uncounted = numbered(.untold)
}

@Suite struct NumberReadings {
  static let readings: [TableRow] = [
    TableRow("each row once", on: .numbered, of: "each-row-once", "passed"),
    TableRow("each row once", on: .uncounted, of: "each-row-once", "passed"),
    TableRow("each row of a kind once", on: kinds, of: "each-row-once", "passed"),
    TableRow(
      "pages counted from 0", on: .numbered, of: "each-row-once",
      .at("page=2", asks: { $0.but("page", "1") }),
      "failed: /rows/0 ×20: id 0 is listed again, as on page 1; /rows/0 ×10: id 0 is listed "
        + "again, as on page 1; /rows/0 ×7: id 0 is listed again, as on page 1"),
    TableRow("rows equal total", on: .numbered, of: "rows-equal-total", "passed"),
    TableRow("rows equal the header", on: .headed, of: "rows-equal-total", "passed"),
    TableRow(
      "a header that counts one more", on: .headed, of: "rows-equal-total",
      .at("") { $0.header("X-Total-Count", "34") },
      "failed: ×3: page_size=20 reads 33 rows, and total says 34"),
    TableRow(
      "no total", on: .uncounted, of: "rows-equal-total",
      "there is no case Paper.paging.rows-equal-total"),
    TableRow(
      "a header that differs", on: .headed, of: "total-is-constant",
      .only("page_size=7&page=2") { $0.header("X-Total-Count", "7") },
      "failed: total is 7 for page_size=7&page=2, elsewhere 33"),
    TableRow(
      "a short page amid", on: .numbered, of: "full-pages",
      .only("page_size=7&page=2") { $0.less() },
      "failed: page 2 has 6 of 7 rows, and more rows follow"),
    TableRow("the page's place", on: .numbered, of: "offset-starts-at-row", "passed"),
    TableRow(
      "a page too far", on: .numbered, of: "offset-starts-at-row",
      .only("page_size=1&page=31", asks: { $0.but("page", "32") }),
      "failed: page_size=1&page=31 starts at row 31: row 0 (30) is missing; row 0 (31) is added"),
    TableRow("behind the end", on: .numbered, of: "offset-behind-end", "passed"),
    TableRow("behind the end", on: .uncounted, of: "offset-behind-end", "passed"),
    TableRow(
      "the last page again behind the end", on: .uncounted, of: "offset-behind-end",
      .at("page=2000000000", asks: { $0.but("page", "2") }),
      "failed: an offset behind the end brings 13 rows"),
    TableRow("beyond 32 bits", on: .numbered, of: "offset-beyond-32-bits", "passed"),
    TableRow(
      "no rule of multiples", on: .numbered, of: "any-offset",
      "there is no case Paper.paging.any-offset"),
    TableRow("a size alone", on: .numbered, of: "limit-alone", "passed"),
    TableRow("a number alone", on: .numbered, of: "offset-alone", "passed"),
    TableRow(
      "a number alone that is ignored", on: .numbered, of: "offset-alone",
      .only("page=2", asks: { $0.but("page", nil) }),
      "failed: page=2 starts at row 0: row 0 (8) is missing, and 7 more; row 0 (0) is added, and "
        + "7 more"),
    TableRow("every size", on: .uncounted, of: "same-rows-for-every-limit", "passed"),
    TableRow(
      "a size cut", on: .numbered, of: "same-rows-for-every-limit",
      .at("page_size=7") { $0.less() },
      "failed: page_size=7 reads other rows than page_size=20: row 6 (6) is missing, and 4 more"),
  ]

  @Test(arguments: readings)
  func `pages with numbers`(reading: TableRow) async { await reading.about("paging") }

  /// A list that has to be asked for by kind.
  static let kinds = Paper(
    operation: .paper(parameters: [.required("kind", .string, sends: "all", "is the kind of rows")]
    ),
    rows: Paper.rows(33))

  static let refusals: [TableRow] = [
    TableRow("without a kind", on: kinds, of: "missing-kind", "passed"),
    TableRow(
      "a kind that nobody demands", on: kinds, of: "missing-kind",
      .only("", asks: { $0.but("kind", "all") }),
      "warned: a request without kind is answered with status 200, with 8 rows"),
    TableRow(
      "a kind that breaks the server", on: kinds, of: "missing-kind", .only("", gives: .error(500)),
      "failed: a request without kind is answered with status 500"),
    TableRow("page 0", on: .numbered, of: "page-zero", "passed"),
    TableRow(
      "page 0 taken", on: .numbered, of: "page-zero",
      .only("page=0", asks: { $0.but("page", nil) }),
      "warned: page 0 is answered with status 200, with 8 rows"),
    TableRow("a size of 0", on: .numbered, of: "page_size-zero", "passed"),
  ]

  @Test(arguments: refusals)
  func `page numbers that there are not`(reading: TableRow) async { await reading.about("errors") }
}
