// SPDX-License-Identifier: Apache-2.0
// The last line of a report, for somebody who reads nothing else.

import Conformance
import Contract
import Testing

@testable import Reporting

struct ExitWordsTests {
  private let refused = "127.0.0.1:9 refused the connection; check that it is running, and its port"

  @Test
  func `a case that failed is named, and so is the first that was warned of where that counts`() {
    let finding = Finding.sample(.warning, "3 and 4 are swapped")
    let failed = CaseResult.sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText])
    let warned = ["a", "b"].map {
      CaseResult.sample($0, .paging, .warned(asserted: 1), [finding])
    }
    #expect(words([failed] + warned, .failed) == "a case failed: ListGcTasks.shape.tasks.id")
    #expect(
      words(warned, .failed) == "warnings count as failed: ListGcTasks.paging.a and 1 more")
  }

  @Test func `several cases that failed from one cause say it, and from two do not`() {
    let (one, other) = (Finding.idIsText, Finding.sample(.error, "the list is empty"))
    let cases = { (findings: [Finding]) in
      findings.enumerated().map {
        CaseResult.sample("c\($0.offset)", .shape, .failed(asserted: 1), [$0.element])
      }
    }
    #expect(
      words(cases([one, one]), .failed)
        == "2 cases failed: /tasks/3/id is a string; the contract says integer")
    #expect(words(cases([one, other]), .failed) == "2 cases failed")
    var third = one
    third.summary = "/tasks/7/id is a string; the contract says integer"
    #expect(words(cases([one, third]), .failed).hasSuffix("integer, and the like"))
  }

  @Test func `what kept us out and what could not be asserted are said with the reason`() {
    let lost = CaseResult.sample("a", .shape, .inconclusive(.unreachable(refused)))
    let empty = CaseResult.sample("b", .shape, .inconclusive(.nothingToAssert("the list is empty")))
    let few = CaseResult.sample("c", .shape, .inconclusive(.tooFewRows(have: 4, need: 21)))
    #expect(
      words([empty, empty, lost], .unreachable)
        == "the target was not reached or did not let us in — not reached: \(refused)")
    #expect(
      words([empty, few, empty], .unasserted)
        == "something that was claimed could not be asserted in 3 cases — most often nothing to "
        + "assert: the list is empty")
    #expect(words([few], .unasserted).hasSuffix("in 1 case — too few rows: 4, the rule needs 21"))
  }

  @Test func `advice stands in place of a reason`() {
    var report = Report.sample(
      [.sample("a", .shape, .inconclusive(.unauthenticated("status 401")))], exit: .unreachable)
    report.advice = ["the token (SWR_TOKEN) was refused; check it"]
    #expect(
      report.exitWords == "the target was not reached or did not let us in; "
        + "the token (SWR_TOKEN) was refused; check it")
  }

  private func words(_ results: [CaseResult], _ exit: ExitCode) -> String {
    Report.sample(results, exit: exit).exitWords
  }
}
