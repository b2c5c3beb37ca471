// SPDX-License-Identifier: Apache-2.0
// Which reports are read, and with which words the others are refused.

import Testing

@testable import Conformance
@testable import Reporting

struct WrittenReportTests {
  private let text = JSONReport(contract: "sha256:1").text(of: .full)

  private func problem(_ text: String) -> String? {
    do throws(WrittenReport.Problem) {
      _ = try WrittenReport(parsing: Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `a report comes back with what can be compared`() throws {
    let report = try WrittenReport(parsing: Array(text.utf8))
    #expect(report.cases.map(\.id) == Report.full.results.map(\.id))
    #expect(report.cases.map(\.outcome) == Report.full.results.map(\.verdict.outcome))
    #expect(report.cases[1].findings.map(\.count) == [34])
    #expect(report.votes.map(\.side) == ["statusRevision"])
    #expect((report.seconds, report.requests, report.exit) == (0.414, 71, 1))
  }

  @Test func `a report of the first release has no votes and is read`() throws {
    let old = """
      {"schema": "swr-conformance.report/1", "suite": {"version": "0.1.0", "contract": "sha256:1"},
       "target": {"mode": "live", "endpoint": "http://h"}, "started": "2026-01-02T03:04:05Z",
       "seconds": 1.5, "requests": 3, "exit": 0, "summary": {}, "cases": [
       {"id": "A.b", "outcome": "kept", "asserted": 1, "reason": null, "findings": []}]}
      """
    let report = try WrittenReport(parsing: Array(old.utf8))
    #expect(report.votes.isEmpty && report.notices.isEmpty && !report.isPartial)
    #expect(ReportDiff(from: report, to: report).changes.isEmpty)
  }

  @Test func `what is no report is refused by name`() {
    #expect(problem("{")?.hasPrefix("is not JSON: ") == true)
    #expect(
      problem("[1]")
        == "is JSON and no report, for it has no schema; write one with --report json=FILE")
    #expect(
      problem(text.replacing("report/1", with: "report/9"))
        == #"is of schema "swr-conformance.report/9", and this release reads "#
        + "swr-conformance.report/1; use the release that wrote it")
    #expect(
      problem(#"{"schema": "swr-conformance.report/1"}"#)
        == "has no version in suite; write the report again with --report json=FILE")
    #expect(
      problem(text.replacing(#""outcome": "broken""#, with: #""outcome": "great""#))
        == #"has the unknown outcome "great" in ListGcTasks.shape.tasks.id; "#
        + "write the report again with --report json=FILE")
    #expect(
      problem(text.replacing("ListGcTasks.relations.early", with: "ListGcTasks.relations.late"))?
        .hasPrefix("has the case ListGcTasks.relations.late twice; ") == true)
  }
}
