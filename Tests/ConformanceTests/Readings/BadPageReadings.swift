// SPDX-License-Identifier: Apache-2.0
// Readings of pages that cannot be asked for, and are answered all the same.

import Testing
import Wire

@Suite struct BadPageReadings {
  private static func says(_ status: Int, _ body: String = "{}") -> Deviation {
    .only("limit=21", gives: HTTPResponse(status, body))
  }

  static let weights: [TableRow] = [
    TableRow("400", says(400), "passed"),
    TableRow("422", says(422), "warned: limit 21 is answered with status 422"),
    TableRow(
      "401", says(401),
      "inconclusive: not let in: status 401"),
    TableRow("404", says(404), "warned: limit 21 is answered with status 404"),
    TableRow(
      "429", says(429),
      "inconclusive: not reached: status 429, too many requests; ask more slowly with --rate"),
    TableRow("499", says(499), "warned: limit 21 is answered with status 499"),
    TableRow("500", says(500), "failed: limit 21 is answered with status 500"),
    TableRow("302", says(302), "failed: limit 21 is answered with status 302"),
    TableRow("204", says(204, ""), "failed: limit 21 is answered with status 204"),
    TableRow(
      "as many rows as the largest page", .only("limit=21", asks: { $0.but("limit", "20") }),
      "warned: limit 21 is answered with status 200, with 20 rows"),
    TableRow(
      "one row more",
      .only("limit=21") {
        $0.replaced(
          by: HTTPResponse(200, #"{"rows":[1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,20,21]}"#))
      },
      "failed: limit 21 is answered with status 200, with 21 rows"),
    TableRow(
      "an empty list", says(200, #"{"rows":[]}"#), "warned: limit 21 is answered with status 200"),
    TableRow("null", says(200, #"{"rows":null}"#), "warned: limit 21 is answered with status 200"),
    TableRow("no list", says(200), "failed: limit 21 is answered with status 200"),
    TableRow("no JSON", says(200, "<html>"), "failed: limit 21 is answered with status 200"),
    TableRow(
      "400 with rows", says(400, #"{"rows":[{}]}"#),
      "failed: limit 21 is answered with status 400, with 1 row"),
    TableRow("400 with an empty list", says(400, #"{"rows":[]}"#), "passed"),
  ]

  @Test(arguments: weights)
  func `400 is promised, and clamping is a warning`(reading: TableRow) async {
    await reading.expect("errors.limit-too-large")
  }

  static let pages: [TableRow] = [
    TableRow(
      "limit=0", of: "errors.limit-zero", clamping("limit=0"),
      "warned: limit 0 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=-1", of: "errors.limit-negative", clamping("limit=-1"),
      "warned: limit -1 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=abc", of: "errors.limit-word", clamping("limit=abc"),
      "warned: limit abc is answered with status 200, with 8 rows"),
    TableRow(
      "limit=9223372036854775808", of: "errors.limit-2-to-63",
      clamping("limit=9223372036854775808"),
      "warned: limit 2^63 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=21", of: "errors.limit-too-large", clamping("limit=21"),
      "warned: limit 21 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=2147483648", of: "errors.limit-2-to-31", clamping("limit=2147483648"),
      "warned: limit 2^31 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=1.5", of: "errors.limit-fraction", clamping("limit=1.5"),
      "warned: limit 1.5 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=", of: "errors.limit-empty", clamping("limit="),
      "warned: limit that is empty is answered with status 200, with 8 rows"),
    TableRow(
      "limit=10&limit=20", of: "errors.limit-repeated", clamping("limit=10&limit=20"),
      "warned: limit given twice is answered with status 200, with 8 rows"),
    TableRow(
      "offset=-1", of: "errors.offset-negative", clamping("offset=-1"),
      "warned: offset -1 is answered with status 200, with 8 rows"),
    TableRow(
      "offset=abc", of: "errors.offset-word", clamping("offset=abc"),
      "warned: offset abc is answered with status 200, with 8 rows"),
    TableRow(
      "offset=9223372036854775808", of: "errors.offset-2-to-63",
      clamping("offset=9223372036854775808"),
      "warned: offset 2^63 is answered with status 200, with 8 rows"),
    TableRow(
      "limit=0 brings more than a page", of: "errors.limit-zero",
      .only("limit=0", asks: { $0.but("limit", "9") }),
      "failed: limit 0 is answered with status 200, with 9 rows"),
    TableRow(
      "limit=0 brings nothing", of: "errors.limit-zero",
      .only("limit=0", gives: HTTPResponse(200, #"{"total":33,"rows":[]}"#)),
      "warned: limit 0 is answered with status 200"),
    TableRow(
      "limit=0 brings null", of: "errors.limit-zero",
      .only("limit=0", gives: HTTPResponse(200, #"{"total":33,"rows":null}"#)),
      "warned: limit 0 is answered with status 200"),
    TableRow(
      "limit=2^63 brings the largest page", of: "errors.limit-2-to-63",
      .only("limit=9223372036854775808", asks: { $0.but("limit", "20") }),
      "warned: limit 2^63 is answered with status 200, with 20 rows"),
    TableRow("offset=0", of: "errors.offset-zero", "there is no case Paper.errors.offset-zero"),
    TableRow(
      "offset=1.5", of: "errors.offset-fraction", "there is no case Paper.errors.offset-fraction"),
    TableRow(
      "limit=0 behind markers", on: .marked, of: "errors.limit-zero", clamping("limit=0"),
      "warned: limit 0 is answered with status 200, with 8 rows"),
    TableRow(
      "offset=-1 behind markers", on: .marked, of: "errors.offset-negative",
      "there is no case Paper.errors.offset-negative"),
  ]

  private static func clamping(_ query: String) -> Deviation {
    .only(query, asks: { $0.but("limit", nil).but("offset", nil) })
  }

  @Test(arguments: pages)
  func `every page that cannot be asked for is asked for`(reading: TableRow) async {
    await reading.expect()
  }
}
