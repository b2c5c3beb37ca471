// SPDX-License-Identifier: Apache-2.0
// What a check writes into while it looks: values asserted, faults gathered, reasons.

import Contract
import Wire

/// The notes of one check while it judges; equal faults are gathered into one finding.
public struct CheckContext {
  let rule: String
  let clause: Clause
  /// On how many values something was asserted so far.
  private(set) var asserted = 0
  private var faults: [Finding] = []
  private var indexOfFault: [DeduplicationKey: Int] = [:]
  /// The places of the faults that no movement of the data explains.
  private var certainFaults: Set<Int> = []
  private(set) var inconclusiveReason: Inconclusive?
  private var skipReason: String?
  /// The side that was seen, where the case is about a quirk.
  private(set) var quirkResult: QuirkResult?

  init(rule: String, clause: Clause) {
    self.rule = rule
    self.clause = clause
  }

  /// Counts a value that was looked at, and answers whether it is as promised.
  public mutating func assert(_ holds: Bool = true, count: Int = 1) -> Bool {
    asserted += count
    return holds
  }

  /// Notes a fault; faults of one `kind` and expectation are one finding with a count.
  ///
  /// - Parameter isCertain: Whether it counts even if the data moved; the same for all of one `kind`.
  mutating func fault(
    _ severity: Severity, _ summary: String, expected: String, received: Finding.Received,
    at location: BodyLocation?, kind: String = "", isCertain: Bool = false
  ) {
    let key = DeduplicationKey(severity: severity, expected: expected, kind: kind)
    if let index = indexOfFault[key] {
      faults[index].count += 1
      if received != faults[index].received { faults[index].others.note(received) }
      return
    }
    indexOfFault[key] = faults.count
    if isCertain { certainFaults.insert(faults.count) }
    faults.append(
      Finding(
        rule: rule, severity: severity, summary: summary, pointer: location?.pointer, count: 1,
        expected: expected, received: received, clause: clause, evidence: location?.evidence))
  }

  /// Takes over what an answer has against the rule.
  mutating func take(_ faults: [Fault], in reading: Reading, page: Int?) {
    for fault in faults {
      let key = DeduplicationKey(
        severity: fault.severity, expected: fault.expected, kind: fault.kind)
      if let index = indexOfFault[key] {
        self.faults[index].count += fault.count
        self.faults[index].others.note(
          fault.received, fault.others, beside: self.faults[index].received)
        continue
      }
      self.fault(
        fault.severity, fault.summary, expected: fault.expected, received: fault.received,
        at: BodyLocation(reading, page: page, fault.location), kind: fault.kind)
      self.faults[self.faults.count - 1].count = fault.count
      self.faults[self.faults.count - 1].others = fault.others
    }
  }

  /// Notes why the case is inconclusive; the first reason stays.
  public mutating func inconclusive(_ reason: Inconclusive) {
    if inconclusiveReason == nil { inconclusiveReason = reason }
  }

  /// Says why nothing was asserted, where that is so, in the place of what the check says of it.
  mutating func explainNothing(_ reason: Inconclusive) {
    if asserted == 0 { inconclusiveReason = reason }
  }

  /// Notes that the promise does not speak of anything that came.
  public mutating func skip(_ reason: String) { skipReason = reason }

  /// Whether it was said why the case cannot be decided, or why it is not asked.
  var hasReason: Bool { inconclusiveReason != nil || skipReason != nil }

  /// Notes which side the server takes.
  mutating func note(_ quirkResult: QuirkResult) { self.quirkResult = quirkResult }

  /// The worst findings first, otherwise in the order they were seen.
  var findings: [Finding] { findings(at: faults.indices) }

  /// Those of them that no movement of the data explains.
  var certainFindings: [Finding] { findings(at: certainFaults.sorted()) }

  private func findings(at places: some Collection<Int>) -> [Finding] {
    let counted = places.map { place in
      var finding = faults[place]
      finding.outOf = asserted > 1 ? asserted : nil
      return finding
    }
    return Severity.allCases.flatMap { weight in counted.filter { $0.severity == weight } }
  }

  var verdict: Verdict {
    if let skipReason, inconclusiveReason == nil, faults.isEmpty {
      return .skipped(.notApplicable(skipReason))
    }
    return Verdict(asserted: asserted, findings: faults, inconclusiveReason: inconclusiveReason)
  }
}
