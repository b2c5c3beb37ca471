// SPDX-License-Identifier: Apache-2.0
// Readings of filtered lists that are cut into pages, counted, or asked for with odd words.

import Testing
import Wire

@Suite struct FilterPageReadings {
  /// A list in which no row has the usual word, and most have another one.
  private static let failed = Paper(
    operation: Paper.list.operation,
    rows: (0..<11).map { Paper.Row($0, $0 == 4 ? "Pending" : "Failed") })

  /// A row, none, and a row, as a server has them that filters the rows of each page.
  private static let shortPages = Deviation { asked, answer in
    guard asked.has("status=Succeed&limit=2") else { return answer(asked) }
    return switch asked["marker"] {
    case nil: answer(asked).less().replacing("m/2=", "m/1=")
    case "m/1=": answer(asked).rows().replacing("m/3=", "m/01=")
    default: answer(asked.but("marker", "m/1=")).less()
    }
  }

  static let pages: [TableRow] = [
    TableRow("no row has the usual word", on: failed, "passed"),
    TableRow(
      "no row has the usual word, and a short page", on: failed,
      .at("status=Failed&limit=2&offset=2") { $0.less() },
      "failed: pages of 2 show other rows than one page: row 3 (3) is missing"),
    TableRow(
      "the filter forgotten behind the first page",
      .at("status=Succeed&limit=2&offset=2", asks: { $0.but("status", nil) }),
      "failed: pages of 2 show other rows than one page: row 2 (6) is missing, and 1 more; row 2 "
        + "(2) is added"),
    TableRow(
      "a row left out", .at("status=Succeed&limit=2&offset=2") { $0.without(0) },
      "failed: pages of 2 show other rows than one page: row 2 (6) is missing"),
    TableRow(
      "offset ignored", .at("limit=2", asks: { $0.but("offset", nil) }),
      "failed: pages of 2 show other rows than one page: row 2 (6) is missing, and 1 more"),
    TableRow(
      "another row on the last page", .at("status=Succeed&limit=2&offset=10") { $0.rows("{}") },
      "failed: the last page of 2 shows other rows than one page: row 0 (30) is missing; row 0 ({}) "
        + "is added"),
    TableRow(
      "no row on the last page", .at("status=Succeed&limit=2&offset=10") { $0.rows() },
      "failed: the last page of 2 shows other rows than one page: row 0 (30) is missing"),
    TableRow(
      "a short second page", .at("status=Succeed&limit=2&offset=2") { $0.less() },
      "failed: pages of 2 show other rows than one page: row 3 (9) is missing"),
    TableRow(
      "no second page", .at("limit=2&offset=2") { $0.rows() },
      "failed: pages of 2 show other rows than one page: row 2 (6) is missing, and 8 more ≠ 11 "
        + "rows, row 2 is 6"),
    TableRow(
      "two rows change places",
      .at("status=Succeed&limit=2&offset=0") { $0.swapping(0, 1) },
      "failed: pages of 2 show other rows than one page: row 0 (3) has moved from row 1"),
    TableRow(
      "behind markers a row left out", on: .marked, .at("limit=2&marker=m/4=") { $0.without(0) },
      "failed: pages of 2 show other rows than one page: row 4 (12) is missing; row 4 (15) is "
        + "added"),
    TableRow(
      "behind markers a short page", on: .marked,
      .at("limit=2&marker=m/2=") { $0.less().replacing("m/4=", "m/3=") }, "passed"),
    TableRow("behind markers short pages at the front", on: .marked, shortPages, "passed"),
    TableRow(
      "behind markers empty pages at the front", on: .marked,
      .at("status=Succeed&limit=2") { $0.rows() },
      "inconclusive: nothing to assert: no row stands on the first pages of 2"),
    TableRow(
      "a third row of three left out", on: .list.having(9), .at("limit=2&offset=2") { $0.rows() },
      "failed: pages of 2 show other rows than one page, as if offset counted pages: row 2 (6) is "
        + "missing"),
    TableRow(
      "behind markers a third row of three left out", on: .marked.having(9),
      .at("limit=2&marker=m/2=") { $0.rows() },
      "failed: pages of 2 show other rows than one page: row 2 (6) is missing"),
    TableRow(
      "2 rows under the filter", on: .list.having(6),
      "inconclusive: too few rows: 2, the rule needs 3"),
    TableRow("3 rows under the filter", on: .list.having(7), "passed"),
    TableRow(
      "no list on the second page", .at("limit=2&offset=2", gives: HTTPResponse(200, "[]")),
      "failed: pages of 2 show other rows than one page: row 2 (6) is missing"),
    TableRow(
      "pages of 2 asked for too often", .at("limit=2", gives: .error(429)),
      "inconclusive: not reached: status 429, too many requests: SWR.400001 no; ask more "
        + "slowly with --rate"),
    TableRow(
      "a refusal of pages of 2", .at("limit=2", gives: .error(400)),
      "failed: a page of 2 is answered with status 400"),
  ]

