// SPDX-License-Identifier: Apache-2.0
// Reports made by hand, so that goldens do not depend on what a run finds.

import Contract
import SWRSpecs
import Wire

@testable import Conformance

extension Clause {
  static func sample(_ description: String, line: Int) -> Clause {
    Clause(
      description: description,
      source: Source(.page, "003_d4fe1a037a1e99f9.txt", "response, status 200"),
      location: SpecLocation(file: "Specs/ListGcTasks.swift", line: line))
  }
}

extension CaseResult {
  static func sample(
    _ name: String, _ level: Level, _ verdict: Verdict, _ findings: [Finding] = [],
    _ quirkResult: QuirkResult? = nil, of operation: String = "ListGcTasks",
    by rule: String = "sample-rule"
  ) -> CaseResult {
    CaseResult(
      CaseDescription(
        id: "\(operation).\(level.rawValue).\(name)", operation: operation, level: level,
        rule: rule, title: "\(name) is as promised", obligation: .must,
        clause: .sample("\(name) is as promised", line: 7)),
      verdict: verdict,
      findings: findings,
      quirkResult: quirkResult
    )
  }
}

extension QuirkResult {
  static let sample = QuirkResult(
    id: "casing", operation: "ListGcTasks", outcome: .asOther, side: "statusRevision",
    saw: "statusRevision in 3 of 4", first: "/tasks/0/statusRevision", isRemarkable: true)
}

extension Finding {
  static func sample(
    _ severity: Severity, _ summary: String, received: Received = Received("4"),
    expected: String = "5"
  ) -> Finding {
    Finding(
      rule: "sample-rule", severity: severity, summary: summary, pointer: nil, count: 1, outOf: nil,
      expected: expected, received: received, clause: .sample("five is five", line: 12),
      evidence: nil)
  }

  static let idIsText = Finding(
    rule: "field-type",
    severity: .error,
    summary: "/tasks/3/id is a string; the contract says integer",
    pointer: JSONPointer(["tasks", "3", "id"]),
    count: 34,
    outOf: 34,
    expected: "integer",
    received: Received("\"1004\"", type: "string"),
    clause: .sample("id is the task's number", line: 41),
    evidence: Evidence(
      request: "GET /v2/p/instances/i/system/gc?limit=10",
      repeatLines: [
        #"curl -sS -H "X-Auth-Token: $SWR_TOKEN" "#
          + "'http://127.0.0.1:8080/v2/p/instances/i/system/gc?limit=10'"
      ],
      page: 2,
      bytes: 118..<124
    )
  )
}

extension Report {
  static func sample(_ results: [CaseResult], mode: Mode = .live, exit: ExitCode? = nil) -> Report {
    Report(
      of: .swr, mode: mode,
      endpoint: "http://127.0.0.1:8080",
      started: "2026-01-02T03:04:05Z",
      seconds: 0.414,
      requests: 71,
      results: results,
      exit: exit ?? ExitCode(of: results)
    )
  }

  /// A report in which every section of the text has something to tell.
  static let full = sample([
    .sample("tasks", .shape, .passed(asserted: 34)),
    .sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText]),
    .sample(
      "order", .paging, .warned(asserted: 3), [.sample(.warning, "rows 3 and 4 are swapped")]),
    .sample(
      "status", .filters, .passed(asserted: 1), [.sample(.note, "status is matched without case")]),
    .sample("unknown-instance", .errors, .passed(asserted: 1)),
    .sample(
      "foreign-project", .errors, .skipped(.notApplicable("the target has no foreign_project_id"))),
    .sample("late", .relations, .inconclusive(.tooFewRows(have: 4, need: 21))),
    .sample("early", .relations, .inconclusive(.tooFewRows(have: 4, need: 21))),
    .sample("between", .relations, .inconclusive(.tooFewRows(have: 4, need: 21))),
    .sample("within", .relations, .inconclusive(.tooFewRows(have: 4, need: 21))),
    .sample("still", .relations, .inconclusive(.dataMoved("2 rows came"))),
    .sample(
      "casing", .quirks, .passed(asserted: 1),
      [.sample(.note, "/tasks/0 spells the name statusRevision")], .sample),
  ])

  /// What a server could write to be taken for markup, for a command or for another case.
  static let hostileTexts = [
    "]]> <script>alert(1)</script> &amp; ' \" </failure>",
    "\u{0}\u{8}\u{1B}[31m\u{7F}\u{9F}\u{202E}\u{200B}\u{FE0F}\u{E0041}\u{2028}\u{FFFE}\u{FFFF}",
    "\r\n::error::owned\r::error::owned\n::error::owned\u{85}::error::owned",
    "\(String(repeating: "x", count: 75)) ::error::owned \u{2003}::stop-commands::owned",
    "\u{600}##[error]owned ##vso[task.complete] ####[debug]",
    "`` ``` | a | ` **b** @somebody #1 https://example.com [a](http://example.com) {0}",
    #""\ud800" \u{1B} %0A::error::owned"#,
    String(repeating: "long", count: 2560),
  ]

  /// A report in which every text that a server can choose is hostile.
  static let hostile = {
    let results = hostileTexts.enumerated().map { number, text in
      var finding = Finding.sample(.error, text, expected: text)
      finding.received.token = text
      finding.pointer = JSONPointer(["rows", "0", text])
      finding.evidence = .init(request: text, repeatLines: [text])
      return CaseResult.sample("hostile-\(number)", .shape, .failed(asserted: 1), [finding])
    }
    let reasons = hostileTexts.enumerated().map { number, text in
      CaseResult.sample("late-\(number)", .paging, .inconclusive(.unreadable(text)))
    }
    var report = sample(results + reasons)
    report.endpoint = hostileTexts.joined()
    report.notices = hostileTexts
    return report
  }()
}
