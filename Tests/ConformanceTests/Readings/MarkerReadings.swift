// SPDX-License-Identifier: Apache-2.0
// Readings of markers that lead round, into the void, or that nobody gave.

import Testing
import Wire

@Suite struct MarkerReadings {
  private static func next(_ marker: String, at parts: String) -> Deviation {
    .at(parts) { $0.replacing(#""page":{}"#, #""page":{"next":"\#(marker)"}"#) }
  }

  static let ends: [TableRow] = [
    TableRow(
      "the last marker leads to the first page", on: .marked,
      next("m/7=", at: "limit=7&marker=m/28="), "failed: the walk with limit=7 does not end"),
    TableRow(
      "a marker that leads to itself", on: .marked,
      .at("limit=7&marker=m/7=") { $0.replacing("m/14=", "m/7=") },
      "failed: the walk with limit=7 does not end"),
    TableRow(
      "a marker that is refused", on: .marked, .at("limit=7&marker=m/7=", gives: .error(400)),
      "failed: the walk with limit=7 does not end"),
    TableRow(
      "a marker that is refused with every limit", on: .marked,
      .at("marker=m/20=", gives: .error(404)), "failed: ×2: the walk with limit=20 does not end"),
    TableRow(
      "a marker that is not let in", on: .marked, .at("limit=7&marker=m/7=", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "a marker whose page is no list", on: .marked,
      .at("limit=7&marker=m/7=", gives: HTTPResponse(200, "{}")),
      "inconclusive: not readable: GET …?limit=7&marker=m%2F7%3D brought status 200 and no list"),
    TableRow(
      "the first page is refused", on: .marked, .at("limit=7", gives: .error(400)),
      "inconclusive: not readable: GET …?limit=7 brought status 400 and no list"),
    TableRow(
      "a list longer than every walk", on: .marked.having(2020),
      "inconclusive: not readable: the list has more than 100 pages"),
    TableRow("a list longer than one walk", on: .marked.having(200), "passed"),
    TableRow(
      "a last page that leads on to an empty one", on: .marked,
      .edit(where: { $0.has("marker=m/28=") || $0.has("marker=end") }) {
        $0.status == 200
          ? $0.replacing(#""page":{}"#, #""page":{"next":"end"}"#)
          : $0.replaced(by: HTTPResponse(200, #"{"page":{},"rows":[]}"#))
      },
      "passed"),
    TableRow(
      "no marker on a page without a limit", on: .marked,
      .edit(where: { $0["limit"] == nil && $0["marker"] == nil && $0["status"] == nil }) {
        $0.replacing(#"{"next":"m/8="}"#, "{}")
      },
      "failed: a page without a limit has 8 of 33 rows and no marker"),
    TableRow(
      "a page of one row without one, and without a marker", on: .marked,
      .at("limit=1", gives: HTTPResponse(200, #"{"page":{},"rows":[]}"#)),
      "failed: a page with limit=1 has 0 of 33 rows and no marker"),
    TableRow("a list behind offsets", "there is no case Paper.paging.marker-walk-ends"),
  ]

  @Test(arguments: ends)
  func `a walk along the markers ends`(reading: TableRow) async {
    await reading.expect("paging.marker-walk-ends")
  }

  static let once: [TableRow] = [
    TableRow(
      "the first marker at the end", on: .marked, next("m/7=", at: "limit=7&marker=m/28="),
      "failed: next_marker of page 5 came before"),
    TableRow(
      "a marker that leads to itself with two limits", on: .marked,
      .edit(where: { $0.has("limit=7&marker=m/7=") || $0.has("limit=10&marker=m/10=") }) {
        $0.replacing("m/14=", "m/7=").replacing("m/20=", "m/10=")
      },
      "failed: ×2: next_marker of page 2 came before"),
    TableRow(
      "a marker that leads to itself under a filter", on: .marked,
      .at("status=Succeed&limit=2&marker=m/2=") { $0.replacing("m/4=", "m/2=") },
      "failed: next_marker of page 2 came before"),
    TableRow("the same marker in two walks", on: .marked.having(140), "passed"),
    TableRow("an empty marker at the end", on: .marked, next("", at: ""), "passed"),
    TableRow(
      "an empty list", on: .marked.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow("one page", on: .marked.having(3), "inconclusive: too few rows: 3, the rule needs 8"),
  ]

  @Test(arguments: once)
  func `no marker comes twice in a walk`(reading: TableRow) async {
    await reading.expect("paging.marker-comes-once")
  }

  static let empty: [TableRow] = [
    TableRow(
      "behind the last row", on: .marked,
      .edit(where: { $0.has("limit=7&marker=m/28=") || $0.has("marker=end") }) {
        $0.status == 200
          ? $0.replacing(#""page":{}"#, #""page":{"next":"end"}"#)
          : $0.replaced(by: HTTPResponse(200, #"{"page":{},"rows":[]}"#))
      },
      "warned: a marker leads to an empty page"),
    TableRow(
      "in the middle", on: .marked, .at("limit=7&marker=m/7=") { $0.rows() },
      "warned: a marker leads to an empty page"),
    TableRow(
      "null in the middle", on: .marked,
      .at(
        "limit=7&marker=m/7=", gives: HTTPResponse(200, #"{"page":{"next":"m/14="},"rows":null}"#)),
      "warned: a marker leads to an empty page"),
    TableRow(
      "no list in the middle", on: .marked,
      .at("limit=7&marker=m/7=", gives: HTTPResponse(200, "{}")),
      "inconclusive: not readable: GET …?limit=7&marker=m%2F7%3D brought status 200 and no"
        + " list"),
    TableRow("an empty first page", on: .marked, .only("limit=7") { $0.rows() }, "passed"),
    TableRow(
      "an empty list", on: .marked.having(0), "inconclusive: nothing to assert: the list is empty"),
    TableRow("one page", on: .marked.having(3), "inconclusive: too few rows: 3, the rule needs 8"),
  ]

  @Test(arguments: empty)
  func `a marker leads to rows`(reading: TableRow) async {
    await reading.expect("paging.marker-leads-to-rows")
  }

  static let encoded: [TableRow] = [
    TableRow(
      "refused", on: .marked, .at("marker=m/20=", gives: .error(400)),
      "failed: ×2: a percent-encoded marker is answered with status 400"),
    TableRow(
      "refused with two limits", on: .marked,
      .edit(where: { $0["marker"] != nil }) { $0.replaced(by: .error(400)) },
      "failed: ×3: a percent-encoded marker is answered with status 400"),
    TableRow(
      "elsewhere", on: .marked, .at("marker=m/7=", gives: HTTPResponse(307, "")),
      "failed: a percent-encoded marker is answered with status 307"),
    TableRow(
      "markers without such characters", on: .marked,
      Deviation { asked, healthy in
        let plain = asked["marker"].map { "m/\($0.dropFirst())=" }
        return healthy(asked.but("marker", plain)).replacing("m/", "m").replacing(#"=""#, #"""#)
      },
      "skipped: no marker has a character that has to be percent-encoded"),
    TableRow(
      "plain markers are refused", on: .marked,
      .edit(where: { $0["marker"] != nil && $0["marker"]?.contains("/") == false }) {
        $0.replaced(by: .error(400))
      },
      "passed"),
    TableRow("one page", on: .marked.having(3), "inconclusive: too few rows: 3, the rule needs 8"),
  ]

  @Test(arguments: encoded)
  func `a marker survives its encoding`(reading: TableRow) async {
    await reading.expect("paging.marker-survives-encoding")
  }

  static let unknown: [TableRow] = [
    TableRow(
      "an empty list", on: .marked,
      .at("marker=nobody-gave-this-marker", gives: HTTPResponse(200, #"{"page":{},"rows":[]}"#)),
      "warned: an unknown marker is answered with status 200 and 0 rows"),
    TableRow(
      "null", on: .marked,
      .at("marker=nobody-gave-this-marker", gives: HTTPResponse(200, #"{"page":{},"rows":null}"#)),
      "warned: an unknown marker is answered with status 200 and 0 rows"),
    TableRow(
      "no list", on: .marked,
      .at("marker=nobody-gave-this-marker", gives: HTTPResponse(200, "{}")),
      "warned: an unknown marker is answered with status 200 and 0 rows"),
    TableRow(
      "one row", on: .marked,
      .at("marker=nobody-gave-this-marker", gives: HTTPResponse(200, #"{"page":{},"rows":[{}]}"#)),
      "failed: an unknown marker is answered with status 200 and 1 row"),
    TableRow(
      "the first page", on: .marked,
      .at("marker=nobody-gave-this-marker", asks: { $0.but("marker", nil) }),
      "failed: an unknown marker is answered with status 200 and 10 rows"),
    TableRow(
      "404", on: .marked, .at("marker=nobody-gave-this-marker", gives: .error(404)),
      "warned: an unknown marker is answered with status 404 and 0 rows"),
    TableRow(
      "401", on: .marked, .at("marker=nobody-gave-this-marker", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "499", on: .marked, .at("marker=nobody-gave-this-marker", gives: .error(499)),
      "warned: an unknown marker is answered with status 499 and 0 rows"),
    TableRow(
      "a failure", on: .marked, .at("marker=nobody-gave-this-marker", gives: .error(500)),
      "failed: an unknown marker is answered with status 500 and 0 rows"),
    TableRow(
      "a way elsewhere", on: .marked,
      .at("marker=nobody-gave-this-marker", gives: HTTPResponse(302, "")),
      "failed: an unknown marker is answered with status 302 and 0 rows"),
    TableRow(
      "no content", on: .marked,
      .at("marker=nobody-gave-this-marker", gives: HTTPResponse(204, "")),
      "failed: an unknown marker is answered with status 204 and 0 rows"),
  ]

  @Test(arguments: unknown)
  func `a marker that nobody gave is refused with 400`(reading: TableRow) async {
    await reading.expect("paging.unknown-marker-is-refused")
  }
}
