// SPDX-License-Identifier: Apache-2.0
// Holds a difference to telling what became worse from what only became different.

import Contract
import Testing
import Wire

@testable import Conformance
@testable import Reporting

struct ReportDiffTests {
  private let passed = CaseResult.sample("a", .shape, .passed(asserted: 3))
  private let failed = CaseResult.sample("a", .shape, .failed(asserted: 3), [.idIsText])
  private let skipped = CaseResult.sample("a", .shape, .skipped(.notApplicable("no fact")))

  private func written(_ results: [CaseResult]) throws -> WrittenReport {
    try WrittenReport(
      parsing: Array(JSONReport(contract: "sha256:1").text(of: .sample(results)).utf8))
  }

  private func diff(_ old: [CaseResult], _ new: [CaseResult]) throws -> ReportDiff {
    ReportDiff(from: try written(old), to: try written(new))
  }

  private func changed(_ result: CaseResult, _ change: (inout Finding) -> Void) -> CaseResult {
    var result = result
    change(&result.findings[0])
    return result
  }

  @Test func `a case that came to be failed is worse, and one that holds again is not`() throws {
    let worse = try diff([passed], [failed])
    #expect(worse.changes.map(\.kind) == [.broke])
    #expect(
      worse.changes[0].details == [#"field-type at /tasks/*/id: received "1004" (string)"#])
    #expect(worse.isWorse)
    let better = try diff([failed], [passed])
    #expect(better.changes.map(\.kind) == [.fixed])
    #expect(!better.isWorse)
  }

  @Test func `another finding in a failed case is worse`() throws {
    let other = changed(failed) { $0.received = .init("null") }
    #expect(try diff([failed], [other]).changes.map(\.kind) == [.broke, .fixed])
    let place = changed(failed) { $0.pointer = JSONPointer(["tasks", "0", "name"]) }
    #expect(try diff([failed], [place]).isWorse)
    let row = changed(failed) { $0.pointer = JSONPointer(["tasks", "9", "id"]) }
    #expect(try diff([failed], [row]).changes.isEmpty)
  }

  @Test func `cases come and go, and only one that goes is worse`() throws {
    let other = CaseResult.sample("b", .shape, .passed(asserted: 1))
    #expect(try diff([passed], [passed, other]).changes.map(\.kind) == [.new])
    #expect(try !diff([passed], [passed, other]).isWorse)
    #expect(try diff([passed, other], [passed]).changes.map(\.kind) == [.vanished])
    #expect(try diff([passed, other], [passed]).isWorse)
  }

  @Test func `a case that is no longer asserted is told loudly and is not worse`() throws {
    for old in [passed, failed] {
      let diff = try diff([old], [skipped])
      #expect(diff.changes.map(\.kind) == [.silenced])
      #expect(diff.changes[0].details == ["no fact"])
      #expect(diff.text.contains("\nNO LONGER ASSERTED\n"))
      #expect(!diff.isWorse)
    }
    #expect(try diff([skipped], [passed]).changes.map(\.kind) == [.outcome])
    #expect(try diff([skipped], [failed]).changes.map(\.kind) == [.broke])
  }

  @Test func `how often a fault was seen is told, how much was asserted is not`() throws {
    let fewer = try diff([failed], [changed(failed) { $0.count = 12 }])
    #expect(fewer.changes.map(\.kind) == [.count])
    #expect(
      fewer.changes[0].details
        == [#"field-type at /tasks/*/id: received "1004" (string): 34 → 12"#])
    let more = CaseResult.sample("a", .shape, .passed(asserted: 400))
    #expect(try diff([passed], [more]).changes.isEmpty)
  }

  @Test func `what a baseline suppresses does not count, and is not fixed by that`() throws {
    let finding = changed(failed) { $0.suppression = "known" }.findings
    let accepted = failed.judged(by: finding)
    #expect(try diff([failed], [accepted]).changes.map(\.kind) == [.outcome])
    #expect(try diff([failed], [accepted]).changes[0].details == ["accepted by the baseline"])
    #expect(try diff([accepted], [failed]).changes.map(\.kind) == [.broke])
    #expect(try diff([passed], [accepted]).changes.isEmpty)
  }

  @Test func `a quirk of which the server takes another side is told`() throws {
    var other = QuirkResult.sample
    (other.outcome, other.side) = (.asTable, nil)
    let quirk = { CaseResult.sample("q", .quirks, .passed(asserted: 1), [], $0) }
    let diff = try diff([quirk(.sample)], [quirk(other)])
    #expect(diff.changes.map(\.kind) == [.quirkResult])
    #expect(diff.changes[0].id == "ListGcTasks casing")
    #expect(diff.changes[0].details == ["as-other (statusRevision) → as-table"])
  }

  @Test func `the text tells the runs, the changes and the exit code`() throws {
    let text = try diff([passed], [failed]).text
    #expect(
      text == """
        old  http://127.0.0.1:8080 · live · 2026-01-02T03:04:05Z · swr-conformance 0.1.0
        new  http://127.0.0.1:8080 · live · 2026-01-02T03:04:05Z · swr-conformance 0.1.0

        broke
          ListGcTasks.shape.a  passed → failed
              field-type at /tasks/*/id: received "1004" (string)

        1 broke, 0 vanished, 0 no longer asserted, 0 fixed, 0 new, 0 other outcome, 0
        changed count, 0 changed quirk result
        exit 1: something broke or vanished

        """)
  }

  @Test func `reports of other targets and contracts are compared, which is told`() throws {
    let old = try written([passed])
    var new = old
    (new.endpoint, new.contract, new.isPartial) = ("http://other", "sha256:2", true)
    let diff = ReportDiff(from: old, to: new)
    #expect(
      diff.notices == [
        "the contracts differ: sha256:1 and sha256:2",
        "the endpoints differ: http://127.0.0.1:8080 and http://other",
        "the new run was stopped before it was through",
      ])
    #expect(diff.text.contains("\nnotice  the contracts differ"))
  }

  @Test func `JSON and Markdown tell the same changes`() throws {
    let diff = try diff([passed], [failed])
    let root = try JSONDocument(parsing: Array(diff.json.utf8)).root
    #expect(root["schema"]?.string == "swr-conformance.diff/2")
    #expect(root["worse"]?.bool == true)
    #expect(root["broke"]?[0]?["id"]?.string == "ListGcTasks.shape.a")
    #expect(root["summary"]?["broke"]?.raw == "1")
    #expect(diff.markdown.hasPrefix("## Something broke or vanished\n"))
    #expect(diff.markdown.contains("### Broke\n\n- **`ListGcTasks.shape.a`**: passed → failed\n"))
  }

  @Test func `what a server wrote gives no commands in any form`() throws {
    let results = Report.hostile.results
    let diff = ReportDiff(from: try written([passed]), to: try written(results))
    for text in [diff.text, diff.markdown, diff.json] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(!text.contains("##["))
      #expect(!text.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") })
    }
  }
}
