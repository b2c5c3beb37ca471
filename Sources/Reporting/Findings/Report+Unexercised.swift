// SPDX-License-Identifier: Apache-2.0
// What was claimed and not exercised for want of a fact, told before anything else in each format.

import Conformance
import Contract
import Wire

extension Report {
  /// How much was not exercised, for want of what, and what to do; nil if all was that is claimed.
  ///
  /// All words are ours: no format has to take them for a server's.
  var unexercisedSentence: String? {
    let count = unexercised.count
    guard count > 0 else { return nil }
    let facts = wantedFacts
    return
      "NOT EXERCISED: \(count) of \(results.count.counted("case")), for the target does not say "
      + "\(facts.map(\.name).joined(separator: ", ")); \(remedy(for: facts)), or name what "
      + "may be missing behind --allow-skipped"
  }

  /// The facts for want of which something was not exercised, in the order of their names.
  var wantedFacts: [Fact] { Set(unexercised.flatMap(\.wantedFacts)).sorted() }

  private func remedy(for facts: [Fact]) -> String {
    if mode == .recorded { return "record a run that says so" }
    let rest = facts.count > 1 ? " and so on" : ""
    let isFound =
      profile.discovery != nil && facts.contains { ![.tenant, .foreignTenant].contains($0.role) }
    return "set \(profile.variable(of: facts[0]))\(rest)"
      + (isFound ? " (run --discover finds most of them)" : "")
  }
}

extension CaseResult {
  /// Whether the case was claimed and could not be asked for want of a fact.
  var isUnexercised: Bool { !wantedFacts.isEmpty }
}

extension ReasonGroup {
  /// Whether the reason is the want of a fact; cases of one reason are alike in that.
  var isUnexercised: Bool { results.first?.isUnexercised == true }

  /// What became of the cases: `inconclusive`, `skipped` or `not exercised`.
  var outcomeWords: String {
    isUnexercised ? "not exercised" : results.first?.verdict.outcome.rawValue ?? ""
  }
}
