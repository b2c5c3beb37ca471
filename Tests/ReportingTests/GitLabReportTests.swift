// SPDX-License-Identifier: Apache-2.0
// GitLab's code-quality entries, and that none of them stands for nothing.

import Conformance
import Contract
import Reporting
import Testing
import Wire

struct GitLabReportTests {
  @Test func `an entry has the five names that GitLab reads`() {
    let report = Report.sample([.sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText])])
    #expect(
      GitLabReport().text(of: report) == #"""
        [
          {
            "description": "ListGcTasks.shape.tasks.id: /tasks/3/id is a string; the contract says integer: expected integer, received string \"1004\"",
            "check_name": "field-type",
            "fingerprint": "bb9b09c6365e2a29d66f2c75d4b6b337109fdec7c8261aa61ded61df7a6f948a",
            "severity": "critical",
            "location": {
              "path": "Specs/ListGcTasks.swift",
              "lines": {"begin": 41}
            }
          }
        ]

        """#)
  }

  @Test func `severities are ranked and fingerprints are unique`() throws {
    var report = Report.full
    report.results[1].findings += [.idIsText]
    report.notices = ["certificates were not verified"]
    let text = GitLabReport().text(of: report)
    let entries = Array(try JSONDocument(parsing: Array(text.utf8)).root.elements)
    #expect(
      entries.map { $0["severity"]?.string } == [
        "critical", "critical", "minor", "info", "major", "major", "info",
      ])
    #expect(Set(entries.map { $0["fingerprint"]?.string }).count == entries.count)
  }

  @Test func `a quirk has an entry once its side has changed`() throws {
    var report = Report.full
    for place in report.results.indices {
      report.results[place].quirkResult?.was = "as-table (one)"
    }
    let text = GitLabReport().text(of: report)
    #expect(!GitLabReport().text(of: .full).contains("casing"))
    #expect(
      text.contains(
        "ListGcTasks.quirks.casing: as another source: statusRevision in 3 of 4; before: as-table"))
  }

  @Test func `an entry stands where the reader has a file`() {
    let report = Report.sample([.sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText])])
    let paths = ["vendor/swr/", "https://example.com/v1", "."].map { root in
      GitLabReport(sources: SourceRoot(root)).text(of: report)
    }
    #expect(paths[0].contains(#""path": "vendor/swr/Specs/ListGcTasks.swift""#))
    #expect(paths[1].contains("https://example.com/v1/Specs/ListGcTasks.swift#L41"))
    #expect(paths[2] == GitLabReport().text(of: report))
    let nowhere = GitLabReport(sources: .nowhere(file: "target.json")).text(of: report)
    #expect(nowhere.contains(#""path": "target.json""#))
  }

  @Test func `a run that reached nothing is not an empty list`() {
    let report = Report.sample([.sample("a", .shape, .inconclusive(.unreachable("no route")))])
    let text = GitLabReport().text(of: report)
    #expect(text.contains("1 case inconclusive: not reached: no route — ListGcTasks.shape.a"))
  }

  @Test func `what a baseline suppresses has no entry`() {
    var finding = Finding.idIsText
    finding.suppression = "the vendor knows"
    let report = Report.sample([.sample("a", .shape, .passed(asserted: 1), [finding])])
    #expect(GitLabReport().text(of: report) == "[]\n")
  }
}
