// SPDX-License-Identifier: Apache-2.0
// Holds a trend to telling when failures began and ended, by the reports' own times.

import Contract
import Testing
import Wire

@testable import Conformance
@testable import Reporting

struct ReportTrendTests {
  private static let passed = CaseResult.sample("a", .shape, .passed(asserted: 3))
  private static let failed = CaseResult.sample("a", .shape, .failed(asserted: 3), [.idIsText])
  private static let skipped = CaseResult.sample("a", .shape, .skipped(.notApplicable("no fact")))

  private func report(_ day: Int, _ results: CaseResult...) throws -> WrittenReport {
    var report = Report.sample(results)
    report.started = "2026-11-0\(day)T12:00:00Z"
    return try WrittenReport(
      parsing: Array(JSONReport(contract: "sha256:1").text(of: report).utf8))
  }

  @Test func `a failure begins and ends by the times of the reports, in whatever order they come`()
    throws
  {
    let days = [Self.passed, Self.failed, Self.skipped, Self.failed, Self.passed]
    let reports = try days.enumerated().map { try report($0.offset + 1, $0.element) }
    for order in [reports, reports.reversed()] {
      let trend = ReportTrend(of: order)
      #expect(trend.failures.count == 1)
      #expect(
        trend.failures.first?.times
          == "began 2026-11-02T12:00:00Z, after it held at 2026-11-01T12:00:00Z; "
          + "held again at 2026-11-05T12:00:00Z; 2 reports")
      #expect(!trend.isFailing)
      #expect(trend.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(
        trend.text.hasSuffix("5 reports, 0 failing, 1 over\nexit 0: nothing fails any more\n"))
    }
  }

  @Test func `what a baseline accepts ends no failure`() throws {
    var finding = Finding.idIsText
    finding.suppression = "known"
    let accepted = CaseResult.sample("a", .shape, .passed(asserted: 3), [finding])
    let trend = ReportTrend(
      of: [try report(1, Self.passed), try report(2, Self.failed), try report(3, accepted)])
    #expect(trend.isFailing)
    #expect(trend.failures.map(\.ended) == [nil])
  }

  @Test func `what failed from the first report on, and what came back, is told as such`() throws {
    let other = CaseResult.sample("b", .shape, .failed(asserted: 1), [.idIsText])
    let trend = ReportTrend(
      of: [
        try report(1, Self.failed), try report(2, Self.passed, other),
        try report(3, Self.failed, other), try report(4, Self.skipped),
      ])
    #expect(
      trend.failures.map { [$0.id, $0.began, $0.ended ?? ""] } == [
        [other.id, "2026-11-02T12:00:00Z", ""], [Self.failed.id, "2026-11-03T12:00:00Z", ""],
        [Self.failed.id, "2026-11-01T12:00:00Z", "2026-11-02T12:00:00Z"],
      ])
    #expect(trend.failures.map(\.held) == [nil, "2026-11-02T12:00:00Z", nil])
    #expect(trend.isFailing)
    let root = try JSONDocument(parsing: Array(trend.json.utf8)).root
    #expect(root["schema"]?.string == "swr-conformance.trend/1")
    #expect(root["failures"]?.count == 3)
    #expect(trend.markdown.hasPrefix("## Something fails\n\n4 reports, 2 failing, 1 over.\n"))
  }
}
