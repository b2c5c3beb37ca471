// SPDX-License-Identifier: Apache-2.0
// Findings fold into a verdict, verdicts into an exit code, and equal faults into one finding.

import Contract
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct VerdictTests {
  static let reason = Inconclusive.dataMoved("row 3 went")
  static let folds: [([Severity], Inconclusive?, Verdict)] = [
    ([], nil, .passed(asserted: 5)),
    ([.note], nil, .passed(asserted: 5)),
    ([.note, .warning], nil, .warned(asserted: 5)),
    ([.warning, .error, .note], nil, .failed(asserted: 5)),
    ([], reason, .inconclusive(reason)),
    ([.warning], reason, .inconclusive(reason)),
    ([.error], reason, .failed(asserted: 5)),
  ]

  @Test(arguments: folds)
  func `an error fails, then a reason wins, then a warning`(
    severities: [Severity], reason: Inconclusive?, verdict: Verdict
  ) {
    let findings = severities.map(Finding.sample)
    #expect(Verdict(asserted: 5, findings: findings, inconclusiveReason: reason) == verdict)
  }

  @Test func `what a baseline suppresses weighs nothing`() {
    var known = Finding.sample(.error)
    known.suppression = "the vendor knows"
    #expect(
      Verdict(asserted: 5, findings: [known], inconclusiveReason: nil) == .passed(asserted: 5))
    let findings = [known, .sample(.warning)]
    #expect(
      Verdict(asserted: 5, findings: findings, inconclusiveReason: nil) == .warned(asserted: 5))
  }

  @Test(arguments: [[], [Severity.note], [.warning]])
  func `where nothing is asserted nothing is decided`(severities: [Severity]) {
    let verdict = Verdict(
      asserted: 0, findings: severities.map(Finding.sample), inconclusiveReason: nil)
    #expect(verdict.outcome == .inconclusive)
    #expect(verdict.asserted == 0)
  }

  @Test func `one fault in 100 values is one finding that counts them`() {
    let reading = Reading(.rows([]))
    var context = CheckContext(rule: "value-is-integer", clause: .sample)
    for index in 0..<100 {
      let location = BodyLocation(reading, pointer: JSONPointer(["rows", "\(index)", "id"]))
      guard !context.assert(false) else { continue }
      context.fault(
        .error, "\(location.pointer!) is a string", expected: "integer",
        received: Finding.Received("\"\(index)\"", type: "string"), at: location)
    }
    #expect(context.findings.count == 1)
    let finding = context.findings.first
    #expect(finding?.count == 100)
    #expect(finding?.outOf == 100)
    #expect(finding?.pointer?.description == "/rows/0/id")
    #expect(finding?.summary == "/rows/0/id is a string")
    #expect(finding?.received.token == "\"0\"")
    #expect(context.verdict == .failed(asserted: 100))
  }

  @Test func `faults of other kinds, weights or expectations stay apart`() {
    var context = CheckContext(rule: "rule", clause: .sample)
    func note(_ severity: Severity, _ expected: String, _ kind: String) {
      context.fault(
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
      context.findings.map(\.summary) == [
        "error integer null", "warning integer null", "warning integer string",
        "warning string null", "note integer null",
      ])
    #expect(context.findings.map(\.count) == [1, 2, 1, 1, 1])
  }

  @Test func `the first reason stays, and outweighs a skip`() {
    var context = CheckContext(rule: "rule", clause: .sample)
    context.skip("the field is optional")
    #expect(context.verdict == .skipped(.notApplicable("the field is optional")))
    context.inconclusive(.notRecorded)
    context.inconclusive(Self.reason)
    #expect(context.verdict == .inconclusive(.notRecorded))
  }

  @Test func `a long value is shown by its first 200 characters`() {
    #expect(Finding.Received(String(repeating: "x", count: 200)).token.count == 200)
    #expect(
      Finding.Received(String(repeating: "x", count: 201)).token
        == String(repeating: "x", count: 200) + "…")
  }
}

