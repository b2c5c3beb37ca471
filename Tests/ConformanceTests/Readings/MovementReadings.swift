// SPDX-License-Identifier: Apache-2.0
// Readings of lists that move while they are read, and of faults that are seen only once.

import Conformance
import Contract
import Testing
import Wire

@Suite struct MovementReadings {
  /// A way in which a list moves, from one step to the next.
  enum Movement: CaseIterable {
    case comesFirst, comesLast, goesFirst, changes

    func rows(_ step: Int) -> [Paper.Row] {
      switch self {
      case .comesFirst: Paper.rows(33 + step).reversed()
      case .comesLast: Paper.rows(33 + step)
      case .goesFirst: Array(Paper.rows(133).dropFirst(step))
      case .changes: (0..<33).map { Paper.Row($0, $0 * 6 < step ? "Succeed" : "Pending") }
      }
    }

    /// A marker of the registry on paper counts rows from the front, which must not move then.
    var papers: [Paper] { self == .comesLast || self == .changes ? [.list, .marked] : [.list] }
  }

  @Test(arguments: Movement.allCases, [1, 3, 8])
  func `a list that moves is held against nobody`(movement: Movement, pace: Int) async {
    for paper in movement.papers {
      let moving = Deviation { asked, _ in
        Paper(operation: paper.operation, rows: movement.rows(asked.number / pace)).answer(asked)
      }
      let told = await HealthyReadings.results(paper, moving).map { "\($0.id) \($0.told())" }
      #expect(told.filter { $0.contains(" failed: ") } == [])
      #expect(pace > 1 || told.contains { $0.contains(" inconclusive: data moved: ") })
    }
  }

  /// A list whose rows may have a number.
  private static let numbered = Paper(
    operation: .paper(fields: [
      .field("id", .integer, .required, "is the row's number"),
      .field("status", .string, .expected, "is the row's state"),
      .field("n", .integer, .optional, "is told"),
    ]), rows: Paper.rows(33))

