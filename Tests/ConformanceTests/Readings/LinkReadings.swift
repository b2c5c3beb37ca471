// SPDX-License-Identifier: Apache-2.0
// Readings of pages that lead to the next one in a header field.

import Contract
import Testing
import Wire

extension Paper {
  fileprivate static func linked(_ total: Paging.Total) -> Paper {
    Paper(
      operation: .paper(Paging.numbers(rows: "rows", total: total).withLinks()), rows: rows(33))
  }

  static let linked = linked(.header("X-Total-Count"))
  static let linkedUncounted = linked(.untold)
}

@Suite struct LinkReadings {
  private static let next = "</v2/p/shelves/s0/names/n/boxes/7?page_size=10&page=2>; rel=next"

  static let readings: [TableRow] = [
    TableRow("healthy", on: .linked, "passed"),
    TableRow("nothing counts the rows", on: .linkedUncounted, "passed"),
    TableRow("no row", on: .linked.having(0), "passed"),
    TableRow("one page", on: .linked.having(5), "passed"),
    TableRow(
      "a whole URI of another host", on: .linked,
      .only("page_size=10&page=1") {
        $0.header("Link", next.replacing("</", with: "<https://inside.example.net/"))
      }, "passed"),
    TableRow(
      "a query alone", on: .linked,
      .only("page_size=10&page=1") { $0.header("Link", #"<?page=2&page_size=10>; rel="x next""#) },
      "passed"),
    TableRow(
      "several fields", on: .linked,
      .only("page_size=10&page=1") { response in
        var copy = response.header("Link", "</help>; title=\"a, b; rel=next\"; rel=help")
        copy.headers.append("link", next)
        return copy
      }, "passed"),
    TableRow(
      "no link amid", on: .linked, .only("page_size=10&page=2") { $0.header("Link", nil) },
      "failed: a page has no link to the next one, and 20 of 33 rows are shown"),
    TableRow(
      "no link at all, and no total", on: .linkedUncounted, .at("") { $0.header("Link", nil) },
      "failed: ×2: a page has no link to the next one, and 20 of 33 rows are shown"),
    TableRow(
      "another relation", on: .linked,
      .only("page_size=10&page=2") { $0.replacing(header: "next", "prev") },
      "failed: a page has no link to the next one, and 20 of 33 rows are shown"),
    TableRow(
      "a link behind the last page", on: .linked,
      .only("page_size=10&page=4") { $0.header("Link", next.replacing("page=2", with: "page=5")) },
      "failed: the last page has a link to a next one"),
    TableRow(
      "back to the first page", on: .linked,
      .only("page_size=10&page=2") { $0.header("Link", next.replacing("page=2", with: "page=1")) },
      "failed: Link leads to a page that was shown before"),
    TableRow(
      "a page left out", on: .linked,
      .only("page_size=10&page=1") { $0.header("Link", next.replacing("page=2", with: "page=3")) },
      "failed: a page has no link to the next one, and 23 of 33 rows are shown; following Link "
        + "reads other rows than page_size=20: row 10 (10) is missing, and 9 more; row 13 (23) is "
        + "added, and 9 more"),
    TableRow(
      "another list", on: .linked,
      .only("page_size=10&page=1") { $0.header("Link", "</v2/other?page=2>; rel=next") },
      "failed: Link leads to another list, /v2/other"),
    TableRow(
      "no link as the standard has it", on: .linked,
      .only("page_size=10&page=1") { $0.header("Link", "/v2/p?page=2") },
      "failed: Link is not as RFC 8288 has it ← /v2/p?page=2"),
  ]

  @Test(arguments: readings)
  func `Link leads from page to page`(reading: TableRow) async {
    await reading.expect("paging.link-leads-to-next-page")
  }

  @Test func `a list without the promise has no such case`() async {
    await TableRow("", on: .numbered, "there is no case Paper.paging.link-leads-to-next-page")
      .expect("paging.link-leads-to-next-page")
  }
}

extension HTTPResponse {
  fileprivate func replacing(header text: String, _ other: String) -> HTTPResponse {
    header("Link", headers["Link"]?.replacing(text, with: other))
  }
}