@Suite struct ExitCodeTests {
  static let passed = CaseResult.sample(.passed(asserted: 1))
  static let warned = CaseResult.sample(.warned(asserted: 1))
  static let failed = CaseResult.sample(.failed(asserted: 1))
  static let skipped = CaseResult.sample(.skipped(.notApplicable("not claimed")))
  static let unexercised = CaseResult.sample(.skipped(.notExercised(wanting: [.instanceID])))
  static let empty = CaseResult.sample(.inconclusive(.nothingToAssert("the list is empty")))
  static let unreachable = CaseResult.sample(.inconclusive(.unreachable("refused")))
  static let locked = CaseResult.sample(.inconclusive(.unauthenticated("status 401")))

  static let ladder: [([CaseResult], ExitCode)] = [
    ([passed, skipped], .passed),
    ([passed, warned], .passed),
    ([passed, empty], .unasserted),
    ([passed, empty, locked], .unreachable),
    ([unreachable, passed], .unreachable),
    ([unreachable, empty, failed, passed], .failed),
    ([skipped], .unasserted),
    ([passed, unexercised], .unasserted),
    ([passed, unexercised, locked], .unreachable),
    ([unexercised, unreachable, failed], .failed),
    ([], .unasserted),
  ]

  @Test(arguments: ladder)
  func `failed wins over unreachable, and that over unasserted`(
    results: [CaseResult], exit: ExitCode
  ) {
    #expect(ExitCode(of: results) == exit)
    #expect(ExitCode(of: results.reversed()) == exit)
  }

  @Test func `a warning breaks the contract only under strict`() {
    #expect(ExitCode(of: [Self.warned], strict: true) == .failed)
    #expect(ExitCode(of: [Self.warned]) == .passed)
  }

  @Test func `a quirk that is not seen never fails, not even under strict`() {
    let unseen = CaseResult.sample(.inconclusive(.nothingToAssert("no row")), .quirks)
    #expect(ExitCode(of: [Self.passed, unseen], strict: true) == .passed)
  }

  @Test func `an empty list may be allowed, a refused request may not`() {
    #expect(ExitCode(of: [Self.empty], allowEmpty: true) == .passed)
    #expect(ExitCode(of: [Self.empty, Self.locked], allowEmpty: true) == .unreachable)
    #expect(ExitCode(of: [Self.empty, Self.failed], allowEmpty: true) == .failed)
  }

  @Test func `where nothing was looked at nothing is green`() {
    for reason in [Inconclusive.notRecorded, .notKept("status 0"), .unreadable("no list")] {
      let unseen = CaseResult.sample(.inconclusive(reason))
      #expect(ExitCode(of: [unseen], allowEmpty: true) == .unasserted)
      #expect(ExitCode(of: [unseen, Self.passed], allowEmpty: true) == .passed)
    }
  }

  @Test func `what was not exercised for want of a fact is never green`() {
    let quirk = CaseResult.sample(.skipped(.notExercised(wanting: [.instanceID])), .quirks)
    for result in [Self.unexercised, quirk] {
      #expect(ExitCode(of: [Self.passed, result], allowEmpty: true) == .unasserted)
    }
  }

  @Test func `the codes are the documented numbers`() {
    let codes: [ExitCode] = [.passed, .failed, .usage, .unreachable, .unasserted]
    #expect(codes.map(\.rawValue) == [0, 1, 2, 3, 4])
  }
}

extension Clause {
  static let sample = Clause(
    description: "id is the number", source: Source(.page, "sample.txt", "response"),
    location: SpecLocation(file: "Specs/Sample.swift", line: 1))
}

extension Finding {
  static func sample(_ severity: Severity) -> Finding {
    Finding(
      rule: "rule", severity: severity, summary: "is wrong", pointer: nil, count: 1,
      expected: "right", received: Received("wrong"), clause: .sample)
  }
}

extension CaseResult {
  static func sample(_ verdict: Verdict, _ level: Level = .shape) -> CaseResult {
    CaseResult(
      CaseDescription(
        id: "Sample.\(level).rule", operation: "Sample", level: level, rule: "rule",
        title: "it is right", obligation: .must, clause: .sample),
      verdict: verdict, findings: [])
  }
}