  /// The row that failed has one state in every other answer, and another in those between.
  private static func turning(between even: String, _ odd: String) -> Deviation {
    Deviation { asked, healthy in
      let state = asked.number.isMultiple(of: 2) ? even : odd
      return healthy(asked).replacing(
        #""id":1,"status":"Failed""#, #""id":1,"status":"\#(state)""#)
    }
  }

  /// The row has the next of some states in every answer, and is found by it.
  private static func inStep(_ states: [String]) -> Deviation {
    Deviation { asked, _ in
      let row = Paper.Row(1, states[asked.number % states.count])
      return Paper.list.having(Paper.rows(1)[0], row).answer(asked)
    }
  }

  static let certain: [TableRow] = [
    TableRow(
      "a row that succeeded changes at every reading", on: numbered,
      of: "relations.same-row-everywhere",
      Deviation { asked, healthy in
        healthy(asked).replacing(#""id":0,"#, #""id":0,"n":\#(asked.number),"#)
      },
      "failed: /rows/0/n ×9: /rows/0/n is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "a row that succeeded changes once", on: numbered, of: "relations.same-row-everywhere",
      Deviation { asked, healthy in
        healthy(asked).replacing(#""id":0,"#, #""id":0,"n":\#(asked.number > 12 ? 1 : 0),"#)
      }, "passed"),
    TableRow(
      "a row that failed is tried again", on: numbered, of: "relations.same-row-everywhere",
      Deviation { asked, healthy in
        healthy(asked).replacing(#""id":1,"#, #""id":1,"n":\#(asked.number),"#)
      },
      "inconclusive: data moved: row 1 changed"),
    TableRow(
      "a task that runs goes to and fro", of: "relations.same-row-everywhere",
      turning(between: "Pending", "InProgress"),
      "inconclusive: data moved: row 1 changed"),
    TableRow(
      "a task that goes to and fro in step with the requests", of: "filters.status-add-up",
      inStep(["Pending", "Initialized"]), "inconclusive: data moved: total 1 → 0"),
    TableRow(
      "a task of three states in step with the requests", of: "filters.status-add-up",
      inStep(["Pending", "Initialized", "InProgress"]), "passed"),
    TableRow(
      "a row that a filter leaves out", of: "filters.status-add-up",
      .at("status=Pending") { $0.without(1) },
      "failed: status=Pending leaves out row 5"),
    TableRow(
      "a filter shows a task as it asks for it", of: "relations.same-row-everywhere",
      .at("status=Pending") {
        $0.replacing(#""id":2,"status":"Pending""#, #""id":1,"status":"Pending""#)
      },
      "failed: /rows/0/status: /rows/0/status is not what another answer shows of the row"),
    TableRow(
      "a task that is over goes back", of: "relations.same-row-everywhere",
      turning(between: "InProgress", "Succeed"),
      "failed: /rows/1/status ×5: /rows/1/status is not what another answer shows of the row"),
    TableRow(
      "a total that grows alone", of: "paging.total-is-constant",
      Deviation { asked, healthy in
        healthy(asked).replacing(#""total":33"#, #""total":\#(33 + asked.number)"#)
      },
      "failed: /total ×15: total is 54 for limit=20&offset=20, elsewhere 53"),
  ]

  @Test(arguments: certain)
  func `what no movement explains counts`(reading: TableRow) async { await reading.expect() }

  static let forgiven: [TableRow] = [
    TableRow(
      "too short without a limit", of: "paging.default-page-size", .once("") { $0.less() },
      "passed"),
    TableRow(
      "a short page", of: "paging.full-pages", .once("limit=7&offset=7") { $0.less() }, "passed"),
    TableRow(
      "a short page that leads on", on: .marked, of: "paging.full-marker-pages",
      .once("limit=7&marker=m/7=") { $0.less() }, "passed"),
    TableRow(
      "a total", of: "paging.rows-equal-total",
      .once("limit=7&offset=0") { $0.replacing(":33,", ":34,") }, "passed"),
    TableRow(
      "a total of one page", of: "paging.total-is-constant",
      .once("limit=7&offset=7") { $0.replacing(":33,", ":34,") }, "passed"),
    TableRow(
      "a total below the rows", of: "paging.total-covers-rows",
      .once("limit=7&offset=7") { $0.replacing(":33,", ":3,") },
      "inconclusive: shown once and not again, though no data moved: total is 3 behind 14 "
        + "rows; expected at least 14, received 3 (number); note /total: total is 3 behind 14 rows"),
    TableRow(
      "a row twice", of: "paging.each-row-once",
      .once("limit=7&offset=7") { $0.row(1, #"{"id":1}"#) }, "passed"),
    TableRow(
      "a row for one limit", of: "paging.same-rows-for-every-limit",
      .once("limit=7&offset=7") { $0.without(1) }, "passed"),
    TableRow(
      "another page", of: "paging.same-request-same-page",
      .once("limit=20&offset=20") { $0.less() }, "passed"),
    TableRow(
      "a row at an offset", of: "paging.offset-starts-at-row",
      .once("limit=1&offset=30") { $0.rows("{}") }, "passed"),
    TableRow(
      "rows behind the end", of: "paging.offset-behind-end",
      .once("offset=2000000000") { $0.rows("{}") }, "passed"),
    TableRow(
      "an odd offset", of: "paging.any-offset", .once("limit=10&offset=1") { $0.less() }, "passed"),
    TableRow("a limit alone", of: "paging.limit-alone", .once("limit=3") { $0.less() }, "passed"),
    TableRow(
      "an offset alone", of: "paging.offset-alone", .once("offset=10") { $0.less() }, "passed"),
    TableRow(
      "a marker that leads back", on: .marked, of: "paging.marker-walk-ends",
      .once("limit=7&marker=m/28=") { $0.replacing("{}", #"{"next":"m/7="}"#) }, "passed"),
    TableRow(
      "a marker twice", on: .marked, of: "paging.marker-comes-once",
      .once("limit=7&marker=m/28=") { $0.replacing("{}", #"{"next":"m/7="}"#) }, "passed"),
    TableRow(
      "a marker to nothing", on: .marked, of: "paging.marker-leads-to-rows",
      .once("limit=7&marker=m/28=") { $0.rows() }, "passed"),
    TableRow(
      "a filtered row of nowhere", of: "filters.status-subset",
      .once("status=Failed&limit=20") { $0.more("{}") }, "passed"),
    TableRow(
      "a filtered row left out", of: "filters.status-add-up",
      .once("status=Failed&limit=20") { $0.less() }, "passed"),
    TableRow(
      "a short page under a filter", of: "filters.status-pages",
      .once("status=Succeed&limit=2") { $0.less() }, "passed"),
    TableRow(
      "a filter alone", of: "filters.status-alone", .once("status=Succeed") { $0.less() },
      "passed"),
    TableRow(
      "a filtered total", of: "filters.status-total",
      .once("status=Failed&limit=20") { $0.replacing(":11,", ":12,") }, "passed"),
    TableRow(
      "another face of a row", of: "relations.same-row-everywhere",
      .once("limit=7&offset=7") { $0.replacing("Failed", "Odd") }, "passed"),
  ]

  @Test(arguments: forgiven)
  func `what contradicts itself only once is forgiven`(reading: TableRow) async {
    await reading.expect()
  }

  static let counted: [TableRow] = [
    TableRow(
      "a page too long", of: "paging.page-within-limit",
      .once("limit=7&offset=7") { $0.more("{}") }, "failed: a page with limit=7 has 8 rows"),
    TableRow(
      "a request answered once", of: "paging.same-request-is-answered",
      Deviation { asked, healthy in
        asked.has("limit=20&offset=0") && asked.visit == 2 ? .error(409) : healthy(asked)
      },
      "failed: a request sent again is answered with status 409"),
    TableRow(
      "rows beyond 32 bits", of: "paging.offset-beyond-32-bits",
      .once("offset=4294967300") { $0.rows("{}") },
      "failed: offset=4294967300 is answered with status 200, 1 row"),
    TableRow(
      "no multiple", on: .multiples, of: "paging.offset-multiple-of-limit",
      .once("offset=5") { $0.replaced(by: .error(500)) },
      "failed: offset=5&limit=10 is answered with status 500"),
    TableRow(
      "a marker that is not decoded", on: .marked, of: "paging.marker-survives-encoding",
      .once("marker=m/7=") { $0.replaced(by: .error(400)) },
      "failed: a percent-encoded marker is answered with status 400"),
    TableRow(
      "an unknown marker", on: .marked, of: "paging.unknown-marker-is-refused",
      .once("marker=nobody-gave-this-marker") { $0.replaced(by: .error(500)) },
      "failed: an unknown marker is answered with status 500 and 0 rows"),
    TableRow(
      "a filtered row of another word", of: "filters.status.Failed",
      .once("status=Failed&limit=20") { $0.replacing("Failed", "Odd") },
      "failed: /rows/0/status ×11: status=Failed keeps a row whose status is 'Odd'"),
    TableRow(
      "an unknown word", of: "filters.status-unknown",
      .once("status=NoSuchWord") { $0.replaced(by: .error(500)) },
      "failed: status=NoSuchWord is answered with status 500"),
    TableRow(
      "a relation", on: RelationReadings.paper(.notNegative(field: "a"), .must, #""a":1"#),
      of: "relations.a-not-negative", .once("limit=7") { $0.replacing(":1}", ":-1}") },
      "failed: /rows/0/a: /rows/0/a is -1; so it has to be"),
    TableRow(
      "a limit that is refused otherwise", of: "errors.limit-zero",
      .once("limit=0") { $0.replaced(by: .error(500)) },
      "failed: limit 0 is answered with status 500"),
    TableRow(
      "a type", of: "shape.total", .once("limit=7&offset=7") { $0.replacing(":33,", ":\"33\",") },
      "failed: /total: /total is a string; the contract says integer"),
    TableRow(
      "a page that is no JSON", of: "shape.well-formed-json",
      .once("limit=7&offset=7") { $0.replaced(by: HTTPResponse(200, "")) },
      "failed: the body is not JSON: empty input at byte 0"),
    TableRow(
      "a status", of: "shape.status-200",
      .once("limit=7&offset=7") { $0.replaced(by: .error(400)) },
      "failed: a documented request is answered with status 400"),
  ]

  @Test(arguments: counted)
  func `what needs no second answer counts at once`(reading: TableRow) async {
    await reading.expect()
  }
}
