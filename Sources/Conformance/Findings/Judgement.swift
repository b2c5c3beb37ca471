// SPDX-License-Identifier: Apache-2.0
// What a check writes into while it looks: values asserted, faults gathered, doubts.

import Contract
import Wire

/// The notes of one check while it judges; equal faults are gathered into one finding.
struct Judgement {
  let rule: String
  let promise: Promise
  /// On how many values something was asserted so far.
  private(set) var asserted = 0
  private var faults: [Finding] = []
  private var indexOfFault: [Likeness: Int] = [:]
  private(set) var doubt: Undecided?
  private var skipReason: String?
  /// The side that was seen, where the case is about a quirk.
  private(set) var vote: Vote?

  init(rule: String, promise: Promise) {
    self.rule = rule
    self.promise = promise
  }

  /// What makes two faults the same fault in two places.
  private struct Likeness: Hashable {
    var severity: Severity
    var expected: String
    var kind: String
  }

  /// Counts a value that was looked at, and answers whether it is as promised.
  mutating func assert(_ holds: Bool = true, count: Int = 1) -> Bool {
    asserted += count
    return holds
  }

  /// Notes a fault; faults of one `kind` and expectation are one finding with a count.
  mutating func fault(
    _ severity: Severity,
    _ summary: String,
    expected: String,
    received: Finding.Received,
    at spot: Spot?,
    kind: String = ""
  ) {
    let likeness = Likeness(severity: severity, expected: expected, kind: kind)
    if let index = indexOfFault[likeness] {
      faults[index].count += 1
      if received != faults[index].received { faults[index].others.note(received) }
      return
    }
    indexOfFault[likeness] = faults.count
    faults.append(
      Finding(
        rule: rule, severity: severity, summary: summary, pointer: spot?.pointer, count: 1,
        expected: expected, received: received, promise: promise, evidence: spot?.evidence))
  }

  /// Notes why the case cannot be decided; the first reason stays.
  mutating func doubt(_ reason: Undecided) {
    if doubt == nil { doubt = reason }
  }

  /// Notes that the promise does not speak of anything that came.
  mutating func skip(_ reason: String) {
    skipReason = reason
  }

  /// Notes which side the server takes.
  mutating func cast(_ vote: Vote) {
    self.vote = vote
  }

  /// Doubts the case where an exchange brought no whole answer or was not let in.
  mutating func doubtFailures(in transcripts: [Transcript]) {
    for exchange in transcripts.lazy.flatMap(\.exchanges) {
      if let reason = exchange.accessDoubt { return doubt(reason) }
    }
  }

  /// The worst findings first, otherwise in the order they were seen.
  var findings: [Finding] {
    let counted = faults.map { fault in
      var finding = fault
      finding.outOf = asserted > 1 ? asserted : nil
      return finding
    }
    return Severity.allCases.flatMap { weight in counted.filter { $0.severity == weight } }
  }

  var verdict: Verdict {
    if let skipReason, doubt == nil, faults.isEmpty { return .skipped(skipReason) }
    return Verdict(asserted: asserted, findings: faults, doubt: doubt)
  }
}
