// SPDX-License-Identifier: Apache-2.0
// Readings of rows that are shown, or not, through a parent to which they do not belong.

import Contract
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

  // MARK: - What stands last

  private static let shelves33 = Paper(operation: .paperOfShelves, rows: Paper.rows(33))
  private static let shared = "failed: /rows/1: another shelf shows what belongs to this one"

  /// The list under its own shelf, and what another shelf answers.
  private static func another(_ body: String?, _ status: Int = 200) -> Deviation {
    Deviation { asked, healthy in
      var asked = asked
      if asked.path == "/v2/p/shelves/s9" {
        guard let body else { return healthy(asked) }
        return HTTPResponse(.init(status), body)
      }
      if asked.path == "/v2/p/shelves/s0" { asked.path = Paper.path }
      return healthy(asked)
    }
  }

  static let last: [TableRow] = [
    TableRow("404", on: shelves33, another(nil), "passed"),
    TableRow("an empty list", on: shelves33, another(#"{"total":0,"rows":[]}"#), "passed"),
    TableRow(
      "other rows of the same numbers", on: shelves33,
      another(#"{"total":1,"rows":[{"id":0,"status":"Failed"}]}"#), "passed"),
    TableRow(
      "a row from behind the first page", on: shelves33,
      another(#"{"total":2,"rows":[{"id":900},{"status":"Succeed","id":30}]}"#), shared),
    TableRow(
      "403", on: shelves33, another("{}", 403),
      "inconclusive: nothing to assert: another shelf is answered with status 403"),
    TableRow(
      "500", on: shelves33, another("{}", 500),
      "inconclusive: nothing to assert: another shelf is answered with status 500"),
    TableRow(
      "no list", on: shelves33, another("[]"),
      "inconclusive: nothing to assert: another shelf is answered with status 200"),
    TableRow(
      "all rows with nothing changed but the shelf", on: timed, another(echo("s9", 3)),
      "failed: /rows/0: another shelf shows what belongs to this one, but for the shelf itself"),
    TableRow(
      "the very rows, told once", on: timed, another(echo("s0", 3)),
      "failed: /rows/0 ×3: another shelf shows what belongs to this one"),
    TableRow(
      "one row of three with another time", on: timed,
      another(echo("s9", 3).replacing("00:02Z", with: "00:09Z")), "passed"),
    TableRow("two rows that may agree by chance", on: timed, another(echo("s9", 2)), "passed"),
    TableRow(
      "an empty list of its own", on: Paper(operation: .paperOfShelves, rows: []),
      another(#"{"total":1,"rows":[{"id":900}]}"#),
      "inconclusive: nothing to assert: the list has no row"),
  ]

  private static let timed: Paper = {
    var operation = Contract.Operation.paperOfShelves
    operation.answers =
      Contract.Operation.paper(fields: [
        .field("id", .integer, .required, "is the row's number"),
        .field("shelf", .string, .expected, "is where it stands"),
        .field("at", .timestamp, .expected, "is when it came"),
      ]).answers
    return Paper(
      operation: operation,
      rows: (0..<33).map { Paper.Row(status: "", json: Self.row($0, "s0")) })
  }()

  private static func row(_ id: Int, _ shelf: String) -> String {
    #"{"id":\#(id),"shelf":"\#(shelf)","at":"2026-01-01T00:00:0\#(id % 10)Z"}"#
  }

  private static func echo(_ shelf: String, _ count: Int) -> String {
    let rows = (0..<count).map { row($0, shelf) }.joined(separator: ",")
    return #"{"total":\#(count),"rows":[\#(rows)]}"#
  }

  @Test(arguments: last)
  func `no row is shown under another shelf as well`(reading: TableRow) async {
    await reading.expect("relations.other-shelf")
  }
}

extension Contract.Operation {
  /// A list that stands directly under a shelf.
  fileprivate static var paperOfShelves: Contract.Operation {
    var operation = paper()
    operation.path = "/v2/{project}/shelves/{shelf}"
    operation.parameters.removeAll { ["name", "box"].contains($0.name) }
    return operation
  }
}
