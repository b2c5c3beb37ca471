// SPDX-License-Identifier: Apache-2.0
// Workflow commands: their escapes, their number, and what is said beside them.

import Conformance
import Contract
import Reporting
import Testing

struct GitHubReportTests {
  private func commands(of report: Report) -> [String] {
    GitHubReport().text(of: report).split(separator: "\n").map(String.init)
  }

  @Test func `errors and warnings stand at their literals, quirks nowhere`() {
    let commands = commands(of: .full)
    let error =
      "::error file=Specs/ListGcTasks.swift,line=41,title=ListGcTasks.shape.tasks.id::"
      + "/tasks/3/id is a string; the contract says integer%0Aexpected: integer%0A"
      + "received: string \"1004\"%0Aclause: id is the task's number — "
      + "003_d4fe1a037a1e99f9.txt › response, status 200%0A"
      + "repeat: curl -sS -H \"X-Auth-Token: $SWR_TOKEN\" "
      + "'http://127.0.0.1:8080/v2/p/instances/i/system/gc?limit=10'"
    #expect(commands.first == error)
    let warnings = [
      "::warning file=Specs/ListGcTasks.swift,line=12,title=ListGcTasks.paging.order::"
        + "rows 3 and 4 are swapped",
      "::warning title=4 cases inconclusive::too few rows: 4, the rule needs 21 — "
        + "ListGcTasks.relations.late, ListGcTasks.relations.early, "
        + "ListGcTasks.relations.between and 1 more",
      "::warning title=1 case inconclusive::data moved: 2 rows came — ListGcTasks.relations.still",
    ]
    #expect(commands.dropFirst().map { String($0.prefix { $0 != "%" }) } == warnings)
  }

  @Test func `a quirk is a notice once its side has changed`() {
    var report = Report.full
    for place in report.results.indices {
      report.results[place].quirkResult?.was = "as-table (one)"
    }
    #expect(
      commands(of: report).last
        == "::notice file=Specs/ListGcTasks.swift,line=7,title=ListGcTasks.quirks.casing::"
        + "as another source: statusRevision in 3 of 4; before: as-table (one)")
  }

  @Test func `a place that the reader does not have is left out, or is an address`() {
    let report = Report.sample([.sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText])])
    let nowhere = GitHubReport(sources: .nowhere(file: nil)).text(of: report)
    #expect(nowhere.hasPrefix("::error title=ListGcTasks.shape.tasks.id::"))
    let web = GitHubReport(sources: SourceRoot("https://example.com/v1/")).text(of: report)
    #expect(web.hasPrefix("::error title=ListGcTasks.shape.tasks.id::"))
    #expect(web.contains("%0Aliteral: https://example.com/v1/Specs/ListGcTasks.swift#L41%0A"))
  }

  @Test func `percent signs, colons and commas are escaped where they have to be`() {
    var result = CaseResult.sample("a:b,c%", .shape, .failed(asserted: 1))
    result.findings = [.sample(.error, "100%: a, b")]
    #expect(
      commands(of: .sample([result]))[0].hasPrefix(
        "::error file=Specs/ListGcTasks.swift,line=12,title=ListGcTasks.shape.a%3Ab%2Cc%25::"
          + "100%25: a, b%0A"))
  }

  @Test func `ten of a kind are told, and how many more there are`() {
    let findings = (0..<13).map { number in
      var finding = Finding.sample(.error, "fault \(number)")
      finding.rule = "rule-\(number)"
      return finding
    }
    let commands = commands(of: .sample([.sample("a", .shape, .failed(asserted: 13), findings)]))
    #expect(commands.count { $0.hasPrefix("::error ") } == 10)
    #expect(
      commands.last
        == "::notice title=swr-conformance::3 more errors in the report; GitHub shows 10 of a kind")
  }

  @Test func `a target that was not reached is an error without a place`() {
    let report = Report.sample([.sample("a", .shape, .inconclusive(.unreachable("no route")))])
    #expect(
      commands(of: report)
        == ["::error title=1 case inconclusive::not reached: no route — ListGcTasks.shape.a"])
  }

  @Test func `notices are told, what is suppressed is not`() {
    var finding = Finding.idIsText
    finding.suppression = "the vendor knows"
    var report = Report.sample([.sample("a", .shape, .passed(asserted: 1), [finding])])
    #expect(commands(of: report) == [])
    report.notices = ["certificates were not verified"]
    #expect(
      commands(of: report) == ["::notice title=swr-conformance::certificates were not verified"])
  }
}
