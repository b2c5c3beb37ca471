// SPDX-License-Identifier: Apache-2.0
// Holds a baseline to accepting what it names and nothing else.

import Baselines
import Contract
import SWRSpecs
import Testing
import Wire

@testable import Conformance
@testable import Reporting

struct BaselineTests {
  private let endpoint = "https://registry.example.com"

  private func entry(_ change: (inout Baseline.Entry) -> Void = { _ in }) -> Baseline.Entry {
    var entry = Baseline.Entry(
      caseID: "ListGcTasks.shape.status", rule: "sample-rule",
      pointer: JSONPointer(["tasks", "*", "status"]), received: Glob(#""Done" (string)"#),
      target: Glob("https://registry.example.com"), reason: "known since May",
      link: "https://tracker.example.com/7", expires: "2026-12-31")
    change(&entry)
    return entry
  }

  private func finding(_ change: (inout Finding) -> Void = { _ in }) -> Finding {
    var finding = Finding.sample(
      .error, "the word is unknown", received: .init(#""Done""#, type: "string"))
    finding.pointer = JSONPointer(["tasks", "3", "status"])
    change(&finding)
    return finding
  }

  private func judged(
    _ entries: [Baseline.Entry], _ findings: [Finding], today: String = "2026-11-21"
  ) -> Baseline.Judged {
    let result = CaseResult.sample("status", .shape, .failed(asserted: 40), findings)
    return Baseline(entries).judge([result], endpoint: endpoint, today: today)
  }

  @Test func `a finding that an entry names does not count`() {
    let judged = judged([entry()], [finding()])
    #expect(judged.results.first?.verdict == .passed(asserted: 40))
    #expect(
      judged.results.first?.findings.first?.suppression
        == "known since May (https://tracker.example.com/7)")
    #expect(judged.gone.isEmpty)
  }

  @Test(arguments: 0..<6)
  func `a finding that differs in one thing is new`(difference: Int) {
    let changes: [(inout Baseline.Entry) -> Void] = [
      { $0.caseID = "ListGcTasks.shape.other" }, { $0.rule = "other" },
      { $0.pointer = JSONPointer(["tasks", "*", "kind"]) }, { $0.pointer = nil },
      { $0.received = Glob(#""Finished" (string)"#) }, { $0.target = Glob("https://other*") },
    ]
    let judged = judged([entry(changes[difference])], [finding()])
    #expect(judged.results.first?.verdict == .failed(asserted: 40))
    #expect(judged.results.first?.findings.first?.suppression == nil)
  }

  @Test func `patterns stand for rows, values and targets`() {
    let pattern = entry {
      $0.received = Glob(#""D*" (string)"#)
      $0.target = Glob("https://*.example.com")
    }
    #expect(judged([pattern], [finding()]).results.first?.verdict == .passed(asserted: 40))
  }

  @Test func `a new value behind an accepted one counts, and is named`() {
    let both = finding { $0.others = .all([.init(#""Gone""#, type: "string")]) }
    let result = judged([entry()], [both]).results.first
    #expect(result?.verdict == .failed(asserted: 40))
    #expect(
      result?.findings.first?.summary
        == #"the word is unknown; the baseline does not know "Gone" (string)"#)
    let second = entry { $0.received = Glob(#""Gone" (string)"#) }
    #expect(judged([entry(), second], [both]).results.first?.verdict == .passed(asserted: 40))
  }

  @Test func `more values than are told are accepted by their type`() {
    let many = finding { $0.others = .tooMany(types: ["string"]) }
    #expect(judged([entry()], [many]).results.first?.verdict.outcome == .failed)
    for pattern in ["*", "* (string)"] {
      let star = entry { $0.received = Glob(pattern) }
      #expect(judged([star], [many]).results.first?.verdict.outcome == .passed)
    }
    let mixed = finding { $0.others = .tooMany(types: ["string", "number"]) }
    let texts = entry { $0.received = Glob("* (string)") }
    #expect(judged([texts], [mixed]).results.first?.verdict.outcome == .failed)
    let number = finding { $0.received = .init("7", type: "number") }
    #expect(judged([texts], [number]).results.first?.verdict.outcome == .failed)
    let written = Baseline(
      accepting: [CaseResult.sample("status", .shape, .failed(asserted: 40), [mixed])],
      weighing: [.error], endpoint: endpoint, reason: "r", expires: "2026-12-31")
    #expect(written.entries.map(\.received.text) == ["* (number)", "* (string)"])
  }

  @Test func `the last day counts, and the day after fails and says why`() {
    #expect(
      judged([entry()], [finding()], today: "2026-12-31").results[0].verdict.outcome == .passed)
    let late = judged([entry()], [finding()], today: "2027-01-01")
    #expect(late.results.first?.verdict == .failed(asserted: 40))
    #expect(
      late.results.first?.findings.first?.summary
        == "the word is unknown; the baseline accepted this until 2026-12-31")
    #expect(late.gone.isEmpty)
  }

  @Test func `an entry without its finding is gone, unless nobody looked`() {
    let passed = CaseResult.sample("status", .shape, .passed(asserted: 40))
    let baseline = Baseline([entry()])
    #expect(baseline.judge([passed], endpoint: endpoint, today: "2026-11-21").gone == [0])
    let skipped = CaseResult.sample("status", .shape, .skipped(.notApplicable("no instance")))
    #expect(baseline.judge([skipped], endpoint: endpoint, today: "2026-11-21").gone.isEmpty)
    #expect(baseline.judge([passed], endpoint: "https://other", today: "2026-11-21").gone.isEmpty)
    #expect(baseline.without([0]).entries.isEmpty)
  }

  @Test func `a reason that a fault outweighed is there again once the fault is accepted`() {
    var result = CaseResult.sample("status", .shape, .failed(asserted: 40), [finding()])
    result.inconclusiveReason = .tooFewRows(have: 1, need: 3)
    let judged = Baseline([entry()]).judge([result], endpoint: endpoint, today: "2026-11-21")
    #expect(judged.results.first?.verdict == .inconclusive(.tooFewRows(have: 1, need: 3)))
  }

  @Test func `what is accepted now is accepted again from the file`() throws {
    let findings = [
      finding { $0.others = .all([.init("a*b")]) }, finding { $0.pointer = nil },
      finding { ($0.pointer, $0.received) = (JSONPointer(["empty"]), .init("")) },
      Finding.sample(.warning, "lower case"),
    ]
    let result = CaseResult.sample("status", .shape, .failed(asserted: 40), findings)
    let baseline = Baseline(
      accepting: [result], weighing: [.error], endpoint: endpoint, reason: "r",
      expires: "2026-12-31")
    let read = try Baseline(parsing: Array(baseline.text(of: .swr).utf8), name: "b.json")
    #expect(read == baseline)
    #expect(
      read.entries.map(\.pointer?.description) == [
        "/tasks/*/status", "/tasks/*/status", nil, "/empty",
      ])
    let judged = read.judge([result], endpoint: endpoint, today: "2026-11-21")
    #expect(judged.results.first?.verdict == .warned(asserted: 40))
  }

  @Test func `a file is told everything that is wrong with it`() {
    let text = """
      {"schema": "swr-conformance.baseline/1", "entries": [
        {"case": "A", "rule": "r", "pointer": "tasks", "received": "x", "target": "*",
         "reason": "", "expires": "2026-02-30", "raeson": "y"}]}
      """
    #expect(
      throws: Baseline.Problems(list: [
        #"b.json has the unknown key "raeson" in entry 1; did you mean reason?"#,
        #"b.json has "tasks" as pointer in entry 1; write a JSON Pointer such as /jobs/*/status, or null"#,
        "b.json has no reason in entry 1; write it as a string that is not empty",
        #"b.json has "2026-02-30" as expires in entry 1; write a day such as 2026-12-31"#,
      ])
    ) { try Baseline(parsing: Array(text.utf8), name: "b.json") }
  }

  @Test(arguments: [
    ("{", "b.json is not JSON: "), ("[]", "b.json has no schema and no entries; "),
    (
      #"{"schema": "swr-conformance.baseline/9", "entries": []}"#,
      #"b.json is of schema "swr-conformance.baseline/9", and this release reads "#
    ),
  ])
  func `a file of another kind is refused by name`(text: String, sentence: String) throws {
    let problems = #expect(throws: Baseline.Problems.self) {
      try Baseline(parsing: Array(text.utf8), name: "b.json")
    }
    #expect(try #require(problems).description.hasPrefix(sentence))
  }
}
