// SPDX-License-Identifier: Apache-2.0
// Findings fold into a verdict, verdicts into an exit code, and equal faults into one finding.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct VerdictTests {
  static let doubt = Undecided.dataMoved("row 3 went")
  static let folds: [([Severity], Undecided?, Verdict)] = [
    ([], nil, .kept(asserted: 5)),
    ([.note], nil, .kept(asserted: 5)),
    ([.note, .warning], nil, .warned(asserted: 5)),
    ([.warning, .error, .note], nil, .broken(asserted: 5)),
    ([], doubt, .undecided(doubt)),
    ([.warning], doubt, .undecided(doubt)),
    ([.error], doubt, .broken(asserted: 5)),
  ]

  @Test(arguments: folds)
  func `an error breaks, then doubt wins, then a warning`(
    severities: [Severity], doubt: Undecided?, verdict: Verdict
  ) {
    let findings = severities.map(Finding.sample)
    #expect(Verdict(asserted: 5, findings: findings, doubt: doubt) == verdict)
  }

  @Test func `what a baseline suppresses weighs nothing`() {
    var known = Finding.sample(.error)
    known.suppression = "the vendor knows"
    #expect(Verdict(asserted: 5, findings: [known], doubt: nil) == .kept(asserted: 5))
    let findings = [known, .sample(.warning)]
    #expect(Verdict(asserted: 5, findings: findings, doubt: nil) == .warned(asserted: 5))
  }

  @Test(arguments: [[], [Severity.note], [.warning]])
  func `where nothing is asserted nothing is decided`(severities: [Severity]) {
    let verdict = Verdict(
      asserted: 0, findings: severities.map(Finding.sample), doubt: nil)
    #expect(verdict.outcome == .undecided)
    #expect(verdict.asserted == 0)
  }

  @Test func `one fault in 100 values is one finding that counts them`() {
    let exchange = Exchange(.rows([]))
    var judgement = Judgement(rule: "value-is-integer", promise: .sample)
    for index in 0..<100 {
      let spot = Spot(exchange, pointer: JSONPointer(["rows", "\(index)", "id"]))
      guard !judgement.assert(false) else { continue }
      judgement.fault(
        .error, "\(spot.pointer!) is a string", expected: "integer",
        received: Finding.Received("\"\(index)\"", type: "string"), at: spot)
    }
    #expect(judgement.findings.count == 1)
    let finding = judgement.findings.first
    #expect(finding?.count == 100)
    #expect(finding?.outOf == 100)
    #expect(finding?.pointer?.description == "/rows/0/id")
    #expect(finding?.summary == "/rows/0/id is a string")
    #expect(finding?.received.token == "\"0\"")
    #expect(judgement.verdict == .broken(asserted: 100))
  }

  @Test func `faults of other kinds, weights or expectations stay apart`() {
    var judgement = Judgement(rule: "rule", promise: .sample)
    func note(_ severity: Severity, _ expected: String, _ kind: String) {
      judgement.fault(
        severity, "\(severity) \(expected) \(kind)", expected: expected, received: .init(""),
        at: nil, kind: kind)
    }
    note(.note, "integer", "null")
    note(.warning, "integer", "null")
    note(.warning, "integer", "string")
    note(.warning, "string", "null")
    note(.error, "integer", "null")
    note(.warning, "integer", "null")
    #expect(
      judgement.findings.map(\.summary) == [
        "error integer null", "warning integer null", "warning integer string",
        "warning string null", "note integer null",
      ])
    #expect(judgement.findings.map(\.count) == [1, 2, 1, 1, 1])
  }

  @Test func `the first doubt stays, and outweighs a skip`() {
    var judgement = Judgement(rule: "rule", promise: .sample)
    judgement.skip("the field is optional")
    #expect(judgement.verdict == .skipped("the field is optional"))
    judgement.doubt(.notRecorded)
    judgement.doubt(Self.doubt)
    #expect(judgement.verdict == .undecided(.notRecorded))
  }

  @Test func `a long value is shown by its first 200 characters`() {
    #expect(Finding.Received(String(repeating: "x", count: 200)).token.count == 200)
    #expect(
      Finding.Received(String(repeating: "x", count: 201)).token
        == String(repeating: "x", count: 200) + "…")
  }
}

@Suite struct ExitCodeTests {
  static let kept = CaseResult.sample(.kept(asserted: 1))
  static let warned = CaseResult.sample(.warned(asserted: 1))
  static let broken = CaseResult.sample(.broken(asserted: 1))
  static let skipped = CaseResult.sample(.skipped("not claimed"))
  static let empty = CaseResult.sample(.undecided(.nothingToAssert("the list is empty")))
  static let unreachable = CaseResult.sample(.undecided(.unreachable("refused")))
  static let locked = CaseResult.sample(.undecided(.unauthenticated("status 401")))

  static let ladder: [([CaseResult], ExitCode)] = [
    ([kept, skipped], .kept),
    ([kept, warned], .kept),
    ([kept, empty], .unasserted),
    ([kept, empty, locked], .unreachable),
    ([unreachable, kept], .unreachable),
    ([unreachable, empty, broken, kept], .broken),
    ([skipped], .unasserted),
    ([], .unasserted),
  ]

  @Test(arguments: ladder)
  func `broken wins over unreachable, and that over unasserted`(
    results: [CaseResult], exit: ExitCode
  ) {
    #expect(ExitCode(of: results) == exit)
    #expect(ExitCode(of: results.reversed()) == exit)
  }

  @Test func `a warning breaks the contract only under strict`() {
    #expect(ExitCode(of: [Self.warned], strict: true) == .broken)
    #expect(ExitCode(of: [Self.warned]) == .kept)
  }

  @Test func `a quirk never fails, not even under strict`() {
    let warned = CaseResult.sample(.warned(asserted: 1), .quirks)
    let unseen = CaseResult.sample(.undecided(.nothingToAssert("no row")), .quirks)
    #expect(ExitCode(of: [Self.kept, warned, unseen], strict: true) == .kept)
  }

  @Test func `an empty list may be allowed, a locked door may not`() {
    #expect(ExitCode(of: [Self.empty], allowEmpty: true) == .kept)
    #expect(ExitCode(of: [Self.empty, Self.locked], allowEmpty: true) == .unreachable)
    #expect(ExitCode(of: [Self.empty, Self.broken], allowEmpty: true) == .broken)
  }

  @Test func `the codes are the documented numbers`() {
    let codes: [ExitCode] = [.kept, .broken, .usage, .unreachable, .unasserted]
    #expect(codes.map(\.rawValue) == [0, 1, 2, 3, 4])
  }
}

extension Promise {
  static let sample = Promise(
    says: "id is the number", source: Source(.page, "sample.txt", "response"),
    place: Place(file: "Specs/Sample.swift", line: 1))
}

extension Finding {
  static func sample(_ severity: Severity) -> Finding {
    Finding(
      rule: "rule", severity: severity, summary: "is wrong", pointer: nil, count: 1,
      expected: "right", received: Received("wrong"), promise: .sample)
  }
}

extension CaseResult {
  static func sample(_ verdict: Verdict, _ level: Level = .shape) -> CaseResult {
    CaseResult(
      id: "Sample.\(level).rule", operation: "Sample", level: level, rule: "rule",
      title: "it is right", requirement: .must, promise: .sample, verdict: verdict, findings: [])
  }
}
