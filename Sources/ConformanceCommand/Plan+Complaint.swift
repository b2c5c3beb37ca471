// SPDX-License-Identifier: Apache-2.0
// Why a plan is not worth sending: a prefix without a case, or a target of which too little is known.

import CommandLineArguments
import Conformance
import Contract
import Wire

extension TimeBudgets {
  /// Some budget, so that the cases of budgets are planned.
  fileprivate static let any = TimeBudgets(general: 1)
}

extension Plan {
  /// What is wrong with the words behind `--only` and `--skip`; nil if each means a case.
  func complaint(about words: Invocation.Selection) -> String? {
    let unmet = (words.only + words.skip).filter { word in !cases.contains { $0.isMeant(by: word) }
    }
    let all = unmet.isEmpty && !cases.isEmpty ? cases : everyCase
    let idle = unmet.filter { word in !all.contains { $0.isMeant(by: word) } }
    guard let first = idle.first ?? (cases.isEmpty ? "" : nil) else { return nil }
    let known = Level.allCases.map(\.rawValue) + operations.map(\.id) + all.map(\.id)
    let near = Spelling.nearest(to: first, among: known)
    let remedy =
      near.map { "did you mean \($0)?" } ?? "\(facts.profile.suite.name) list shows them all"
    return idle.isEmpty
      ? "--skip leaves no case; \(remedy)"
      : "no case has an id that begins with \(JSONText.quote(first)); \(remedy)"
  }

  /// What there would be if nobody had limited it.
  private var everyCase: [Case] {
    let selection = Selection(isThorough: true, allowsUnsafeMethods: true, budgets: .any)
    return Plan(for: operations, against: facts, selection: selection).cases
  }

  /// Why the plan asks for more than is allowed; nil if it does not, or if nobody set a limit.
  ///
  /// - Parameter sent: How many requests of those that are allowed were sent before.
  func complaint(aboutMoreThan most: Int?, sent: Int = 0) -> String? {
    let need = requestCount(rows: Self.assumedRows)
    guard let most, need > most - sent else { return nil }
    return
      "the plan needs \(need.counted("request")) if each list has \(Self.assumedRows) rows, and "
      + "--max-requests allows \(most)\(sent == 0 ? "" : ", of which the host has had \(sent)"); narrow it with --only or --claim, or allow more; "
      + "\(facts.profile.suite.name) list shows what each case needs"
  }

  /// Why the facts are not those of a target: none of the cases can be asked, or what is said to be
  /// another one is not; nil if all is well.
  var complaintAboutFacts: String? {
    for (own, other) in facts.profile.others where facts[own] == facts[other] && facts[own] != nil {
      return
        "\(other.name) is \(own.name) itself; name another one, or leave it out and add "
        + "--allow-skipped \(other.name)"
    }
    guard !cases.contains(where: { $0.skipReason == nil }) else { return nil }
    let missing = Set(cases.flatMap(\.needs)).filter { facts[$0] == nil }.sorted()
    guard missing.isEmpty else {
      return "no case can be asked, for the target does not say "
        + missing.map(\.name).joined(separator: ", ")
        + "; add them to the target file, or set "
        + missing.map(facts.profile.variable(of:)).joined(separator: ", ")
    }
    let reasons = Set(cases.compactMap(\.skipReason?.description)).sorted()
    return "no case can be asked: \(reasons.joined(separator: "; "))"
  }
}
