// SPDX-License-Identifier: Apache-2.0
// What the exit code says about a run, and what is behind it, in one sentence.

import Conformance
import Contract
import Wire

extension Report {
  /// What the exit code says about this run.
  package var exitMeaning: String {
    switch exit {
    case .passed where results.isEmpty && part != nil: "this shard has no operation to judge"
    case .passed: "what was asserted is as promised"
    case .failed where count(.failed) == 0: "warnings count as failed"
    case .failed where count(.failed) == 1: "a case failed"
    case .failed: "\(count(.failed)) cases failed"
    case .usage: "the command line or a file it names cannot be used"
    case .unreachable where isGivenUp: "not everything was asked"
    case .unreachable: "the target was not reached or did not let us in"
    case .unasserted where !unexercised.isEmpty:
      "\(unexercised.count) of \(results.count.counted("case")) not exercised for want of "
        + (wantedFacts.count == 1 ? wantedFacts[0].name : "\(wantedFacts.count) facts")
    case .unasserted where coverage != nil && count(.inconclusive) == 0: "too little was seen"
    case .unasserted: "something that was claimed could not be asserted"
    case .interrupted: "the run was interrupted"
    }
  }

  /// What the exit code says, why, and what to look at first.
  var exitWords: String { (["\(exitMeaning)\(exitCause ?? "")"] + advice).joined(separator: "; ") }

  /// The one case, the one cause or the most frequent reason behind the exit code, for somebody who
  /// reads the last line alone; nil where advice says it, or where there are too many to name one.
  private var exitCause: String? {
    switch exit {
    case .failed where count(.failed) == 0: ids(.warned)
    case .failed where count(.failed) == 1: ids(.failed)
    case .failed where advice.isEmpty && groups(.error).count == 1:
      commonCause(of: groups(.error)[0])
    case .unreachable where advice.isEmpty:
      reasons(where: \.isAccess).first.map { " — \($0.reason)" }
    case .unasserted where unexercised.isEmpty:
      openCases
    default: nil
    }
  }

  private func commonCause(of group: FindingGroup) -> String {
    if let cause = group.first.finding.cause { return ": \(cause.words)" }
    let summaries = group.told.map(\.finding.summary).distinct
    return ": \(summaries[0])\(summaries.count > 1 ? ", and the like" : "")"
  }

  private func ids(_ outcome: Verdict.Outcome) -> String? {
    let ids = results.filter { $0.verdict.outcome == outcome }.map(\.id)
    return ids.isEmpty ? nil : ": \(ids.enumeration(most: 1))"
  }

  /// How many cases could not be asserted, and the reason that most of them have.
  private var openCases: String? {
    let reasons = reasons { !$0.isAccess }
    guard let first = reasons.first else { return nil }
    let count = reasons.reduce(0) { $0 + $1.results.count }
    return " in \(count.counted("case")) — \(reasons.count > 1 ? "most often " : "")\(first.reason)"
  }

  private var isGivenUp: Bool {
    results.contains { if case .inconclusive(.givenUp) = $0.verdict { true } else { false } }
  }
}
