// SPDX-License-Identifier: Apache-2.0
// Readings of lists whose pages have too few or too many rows.

import Testing
import Wire

@Suite struct PageSizeReadings {
  static let defaults: [TableRow] = [
    TableRow(
      "one row more than the default", .only("") { $0.more(#"{"id":8}"#) },
      "failed: without a limit a page has 9 rows; the default is 8"),
    TableRow(
      "one row less", .only("") { $0.less() },
      "failed: without a limit a page has 7 rows; the default is 8"),
    TableRow(
      "no rows", .only("") { $0.rows() },
      "failed: without a limit a page has 0 rows; the default is 8"),
    TableRow(
      "one row more behind markers", on: .marked, .only("") { $0.more(#"{"id":8}"#) },
      "failed: without a limit a page has 9 rows; the default is 8"),
    TableRow(
      "one row less behind markers", on: .marked, .only("") { $0.less() },
      "warned: without a limit a page has 7 rows; the default is 8"),
    TableRow("a list shorter than the default", on: .list.having(3), "passed"),
    TableRow(
      "a short list, and a row less", on: .list.having(3), .only("") { $0.less() },
      "failed: without a limit a page has 2 rows; the default is 8"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow(
      "no list without a limit", .only("", gives: HTTPResponse(200, "{}")),
      "inconclusive: nothing to assert: the plain request, or the whole list, brought no rows"),
    TableRow(
      "null without a limit", .only("", gives: HTTPResponse(200, #"{"total":33,"rows":null}"#)),
      "failed: without a limit a page has 0 rows; the default is 8"),
  ]

  @Test(arguments: defaults)
  func `a page without a limit has the default size`(reading: TableRow) async {
    await reading.expect("paging.default-page-size")
  }

  static let limits: [TableRow] = [
    TableRow(
      "limit ignored", .at("", asks: { $0.but("limit", nil) }),
      "failed: ×4: a page with limit=7 has 8 rows; a page with limit=3 has 8 rows; ×2: a"
        + " page with limit=1 has 8 rows; ×2: a page with limit=2 has 8 rows"),
    TableRow(
      "one row too many on one page", .only("limit=7&offset=14") { $0.more(#"{"id":21}"#) },
      "failed: a page with limit=7 has 8 rows"),
    TableRow(
      "too many on pages of two limits", .at("offset=0") { $0.more(#"{"id":99}"#) },
      "failed: ×2: a page with limit=20 has 21 rows; a page with limit=10 has 11 rows; a page "
        + "with limit=7 has 8 rows; a page with limit=2 has 3 rows"),
    TableRow(
      "a marker page too long", on: .marked, .at("limit=7") { $0.more(#"{"id":99}"#) },
      "failed: ×4: a page with limit=7 has 8 rows"),
    TableRow("a page too short", .at("limit=7") { $0.less() }, "passed"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow(
      "a page that is no list", .only("limit=7&offset=14", gives: HTTPResponse(200, "[]")),
      "inconclusive: not readable: GET …?limit=7&offset=14 brought status 200 and no list"),
    TableRow(
      "a page too long, and one not let in",
      Deviation { asked, healthy in
        if asked.has("limit=7&offset=14") { return .error(401) }
        return asked.has("limit=20") ? healthy(asked).more(#"{"id":99}"#) : healthy(asked)
      },
      "failed: ×2: a page with limit=20 has 21 rows"),
  ]

  @Test(arguments: limits)
  func `no page has more rows than its limit`(reading: TableRow) async {
    await reading.expect("paging.page-within-limit")
  }

  static let fullness: [TableRow] = [
    TableRow(
      "a row less on the first page", .only("limit=7&offset=0") { $0.less() },
      "failed: page 1 has 6 of 7 rows, and more rows follow"),
    TableRow(
      "a row less on two pages",
      .edit(where: { $0.has("limit=7&offset=7") || $0.has("limit=7&offset=14") }) { $0.less() },
      "failed: ×2: page 2 has 6 of 7 rows, and more rows follow"),
    TableRow(
      "a row less with every limit", .at("offset=0") { $0.less() },
      "failed: page 1 has 19 of 20 rows, and more rows follow; page 1 has 9 of 10 rows, and "
        + "more rows follow; page 1 has 6 of 7 rows, and more rows follow"),
    TableRow(
      "a row less on the page before the last", .only("limit=7&offset=21") { $0.less() },
      "failed: page 4 has 6 of 7 rows, and more rows follow"),
    TableRow(
      "a largest page of ten rows", on: .list.having(15),
      .only("limit=20&offset=0") { $0.editing { $0.removeLast(5) } },
      "failed: the only page has 10 of 20 rows, and limit=10 reads more ≠ 15 rows"),
    TableRow("a row more", .only("limit=7&offset=0") { $0.more(#"{"id":99}"#) }, "passed"),
    TableRow("no rows in the middle", .only("limit=7&offset=7") { $0.rows() }, "passed"),
    TableRow("a row less on the last page", .at("offset=28") { $0.less() }, "passed"),
    TableRow(
      "a row less on the page that is behind the cut", on: .list.having(200),
      .only("limit=7&offset=196") { $0.less() }, "passed"),
    TableRow(
      "a row less on the page before the cut", on: .list.having(200),
      .only("limit=7&offset=168") { $0.less() }, "passed"),
    TableRow(
      "one page of each limit", on: .list.having(7),
      "inconclusive: too few rows: 7, the rule needs 8"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: fullness)
  func `every page but the last is full`(reading: TableRow) async {
    await reading.expect("paging.full-pages")
  }

  static let markedFullness: [TableRow] = [
    TableRow(
      "a row less on the first page", on: .marked, .only("limit=7") { $0.less() },
      "warned: page 1 has 6 of 7 rows, and more rows follow"),
    TableRow(
      "a row less behind a marker", on: .marked, .only("limit=7&marker=m/7=") { $0.less() },
      "warned: page 2 has 6 of 7 rows, and more rows follow"),
    TableRow(
      "an empty page that leads on", on: .marked, .only("limit=7&marker=m/7=") { $0.rows() },
      "warned: page 2 has 0 of 7 rows, and more rows follow"),
    TableRow(
      "a row less on the last page", on: .marked, .only("limit=7&marker=m/28=") { $0.less() },
      "passed"),
    TableRow(
      "one page of each limit", on: .marked.having(7),
      "inconclusive: too few rows: 7, the rule needs 8"),
  ]

  @Test(arguments: markedFullness)
  func `a page that leads on is full`(reading: TableRow) async {
    await reading.expect("paging.full-marker-pages")
  }
}
