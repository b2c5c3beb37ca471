// SPDX-License-Identifier: Apache-2.0
// Readings of endpoints that let us in at first and nobody later, and of those that only seem to.

import Conformance
import Testing
import Wire

@Suite struct ShutReadings {
  /// How an endpoint answers everybody when it has shut.
  enum Shut: CaseIterable {
    case forbidden, closed

    func deviation(after requests: Int) -> Deviation {
      switch self {
      case .forbidden: .edit(where: { $0.number > requests }) { _ in .error(403) }
      case .closed:
        .fails(where: { $0.number > requests }, TransportFailure(.closed, "it was closed"))
      }
    }
  }

  @Test(arguments: Shut.allCases, [5, 20, 40])
  func `what a shut endpoint says is held against nobody, and for nobody`(
    shut: Shut, requests: Int
  ) async {
    let results = await HealthyReadings.results(.list, shut.deviation(after: requests))
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    let foreign = results.first { $0.rule == "foreign-project-is-refused" }
    #expect(foreign?.told().hasPrefix("inconclusive: not reached: ") == true)
    #expect(results.contains { $0.verdict.outcome == .passed })
  }

  @Test(arguments: Shut.allCases)
  func `a case that is judged alone holds nothing against anybody either`(shut: Shut) async throws {
    let plan = Plan(for: [Paper.list.operation], against: Paper.facts)
    let run = Run(
      plan, over: PaperRegistry(.list, shut.deviation(after: 20)), concurrency: 1)
    for planned in plan.cases {
      let judged = try #require(await run.result(of: planned.id)).result
      #expect(judged.verdict.outcome != .failed, "\(planned.id)")
    }
  }

  static let gone: [TableRow] = [
    TableRow(
      "the list is gone", of: "shape.status-200",
      .edit(where: { $0.isPlain && $0.number > 4 }) { _ in .error(404) },
      "inconclusive: not found: status 404, and in the end to the plain request too: SWR.400001 no; it "
        + "was there before, and somebody may have removed it meanwhile"),
    TableRow(
      "404 to one page", of: "shape.status-200", .at("limit=7&offset=7", gives: .error(404)),
      "failed: a documented request is answered with status 404"),
    TableRow(
      "a firewall has had enough", of: "shape.status-200",
      .edit(where: { $0.number > 4 }) { _ in .firewall },
      "inconclusive: not reached: status 418, and in the end to the plain request too; a firewall or "
        + "a quota may have shut us out, ask later and more slowly with --rate"),
    TableRow(
      "a firewall has had enough for a while", of: "shape.status-200",
      .edit(where: { 4..<8 ~= $0.number }) { _ in .firewall },
      "inconclusive: not reached: status 418, and in the end to the plain request too; a firewall or "
        + "a quota may have shut us out, ask later and more slowly with --rate"),
    TableRow(
      "a firewall stops one page", of: "shape.status-200",
      .at("limit=7&offset=7", gives: .firewall),
      "failed: a documented request is answered with status 418"),
    TableRow(
      "a firewall lets nobody in", of: "shape.status-200",
      .edit(where: { _ in true }) { _ in .firewall },
      "failed: a documented request is answered with status 418"),
  ]

  @Test(arguments: gone)
  func `what went away or shut us out is told as that`(reading: TableRow) async {
    await reading.expect(beside: "paging")
  }

  static let open: [TableRow] = [
    TableRow(
      "403 to one page", of: "shape.status-200", .at("limit=7&offset=7", gives: .error(403)),
      "failed: a documented request is answered with status 403"),
    TableRow(
      "403 to the last requests", of: "errors.foreign-project", "passed"),
    TableRow(
      "401 to every fifth request", of: "shape.status-200",
      .edit(where: { $0.isPlain && $0.number % 5 == 0 }) { _ in .error(401) },
      "warned: ×3: credentials that are let in were refused once, and let in the next time"),
    TableRow(
      "401 to one page each time", of: "shape.status-200",
      .at("limit=7&offset=7", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
  ]

  @Test(arguments: open)
  func `a refusal of an endpoint that is open counts`(reading: TableRow) async {
    await reading.expect(beside: "shape", "paging")
  }
}

extension HTTPResponse {
  fileprivate static let firewall = HTTPResponse(
    status: 418, headers: ["Content-Type": "text/html"], body: Array("<html>blocked</html>".utf8))
}