  @Test(arguments: pages)
  func `a filtered list is paged like the whole one`(reading: TableRow) async {
    await reading.expect("filters.status-pages")
  }

  static let alone: [TableRow] = [
    TableRow(
      "ignored", .only("status=Succeed", asks: { $0.but("status", nil) }),
      "failed: ×2: status=Succeed alone shows other rows than with a limit: row 3 (9) is missing, "
        + "and 4 more; row 1 (1) is added, and 4 more"),
    TableRow(
      "ignored on the second time",
      .again("status=Succeed") { $0.replacing(#""id":"#, #""id":1"#) },
      "failed: status=Succeed alone shows other rows than with a limit: row 0 (10) is missing, "
        + "and 7 more; row 0 (0) is added, and 7 more"),
    TableRow(
      "with 10 rows in place of 8", .only("status=Succeed", asks: { $0.but("limit", "10") }),
      "failed: ×2: status=Succeed alone shows other rows than with a limit: row 8 (24) is added, "
        + "and 1 more"),
    TableRow(
      "no list", .only("status=Succeed", gives: HTTPResponse(200, "[]")),
      "inconclusive: not readable: GET …?status=Succeed brought no list"),
    TableRow(
      "a refusal", .only("status=Succeed", gives: .error(400)),
      "inconclusive: not readable: GET …?status=Succeed brought no list"),
    TableRow(
      "a row less", .only("status=Succeed") { $0.less() },
      "failed: ×2: status=Succeed alone shows other rows than with a limit: row 7 (21) is missing"),
    TableRow(
      "a short page that a marker leads on from", on: .marked,
      .only("status=Succeed") { $0.less() }, "passed"),
    TableRow(
      "an empty page that a marker leads on from", on: .marked,
      .only("status=Succeed") { $0.rows() },
      "warned: ×2: status=Succeed brings no row beside a marker"),
    TableRow(
      "another page that a marker leads on from", on: .marked,
      .only("status=Succeed") { $0.without(2) },
      "failed: ×2: status=Succeed alone shows other rows than with a limit: row 2 (6) is missing; row 6 (21) is added"
    ),
    TableRow("a list shorter than the default", on: .list.having(9), "passed"),
    TableRow("no row has the usual word", on: failed, "passed"),
    TableRow(
      "no row has the usual word, and another is ignored", on: failed,
      .only("status=Failed", asks: { $0.but("status", nil) }),
      "failed: ×2: status=Failed alone shows other rows than with a limit: row 7 (8) is "
        + "missing; row 4 (4) is added"),
    TableRow(
      "no row has the word", on: .list.having(0),
      "inconclusive: nothing to assert: no row has status Succeed"),
  ]

  @Test(arguments: alone)
  func `a filter without a limit keeps the same rows`(reading: TableRow) async {
    await reading.expect("filters.status-alone")
  }

  static let totals: [TableRow] = [
    TableRow(
      "the whole list under each word",
      .edit(where: { $0["status"] != nil }) { $0.replacing(":11,", ":33,") },
      "warned: /total ×3: total is 33 for 11 filtered rows"),
    TableRow(
      "the whole list under one word", .at("status=Pending") { $0.replacing(":11,", ":33,") },
      "warned: /total: total is 33 for 11 filtered rows"),
    TableRow(
      "one too few", .at("status=Pending") { $0.replacing(":11,", ":10,") },
      "warned: /total: total is 10 for 11 filtered rows"),
    TableRow(
      "the whole list without a limit", .only("status=Pending") { $0.replacing(":11,", ":33,") },
      "passed"),
    TableRow("not an integer", .at("status=Pending") { $0.replacing(":11,", ":null,") }, "passed"),
    TableRow(
      "not there under any word",
      .edit(where: { $0["status"] != nil }) { $0.replacing("total", "count") },
      "inconclusive: nothing to assert: no list under a filter tells a total"),
    TableRow(
      "rows where none are", on: .list.having(0),
      .at("status=Failed") { $0.replacing(":0,", ":1,") },
      "warned: /total: total is 1 for 0 filtered rows"),
    TableRow("behind markers", on: .marked, "there is no case Paper.filters.status-total"),
    TableRow(
      "of the page on short pages", of: "filters.status-total-on-pages",
      .edit(where: { $0["status"] != nil && $0["limit"] == "2" }) {
        $0.replacing(":11,", ":2,")
      }, "warned: /total ×2: total is 2 for status=Succeed&limit=2&offset=0, elsewhere 11"),
    TableRow(
      "another one without a limit", of: "filters.status-total-on-pages",
      .only("status=Succeed") { $0.replacing(":11,", ":33,") },
      "warned: /total: total is 33 for status=Succeed, elsewhere 11"),
    TableRow("one on all pages", of: "filters.status-total-on-pages", "passed"),
    TableRow(
      "no list under it", on: .list.having(0), of: "filters.status-total-on-pages",
      "inconclusive: nothing to assert: no two pages under status tell a total"),
  ]

  @Test(arguments: totals)
  func `total counts the rows that a filter keeps`(reading: TableRow) async {
    await reading.expect("filters.status-total")
  }

  private static func odd(_ status: Int) -> Deviation {
    .at("status=NoSuchWord", gives: .error(status))
  }

  static let unknown: [TableRow] = [
    TableRow("400", odd(400), "passed"),
    TableRow("414", odd(414), "passed"),
    TableRow("431", odd(431), "passed"),
    TableRow(
      "401", odd(401),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow("404", odd(404), "warned: status=NoSuchWord is answered with status 404"),
    TableRow("403", odd(403), "warned: status=NoSuchWord is answered with status 403"),
    TableRow(
      "429", odd(429),
      "inconclusive: not reached: status 429, too many requests: SWR.400001 no; ask more "
        + "slowly with --rate"),
    TableRow("499", odd(499), "warned: status=NoSuchWord is answered with status 499"),
    TableRow("500", odd(500), "failed: status=NoSuchWord is answered with status 500"),
    TableRow("302", odd(302), "failed: status=NoSuchWord is answered with status 302"),
    TableRow("204", odd(204), "failed: status=NoSuchWord is answered with status 204"),
    TableRow(
      "an empty list",
      .at("status=NoSuchWord", gives: HTTPResponse(200, #"{"total":0,"rows":[]}"#)), "passed"),
    TableRow(
      "null", .at("status=NoSuchWord", gives: HTTPResponse(200, #"{"total":0,"rows":null}"#)),
      "passed"),
    TableRow(
      "an empty list without a total",
      .at("status=NoSuchWord", gives: HTTPResponse(200, #"{"rows":[]}"#)),
      "failed: /total: /total is missing"),
    TableRow(
      "an empty list whose total is a text",
      .at("status=NoSuchWord", gives: HTTPResponse(200, #"{"total":"0","rows":[]}"#)),
      "failed: /total: /total is a string; the contract says integer"),
    TableRow(
      "no total anywhere", .edit(where: \.isPlain) { $0.replacing(#""total""#, #""all""#) },
      "passed"),
    TableRow(
      "no list", .at("status=NoSuchWord", gives: HTTPResponse(200, #"{"total":0}"#)),
      "failed: status=NoSuchWord is answered with status 200, no list"),
    TableRow(
      "all rows", .at("status=NoSuchWord", asks: { $0.but("status", nil) }),
      "warned: status=NoSuchWord is answered with status 200, 8 rows"),
    TableRow(
      "rows in lower case", of: "filters.status-other-case",
      .at("status=succeed", asks: { $0.but("status", "Succeed") }),
      "warned: status=succeed is answered with status 200, 8 rows"),
    TableRow(
      "a failure in lower case", of: "filters.status-other-case",
      .at("status=succeed", gives: .error(500)),
      "failed: status=succeed is answered with status 500"),
  ]

  @Test(arguments: unknown)
  func `a word that nobody documents is refused or keeps nothing`(reading: TableRow) async {
    await reading.expect("filters.status-unknown")
  }

  private static let texts = [
    "quotes": "'\";--", "percent": "%%s%n", "nul": "Succeed\0",
    "long": String(repeating: "a", count: 8192),
    "non-ascii": "成功",
  ]

  private static func hostile(
    _ name: String, _ edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse
  ) -> Deviation {
    let text = texts[name]
    return .edit(where: { $0["status"] == text }, edit)
  }

  static let hostile: [TableRow] = [
    TableRow(
      "400 to quotes", of: "filters.status-quotes",
      hostile("quotes") { $0.replaced(by: .error(400)) }, "passed"),
    TableRow(
      "404 to quotes", of: "filters.status-quotes",
      hostile("quotes") { $0.replaced(by: .error(404)) },
      "warned: status with quotes (%27%22%3B--) is answered with status 404"),
    TableRow(
      "a failure by quotes", of: "filters.status-quotes",
      hostile("quotes") { $0.replaced(by: .error(500)) },
      "failed: status with quotes (%27%22%3B--) is answered with status 500"),
    TableRow(
      "a failure by percent signs", of: "filters.status-percent",
      hostile("percent") { $0.replaced(by: .error(500)) },
      "failed: status with percent signs (%25%25s%25n) is answered with status 500"),
    TableRow(
      "rows by a NUL", of: "filters.status-nul",
      Deviation { $1($0["status"] == "Succeed\0" ? $0.but("status", "Succeed") : $0) },
      "warned: status with a NUL (Succeed%00) is answered with status 200, 8 rows"),
    TableRow(
      "414 to 8 KB", of: "filters.status-long", hostile("long") { $0.replaced(by: .error(414)) },
      "passed"),
    TableRow(
      "431 to 8 KB", of: "filters.status-long", hostile("long") { $0.replaced(by: .error(431)) },
      "passed"),
    TableRow(
      "413 to 8 KB", of: "filters.status-long", hostile("long") { $0.replaced(by: .error(413)) },
      "warned: status with 8 KB is answered with status 413"),
    TableRow(
      "a failure by 8 KB", of: "filters.status-long",
      hostile("long") { $0.replaced(by: .error(500)) },
      "failed: status with 8 KB is answered with status 500"),
    TableRow(
      "rows by text of other letters", of: "filters.status-non-ascii",
      Deviation { $1($0["status"] == "成功" ? $0.but("status", nil) : $0) },
      "warned: status with non-ASCII text (%E6%88%90%E5%8A%9F) is answered with status 200, 8 "
        + "rows"),
    TableRow(
      "a firewall's page", of: "filters.status-quotes",
      hostile("quotes") { $0.replaced(by: HTTPResponse(418, "<html>")) },
      "warned: status with quotes (%27%22%3B--) is answered with status 418"),
    TableRow(
      "a firewall's page is no error of the service", of: "errors.error-shape",
      hostile("quotes") { $0.replaced(by: HTTPResponse(406, "<html>")) },
      "warned: an error of status 406 is not JSON, and so has no error_code"),
    TableRow(
      "a page for people to a word that is not hostile", of: "errors.error-shape",
      .at("status=NoSuchWord", gives: HTTPResponse(403, "<html>")),
      "failed: an error of status 403 is not JSON, and so has no error_code"),
    TableRow(
      "429 to text of other letters", of: "filters.status-non-ascii",
      hostile("non-ascii") { $0.replaced(by: .error(429)) },
      "inconclusive: not reached: status 429, too many requests: SWR.400001 no; ask more "
        + "slowly with --rate"),
    TableRow(
      "a failure by text of other letters", of: "filters.status-non-ascii",
      hostile("non-ascii") { $0.replaced(by: .error(501)) },
      "failed: status with non-ASCII text (%E6%88%90%E5%8A%9F) is answered with status 501"),
  ]

  @Test(arguments: hostile)
  func `a hostile word does no harm`(reading: TableRow) async {
    await reading.expect(beside: "filters")
  }

  private static let unfiltered = Paper(operation: .paper(filtered: false), rows: Paper.rows(33))

  static let unlisted: [TableRow] = [
    TableRow("ignored", on: unfiltered, "passed"),
    TableRow(
      "refused with 400", on: unfiltered, .at("status=Succeed", gives: .error(400)), "passed"),
    TableRow(
      "refused with 499", on: unfiltered, .at("status=Succeed", gives: .error(499)), "passed"),
    TableRow(
      "a failure", on: unfiltered, .at("status=Succeed", gives: .error(500)),
      "failed: status=Succeed is answered with status 500"),
    TableRow(
      "a filter that is listed", "there is no case Paper.filters.unlisted-filter-does-no-harm"),
  ]

  @Test(arguments: unlisted)
  func `a filter that is not listed does no harm`(reading: TableRow) async {
    await reading.expect("filters.unlisted-filter-does-no-harm")
  }
}
