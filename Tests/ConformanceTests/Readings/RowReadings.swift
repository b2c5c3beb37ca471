// SPDX-License-Identifier: Apache-2.0
// Readings of pages that show rows twice, not at all, in another order, or others when asked again.

import Conformance
import Testing
import Wire

@Suite struct RowReadings {
  static let twice: [TableRow] = [
    TableRow(
      "twice on a page", .only("limit=7&offset=0") { $0.row(3, #"{"id":2}"#) },
      "failed: /rows/3: id 2 is listed twice"),
    TableRow(
      "on the next page again", .only("limit=7&offset=7") { $0.row(0, #"{"id":6}"#) },
      "failed: /rows/0: id 6 is listed again, as on page 1"),
    TableRow(
      "on a page further on again, twice",
      .only("limit=7&offset=14") { $0.row(0, #"{"id":6}"#).row(1, #"{"id":6}"#) },
      "failed: /rows/0 ×2: id 6 is listed again, as on page 1"),
    TableRow(
      "with two limits", .at("offset=0") { $0.row(3, #"{"id":2}"#) },
      "failed: /rows/3: id 2 is listed twice; /rows/3: id 2 is listed twice; /rows/3: id 2 is "
        + "listed twice"),
    TableRow(
      "offset ignored with one limit", .at("limit=20", asks: { $0.but("offset", nil) }),
      "failed: /rows/0 ×20: id 0 is listed again, as on page 1"),
    TableRow(
      "in a list behind markers", on: .marked,
      .only("limit=7&marker=m/7=") { $0.row(0, #"{"id":6}"#) },
      "failed: /rows/0: id 6 is listed again, as on page 1"),
    TableRow(
      "two rows that say nothing of themselves",
      .only("limit=7&offset=0") { $0.row(3, "{}").row(4, "{}") },
      "failed: /rows/4: id {} is listed twice"),
    TableRow(
      "two rows without a number that are not the same",
      .only("limit=7&offset=0") {
        $0.row(3, #"{"id":null,"status":"Failed"}"#).row(4, #"{"id":null,"status":"Succeed"}"#)
      }, "passed"),
    TableRow(
      "the number of a row as text", .only("limit=7&offset=7") { $0.row(0, #"{"id":"6"}"#) },
      "passed"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: twice)
  func `a walk shows each row once`(reading: TableRow) async {
    await reading.expect("paging.each-row-once")
  }

  static let limits: [TableRow] = [
    TableRow(
      "two rows change places", .only("limit=7&offset=0") { $0.swapping(2, 3) },
      "failed: limit=7 reads other rows than limit=20: row 2 (3) has moved from row 3"),
    TableRow(
      "a row is left out", .only("limit=7&offset=28") { $0.without(1) },
      "failed: limit=7 reads other rows than limit=20: row 29 (29) is missing"),
    TableRow(
      "a row more", .only("limit=10&offset=30") { $0.more(#"{"id":33}"#) },
      "failed: limit=10 reads other rows than limit=20: row 33 (33) is added"),
    TableRow(
      "the rows are the same and their content is not",
      .at("limit=7") { $0.replacing("Succeed", "Failed") }, "passed"),
    TableRow(
      "another row before the cut", on: .list.having(200),
      .only("limit=7&offset=70") { $0.row(1, #"{"id":0}"#) },
      "failed: limit=7 reads other rows than limit=20: row 71 (71) is missing"),
    TableRow(
      "another row behind the cut", on: .list.having(200),
      .only("limit=7&offset=196") { $0.row(1, #"{"id":0}"#) }, "passed"),
    TableRow(
      "behind markers a row is left out", on: .marked,
      .only("limit=7&marker=m/7=") { $0.without(1) },
      "failed: limit=7 reads other rows than limit=20: row 8 (8) is missing"),
    TableRow(
      "an empty list with one limit", .at("limit=7") { $0.rows() },
      "failed: limit=7 reads other rows than limit=20: row 0 (0) is missing, and 32 more"),
    TableRow(
      "an empty list with the largest limit", .at("limit=20") { $0.rows() },
      "failed: limit=10 reads other rows than limit=20: row 0 (0) is added, and 32 more; limit=7 "
        + "reads other rows than limit=20: row 0 (0) is added, and 32 more"),
    TableRow(
      "a page of one limit that is no list", .at("limit=7&offset=14", gives: .error(400)),
      "inconclusive: not readable: GET …?limit=7&offset=14 brought status 400 and no list"),
    TableRow(
      "a row left out before a page that is no list",
      Deviation { asked, healthy in
        asked.has("limit=7&offset=14")
          ? .error(400)
          : asked.has("limit=7&offset=0")
            ? healthy(asked).without(4) : healthy(asked)
      }, "inconclusive: not readable: GET …?limit=7&offset=14 brought status 400 and no list"),
    TableRow(
      "a row left out beside a page that is no list",
      Deviation { asked, healthy in
        asked.has("limit=7&offset=14")
          ? .error(400)
          : asked.has("limit=10&offset=0") ? healthy(asked).without(4) : healthy(asked)
      },
      "failed: limit=10 reads other rows than limit=20: row 4 (4) is missing"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: limits)
  func `every limit reads the same rows in the same order`(reading: TableRow) async {
    await reading.expect("paging.same-rows-for-every-limit")
  }

  static let answered: [TableRow] = [
    TableRow(
      "a failure on the way back", .again("limit=20") { $0.replaced(by: .error(500)) },
      "failed: a request sent again is answered with status 500"),
    TableRow(
      "a refusal on the second page",
      .again("limit=20&offset=20") { $0.replaced(by: .error(400)) },
      "failed: a request sent again is answered with status 400"),
    TableRow(
      "two refusals of two kinds",
      Deviation { asked, healthy in
        asked.visit == 1 ? healthy(asked) : .error(asked["offset"] == "20" ? 404 : 400)
      },
      "failed: a request sent again is answered with status 400"),
    TableRow(
      "not let in any more",
      .edit(where: { $0.has("limit=20") && $0.visit > 1 }) { $0.replaced(by: .error(401)) },
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "asked too often", .again("limit=20") { $0.replaced(by: .error(429)) },
      "inconclusive: not reached: status 429, too many requests: SWR.400001 no; ask more "
        + "slowly with --rate"),
    TableRow(
      "refused at once", .at("limit=20", gives: .error(400)),
      "inconclusive: not readable: GET …?limit=20&offset=0 brought status 400 and no list"),
    TableRow(
      "other rows behind an offset",
      .again("limit=20&offset=20") { $0.replacing(#""id":"#, #""id":1"#) }, "passed"),
    TableRow(
      "a marker that led to others", on: .marked,
      .again("marker=m/10=") { $0.replacing(#""id":"#, #""id":9"#) },
      "failed: a marker sent again brings none of the rows of before"),
    TableRow(
      "a marker that led to nothing any more", on: .marked, .again("marker=m/10=") { $0.rows() },
      "failed: a marker sent again brings none of the rows of before"),
    TableRow(
      "a marker that led to one row of before", on: .marked,
      .again("marker=m/10=") { $0.rows(#"{"id":19}"#) }, "passed"),
    TableRow(
      "a marker that led to 4 others", on: .marked.having(14),
      .again("marker=m/10=") { $0.replacing(#""id":"#, #""id":9"#) }, "passed"),
    TableRow(
      "a marker that led to 5 others", on: .marked.having(15),
      .again("marker=m/10=") { $0.replacing(#""id":"#, #""id":9"#) },
      "failed: a marker sent again brings none of the rows of before"),
    TableRow(
      "other rows without a marker", on: .marked,
      .again("limit=10") { $0.replacing(#""id":"#, #""id":9"#).replacing("m/10=", "m/20=") },
      "passed"),
    TableRow("an empty list", on: .list.having(0), "passed"),
  ]

  @Test(arguments: answered)
  func `a request that was answered is answered again`(reading: TableRow) async {
    await reading.expect("paging.same-request-is-answered")
  }

  static let again: [TableRow] = [
    TableRow(
      "in another order", .again("limit=20&offset=0") { $0.reversed() },
      "failed: a request sent again brings other rows: row 0 (19) has moved from row 19"),
    TableRow(
      "with a row less", .again("limit=20&offset=20") { $0.less() },
      "failed: a request sent again brings other rows: row 12 (32) is missing"),
    TableRow(
      "with a row less the second time only",
      .edit(where: { $0.has("limit=20&offset=0") && $0.visit == 2 }) { $0.less() },
      "failed: a request sent again brings other rows: row 19 (19) is missing"),
    TableRow(
      "with a row more the second time only",
      .edit(where: { $0.has("limit=20&offset=20") && $0.visit == 2 }) {
        $0.row(0, #"{"id":99}"#)
      }, "passed"),
    TableRow(
      "with another total", .again("limit=20") { $0.replacing(":33,", ":34,") },
      "failed: /total ×2: a request sent again brings another total"),
    TableRow(
      "with no total", .again("limit=20&offset=20") { $0.replacing(":33,", ":null,") },
      "failed: /total: a request sent again brings another total"),
    TableRow(
      "with other content", .again("limit=20") { $0.replacing("Failed", "Pending") }, "passed"),
    TableRow(
      "behind a marker in another order", on: .marked, .again("marker=m/10=") { $0.reversed() },
      "failed: a request sent again brings other rows: row 0 (19) has moved from row 9"),
    TableRow(
      "with a page that is no list", .again("limit=20", { $0.replaced(by: .error(400)) }),
      "inconclusive: not readable: GET …?limit=20&offset=0 brought status 400 and no list"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: again)
  func `the same request gives the same page`(reading: TableRow) async {
    await reading.expect("paging.same-request-same-page")
  }
}
