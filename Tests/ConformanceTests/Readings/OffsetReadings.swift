// SPDX-License-Identifier: Apache-2.0
// Readings of offsets that lead somewhere else, or to rows where there are none.

import Testing
import Wire

@Suite struct OffsetReadings {
  private static let none = HTTPResponse(200, #"{"total":33,"rows":[]}"#)
  private static let null = HTTPResponse(200, #"{"total":33,"rows":null}"#)

  static let starts: [TableRow] = [
    TableRow(
      "counted from 1",
      .only("limit=1&offset=1", gives: HTTPResponse(200, #"{"total":33,"rows":[{"id":0}]}"#)),
      "failed: limit=1&offset=1 starts at row 0: row 0 (1) is missing; row 0 (0) is added"),
    TableRow(
      "row 30 is another", .only("limit=1&offset=30") { $0.rows(#"{"id":31}"#) },
      "failed: limit=1&offset=30 starts at row 31: row 0 (30) is missing; row 0 (31) is added"),
    TableRow(
      "row 30 is not there", .only("limit=1&offset=30", gives: none),
      "failed: limit=1&offset=30 brings other rows: row 0 (30) is missing"),
    TableRow(
      "two rows in place of one", .only("limit=1&offset=1") { $0.more(#"{"id":2}"#) },
      "failed: limit=1&offset=1 brings other rows: row 1 (2) is added"),
    TableRow("a list that ends before row 30", on: .list.having(12), "passed"),
    TableRow(
      "a list that ends before row 30, and a row there", on: .list.having(12),
      .only("limit=1&offset=30") { $0.rows(#"{"id":1}"#) },
      "failed: limit=1&offset=30 starts at row 1: row 0 (1) is added"),
    TableRow(
      "one of the two refused", .only("limit=1&offset=1", gives: .error(400)),
      "failed: limit=1&offset=1 is answered with status 400"),
    TableRow(
      "both refused", .at("limit=1", gives: .error(400)),
      "failed: ×2: limit=1&offset=1 is answered with status 400"),
    TableRow(
      "an empty list", on: .list.having(0), "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: starts)
  func `the page at offset k starts with row k`(reading: TableRow) async {
    await reading.expect("paging.offset-starts-at-row")
  }

  static let ends: [TableRow] = [
    TableRow(
      "rows far behind", .at("offset=2000000000") { $0.rows(#"{"id":1}"#) },
      "failed: an offset behind the end brings 1 row"),
    TableRow(
      "rows behind the walk", .at("limit=10&offset=40") { $0.rows(#"{"id":1}"#) },
      "failed: an offset behind the end brings 1 row"),
    TableRow(
      "rows at the end itself", on: .list.having(30),
      .at("limit=10&offset=30") { $0.rows(#"{"id":1}"#) },
      "failed: an offset behind the end brings 1 row"),
    TableRow(
      "a refusal at the end itself", on: .list.having(30),
      .at("limit=10&offset=30", gives: .error(404)),
      "failed: an offset behind the end is answered with status 404"),
    TableRow(
      "null at the end itself", on: .list.having(30), .at("limit=10&offset=30", gives: null),
      "warned: /total: total is 33 behind the end"),
    TableRow(
      "a refusal far behind", .at("offset=2000000000", gives: .error(400)),
      "failed: an offset behind the end is answered with status 400"),
    TableRow(
      "a refusal behind the walk", .at("offset=40", gives: .error(404)),
      "failed: an offset behind the end is answered with status 404"),
    TableRow(
      "null far behind", .at("offset=2000000000", gives: null),
      "passed"),
    TableRow(
      "null behind the walk", .at("offset=40", gives: null),
      "passed"),
    TableRow(
      "no list at all far behind",
      .at("offset=2000000000", gives: HTTPResponse(200, #"{"total":33}"#)),
      "failed: an offset behind the end brings no list"),
    TableRow(
      "an array far behind", .at("offset=2000000000", gives: HTTPResponse(200, "[]")),
      "failed: an offset behind the end is answered with status 200"),
    TableRow(
      "total 0 far behind", .at("offset=2000000000") { $0.replacing(":33,", ":0,") },
      "warned: /total: total is 0 behind the end"),
    TableRow(
      "no total far behind", .at("offset=2000000000") { $0.replacing(":33,", ":null,") },
      "warned: /total: total is no integer behind the end"),
    TableRow(
      "rows and another total",
      .at("offset=2000000000", gives: HTTPResponse(200, #"{"total":1,"rows":[{}]}"#)),
      "failed: an offset behind the end brings 1 row; warning /total: total is 1 behind the end"),
    TableRow(
      "no total on the first page", .at("limit=10&offset=0") { $0.replacing(":33,", ":null,") },
      "inconclusive: nothing to assert: no page names a total that is an integer"),
    TableRow(
      "rows on one page only", on: .list.having(5),
      .at("limit=10&offset=10") { $0.rows(#"{"id":1}"#) },
      "failed: an offset behind the end brings 1 row"),
    TableRow("an empty list", on: .list.having(0), "passed"),
    TableRow("a list of 3,000,000,000", counting(3_000_000_000), "passed"),
    TableRow(
      "a list of 3,000,000,000 that begins anew", counting(3_000_000_000) { $0.rows("{}") },
      "failed: an offset behind the end brings 1 row"),
    TableRow(
      "a list of 3,000,000,000 behind which no offset is taken",
      counting(3_000_000_000) { $0.replaced(by: .error(400)) }, "passed"),
    TableRow(
      "a list of 3,000,000,000 behind which the server fails",
      counting(3_000_000_000) { $0.replaced(by: .error(500)) },
      "failed: an offset behind the end is answered with status 500"),
    TableRow("a list of 2^53 + 1", counting(9_007_199_254_740_993), "passed"),
    TableRow(
      "a list of the largest number", counting(.max),
      "inconclusive: nothing to assert: total is 9223372036854775807, and no offset is behind that"),
    TableRow(
      "rows far behind an empty list", on: .list.having(0),
      .at("offset=2000000000") { $0.rows(#"{"id":1}"#) },
      "failed: an offset behind the end brings 1 row"),
    TableRow(
      "a walk that breaks off before the end", .at("limit=10&offset=20", gives: .error(400)),
      "inconclusive: not readable: GET …?limit=10&offset=20 brought status 400 and no list"),
  ]

  /// A list that is said to have so many rows, and what it does behind them.
  private static func counting(
    _ total: Int, behind edit: @escaping @Sendable (HTTPResponse) -> HTTPResponse = { $0 }
  ) -> Deviation {
    Deviation { asked, healthy in
      let row = asked["offset"].flatMap { Int($0) } ?? 0
      let page = healthy(asked.but("offset", row < total ? "0" : "\(row)"))
      let told = page.replacing(":33,", ":\(total),")
      return row < total ? told : edit(told)
    }
  }

  @Test(arguments: ends)
  func `at and behind the end a list is empty`(reading: TableRow) async {
    await reading.expect("paging.offset-behind-end")
  }

  static let far: [TableRow] = [
    TableRow("refused with 400", .at("offset=4294967300", gives: .error(400)), "passed"),
    TableRow("rows of a list that is longer", counting(9_007_199_254_740_993), "passed"),
    TableRow(
      "refused with 401", .at("offset=4294967300", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "refused with 404", .at("offset=4294967300", gives: .error(404)),
      "warned: offset=4294967300 is answered with status 404"),
    TableRow(
      "refused with 402", .at("offset=4294967300", gives: .error(402)),
      "warned: offset=4294967300 is answered with status 402"),
    TableRow(
      "refused with 499", .at("offset=4294967300", gives: .error(499)),
      "warned: offset=4294967300 is answered with status 499"),
    TableRow(
      "a failure", .at("offset=4294967300", gives: .error(500)),
      "failed: offset=4294967300 is answered with status 500"),
    TableRow(
      "a way elsewhere", .at("offset=4294967300", gives: HTTPResponse(302, "")),
      "failed: offset=4294967300 is answered with status 302"),
    TableRow(
      "cut to 32 bits", .at("offset=4294967300", asks: { $0.but("offset", "4") }),
      "failed: offset=4294967300 is answered with status 200, 20 rows"),
    TableRow(
      "one row", .at("offset=4294967300") { $0.rows(#"{"id":1}"#) },
      "failed: offset=4294967300 is answered with status 200, 1 row"),
    TableRow(
      "no list", .at("offset=4294967300", gives: HTTPResponse(200, "{}")),
      "failed: offset=4294967300 is answered with status 200, no list"),
    TableRow("null", .at("offset=4294967300", gives: null), "passed"),
    TableRow(
      "cut to 32 bits, where multiples are asked for", on: .multiples,
      of: "paging.offset-of-32-zero-bits",
      .at("offset=107374182400", asks: { $0.but("offset", "0") }),
      "failed: offset=107374182400 is answered with status 200, 20 rows"),
    TableRow(
      "a multiple of both behind the end", on: .multiples, of: "paging.offset-of-32-zero-bits",
      "passed"),
    TableRow(
      "where any offset is taken", of: "paging.offset-of-32-zero-bits",
      "there is no case Paper.paging.offset-of-32-zero-bits"),
  ]

  @Test(arguments: far)
  func `an offset beyond 32 bits brings no rows`(reading: TableRow) async {
    await reading.expect("paging.offset-beyond-32-bits")
  }

  static let multiples: [TableRow] = [
    TableRow(
      "taken", on: .multiples, .at("offset=5", asks: { $0.but("offset", "0") }),
      "warned: offset=5&limit=10 is answered with status 200"),
    TableRow(
      "refused with 404", on: .multiples, .at("offset=5", gives: .error(404)),
      "warned: offset=5&limit=10 is answered with status 404"),
    TableRow(
      "refused with 401", on: .multiples, .at("offset=5", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "refused with 499", on: .multiples, .at("offset=5", gives: .error(499)),
      "warned: offset=5&limit=10 is answered with status 499"),
    TableRow(
      "a failure", on: .multiples, .at("offset=5", gives: .error(500)),
      "failed: offset=5&limit=10 is answered with status 500"),
    TableRow(
      "no content", on: .multiples, .at("offset=5", gives: HTTPResponse(204, "")),
      "failed: offset=5&limit=10 is answered with status 204"),
    TableRow("refused as documented", on: .multiples, "passed"),
    TableRow("where any offset is taken", "there is no case Paper.paging.offset-multiple-of-limit"),
    TableRow(
      "any, where a multiple is asked for", on: .multiples, of: "paging.any-offset",
      "there is no case Paper.paging.any-offset"),
  ]

  @Test(arguments: multiples)
  func `an offset that is no multiple of limit is refused`(reading: TableRow) async {
    await reading.expect("paging.offset-multiple-of-limit")
  }

  static let slices: [TableRow] = [
    TableRow(
      "offset 1 refused", of: "paging.any-offset", .only("limit=10&offset=1", gives: .error(400)),
      "warned: limit=10&offset=1 is answered with status 400"),
    TableRow(
      "offset 1 refused with 499", of: "paging.any-offset",
      .only("limit=10&offset=1", gives: .error(499)),
      "warned: limit=10&offset=1 is answered with status 499"),
    TableRow(
      "offset 1 fails", of: "paging.any-offset", .only("limit=10&offset=1", gives: .error(500)),
      "failed: limit=10&offset=1 is answered with status 500"),
    TableRow(
      "offset 1 leads elsewhere", of: "paging.any-offset",
      .only("limit=10&offset=1", gives: HTTPResponse(302, "")),
      "failed: limit=10&offset=1 is answered with status 302"),
    TableRow(
      "offset 1 rounded", of: "paging.any-offset",
      .only("limit=10&offset=1", asks: { $0.but("offset", "0") }),
      "failed: limit=10&offset=1 starts at row 0: row 9 (10) is missing; row 0 (0) is added"),
    TableRow(
      "offset 1 brings a row less", of: "paging.any-offset",
      .only("limit=10&offset=1") { $0.less() },
      "failed: limit=10&offset=1 brings other rows: row 9 (10) is missing"),
    TableRow(
      "offset 1 brings no list", of: "paging.any-offset",
      .only("limit=10&offset=1", gives: HTTPResponse(200, "{}")),
      "failed: limit=10&offset=1 brings other rows: row 0 (1) is missing, and 9 more"),
    TableRow(
      "limit alone refused", of: "paging.limit-alone", .only("limit=3", gives: .error(400)),
      "warned: limit=3 is answered with status 400"),
    TableRow(
      "limit alone fails", of: "paging.limit-alone", .only("limit=3", gives: .error(500)),
      "failed: limit=3 is answered with status 500"),
    TableRow(
      "limit alone starts elsewhere", of: "paging.limit-alone",
      .only("limit=3", asks: { $0.but("offset", "3") }),
      "failed: limit=3 starts at row 3: row 0 (0) is missing, and 2 more; row 0 (3) is added, and "
        + "2 more"),
    TableRow(
      "limit alone ignored", of: "paging.limit-alone",
      .only("limit=3", asks: { $0.but("limit", nil) }),
      "failed: limit=3 brings other rows: row 3 (3) is added, and 4 more"),
    TableRow(
      "offset alone refused", of: "paging.offset-alone", .only("offset=10", gives: .error(404)),
      "warned: offset=10 is answered with status 404"),
    TableRow(
      "offset alone fails", of: "paging.offset-alone", .only("offset=10", gives: .error(500)),
      "failed: offset=10 is answered with status 500"),
    TableRow(
      "offset alone takes another limit", of: "paging.offset-alone",
      .only("offset=10", asks: { $0.but("limit", "10") }),
      "failed: offset=10 brings other rows: row 8 (18) is added, and 1 more"),
    TableRow(
      "offset alone ignored", of: "paging.offset-alone",
      .only("offset=10", asks: { $0.but("offset", nil) }),
      "failed: offset=10 starts at row 0: row 0 (10) is missing, and 7 more; row 0 (0) is added, "
        + "and 7 more"),
    TableRow(
      "offset alone in a short list", on: .list.having(12), of: "paging.offset-alone", "passed"),
    TableRow(
      "offset alone in an empty list", on: .list.having(0), of: "paging.offset-alone",
      "inconclusive: nothing to assert: the list is empty"),
  ]

  @Test(arguments: slices)
  func `limit and offset are taken alone, and any offset`(reading: TableRow) async {
    await reading.expect()
  }
}
