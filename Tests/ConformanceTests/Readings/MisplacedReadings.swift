// SPDX-License-Identifier: Apache-2.0
// Readings of rows that are shown, or not, through a parent to which they do not belong.

import Testing
import Wire

@Suite struct MisplacedReadings {
  private static func under(_ place: String, _ status: Int, _ body: String) -> Deviation {
    .edit(where: { $0.path == "/v2/p/shelves/\(place)/boxes/7" }) {
      $0.replaced(by: HTTPResponse(status, body))
    }
  }

  private static let shelf = "s9/names/n"
  private static let name = "s0/names/m"
  private static let service = #"{"error_code":"SWR.400003","error_msg":"no such row"}"#
  private static let mayBeOwn =
    "inconclusive: nothing to assert: the other instance may have a list of its own under the "
    + "same names"

  static let names: [TableRow] = [
    TableRow("404", "passed"),
    TableRow("403", under(name, 403, service), "warned: another name is answered with status 403"),
    TableRow(
      "400 by the service", under(name, 400, service),
      "warned: another name is answered with status 400"),
    TableRow("400", under(name, 400, "{}"), "failed: another name is answered with status 400"),
    TableRow("401", under(name, 401, "{}"), "inconclusive: not let in: status 401"),
    TableRow("500", under(name, 500, "{}"), "failed: another name is answered with status 500"),
    TableRow(
      "the rows", reaching(name), "failed: another name is answered with status 200, with 8 rows"),
    TableRow(
      "an empty list", under(name, 200, #"{"total":0,"rows":[]}"#),
      "failed: another name is answered with status 200"),
    TableRow(
      "404 with a row", under(name, 404, #"{"rows":[{}]}"#),
      "failed: another name is answered with status 404, with 1 row"),
  ]

  private static func reaching(_ place: String) -> Deviation {
    Deviation { asked, healthy in
      var asked = asked
      if asked.path == "/v2/p/shelves/\(place)/boxes/7" { asked.path = Paper.path }
      return healthy(asked)
    }
  }

  @Test(arguments: names)
  func `nothing is found under another name`(reading: TableRow) async {
    await reading.expect("errors.other-name")
  }

  static let shelves: [TableRow] = [
    TableRow("404", "passed"),
    TableRow(
      "the rows", reaching(shelf),
      "failed: another shelf is answered with status 200, with 8 rows"),
    TableRow(
      "one of the rows among others",
      under(shelf, 200, #"{"total":2,"rows":[{"id":900},{"status":"Succeed","id":0}]}"#),
      "failed: another shelf is answered with status 200, with 2 rows"),
    TableRow(
      "a row from behind the first page",
      under(shelf, 200, #"{"total":1,"rows":[{"status":"Succeed","id":30}]}"#),
      "failed: another shelf is answered with status 200, with 1 row"),
    TableRow(
      "other rows of the same numbers",
      under(shelf, 200, #"{"total":1,"rows":[{"id":0,"status":"Failed"}]}"#), mayBeOwn),
    TableRow("an empty list", under(shelf, 200, #"{"total":0,"rows":[]}"#), mayBeOwn),
    TableRow("403", under(shelf, 403, "{}"), "warned: another shelf is answered with status 403"),
  ]

  @Test(arguments: shelves)
  func `nothing is found under another instance`(reading: TableRow) async {
    await reading.expect("errors.other-shelf")
  }

  @Test func `nothing belongs to what stands last`() async {
    await TableRow("", "there is no case Paper.errors.other-box").expect("errors.other-box")
  }
}
