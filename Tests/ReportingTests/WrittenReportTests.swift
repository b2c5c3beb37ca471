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
    #expect(report.quirkResults.map(\.side) == ["statusRevision"])
    #expect((report.seconds, report.requests, report.exit) == (0.414, 71, 1))
  }

  @Test func `a report of the first release has no quirk results and is read`() throws {
    let old = """
      {"schema": "swr-conformance.report/1", "suite": {"version": "0.1.0", "contract": "sha256:1"},
       "target": {"mode": "live", "endpoint": "http://h"}, "started": "2026-01-02T03:04:05Z",
       "seconds": 1.5, "requests": 3, "exit": 0, "summary": {}, "cases": [
       {"id": "A.b", "outcome": "kept", "asserted": 1, "reason": null, "findings": []}]}
      """
    let report = try WrittenReport(parsing: Array(old.utf8))
    #expect(report.quirkResults.isEmpty && report.notices.isEmpty && !report.isPartial)
    #expect(ReportDiff(from: report, to: report).changes.isEmpty)
  }

  /// A report of the first schema, with each of its words.
  private static let first = """
    {"schema": "swr-conformance.report/1", "suite": {"version": "0.1.0", "contract": "sha256:1"},
     "target": {"mode": "live", "endpoint": "http://h"}, "started": "2026-01-02T03:04:05Z",
     "seconds": 1.5, "requests": 3, "retries": 0, "partial": false, "notices": [], "exit": 1,
     "summary": {"kept": 2, "warned": 1, "broken": 1, "undecided": 1, "skipped": 1}, "cases": [
     {"id": "A.a", "outcome": "kept", "asserted": 1, "reason": null, "findings": []},
     {"id": "A.b", "outcome": "warned", "asserted": 1, "reason": null, "findings": []},
     {"id": "A.c", "outcome": "broken", "asserted": 1, "reason": null, "findings": [
      {"rule": "r", "severity": "error", "pointer": "/a/0", "count": 1, "expected": "integer",
       "received": "\\"7\\" (string)", "promise": {"says": "a is a number", "page": "p",
       "section": "s"}, "at": {"file": "Specs/A.swift", "line": 3}, "suppression": null}]},
     {"id": "A.d", "outcome": "undecided", "asserted": 0, "reason": "the list is empty",
      "findings": []},
     {"id": "A.e", "outcome": "skipped", "asserted": 0, "reason": "no filter", "findings": []},
     {"id": "A.f", "outcome": "kept", "asserted": 2, "reason": null, "findings": []}],
     "votes": [{"id": "q", "operation": "A", "vote": "as-table", "side": "one", "saw": "one",
      "first": null}]}
    """

  /// The same report in the words of the second schema.
  private static let second = [
    ("report/1", "report/2"), ("\"kept\"", "\"passed\""), ("\"broken\"", "\"failed\""),
    ("\"undecided\"", "\"inconclusive\""), ("\"promise\"", "\"clause\""),
    ("\"says\"", "\"description\""), ("\"votes\"", "\"quirkResults\""),
    ("\"vote\"", "\"outcome\""),
  ].reduce(first) { $0.replacing($1.0, with: $1.1) }

  @Test func `a report of the first schema is read in today's words`() throws {
    let old = try WrittenReport(parsing: Array(Self.first.utf8))
    #expect(
      old.cases.map(\.outcome)
        == [.passed, .warned, .failed, .inconclusive, .skipped, .passed])
    #expect(old.quirkResults.map(\.outcome) == ["as-table"])
    let new = try WrittenReport(parsing: Array(Self.second.utf8))
    #expect((old.cases, old.quirkResults) == (new.cases, new.quirkResults))
    #expect(ReportDiff(from: old, to: new).changes.isEmpty)
  }

  @Test func `a report of the first schema is compared with one of the second`() throws {
    let old = try WrittenReport(parsing: Array(Self.first.utf8))
    let later = Self.second.replacing(
      #""A.f", "outcome": "passed""#, with: #""A.f", "outcome": "inconclusive""#
    ).replacing(#""side": "one""#, with: #""side": "two""#)
    let diff = ReportDiff(from: old, to: try WrittenReport(parsing: Array(later.utf8)))
    #expect(diff.changes.map(\.kind) == [.silenced, .quirkResult])
    #expect(diff.changes.first?.was == .passed && diff.changes.first?.now == .inconclusive)
  }

  @Test func `words of one schema are unknown in the other`() {
    for (text, word, other) in [(Self.first, "kept", "passed"), (Self.second, "passed", "kept")] {
      #expect(
        problem(text.replacing("\"\(word)\"", with: "\"\(other)\""))?
          .hasPrefix("has the unknown outcome \"\(other)\" in A.a") == true)
    }
  }

  @Test func `what is no report is refused by name`() {
    #expect(problem("{")?.hasPrefix("is not JSON: ") == true)
    #expect(problem("{\0\n\0") == "is UTF-16; save it as UTF-8")
    #expect(
      problem("[1]")
        == "is JSON and no report, for it has no schema; write one with --report json=FILE")
    #expect(
      problem(text.replacing("report/3", with: "report/9"))
        == #"is of schema "swr-conformance.report/9", and this release reads "#
        + "report/3 and older ones; use the release that wrote it")
    #expect(
      problem(#"{"schema": "swr-conformance.report/1"}"#)
        == "has no version in suite; write the report again with --report json=FILE")
    #expect(
      problem(text.replacing(#""outcome": "failed""#, with: #""outcome": "great""#))
        == #"has the unknown outcome "great" in ListGcTasks.shape.tasks.id; "#
        + "write the report again with --report json=FILE")
    #expect(
      problem(text.replacing("ListGcTasks.relations.early", with: "ListGcTasks.relations.late"))?
        .hasPrefix("has the case ListGcTasks.relations.late twice; ") == true)
  }
}
