// SPDX-License-Identifier: Apache-2.0
// What a verdict becomes in a test: issues, attachments, or the end of the test with a reason.

import Conformance
import Contract
import Reporting
import Wire

/// One thing that a test has to say, before any testing library is told.
enum TestEvent: Hashable {
  /// Told at the place, or where the test stands if there is none.
  case issue(Weight, String, at: SpecLocation? = nil)
  /// A finding that the baseline accepts, with its reason; the test goes on as if it were not there.
  case knownIssue(String, reason: String, at: SpecLocation)
  case attachment(name: String, bytes: [UInt8])
  /// The test ends without having passed or failed; always the last event.
  case cancellation(String)

  /// Whether an issue fails its test.
  enum Weight: Hashable {
    case error, warning
  }

  /// The issues of a result, and the reason why it is none, in that order.
  static func outcome(
    of result: CaseResult, mode: Report.Mode, profile: Profile
  ) -> [TestEvent] {
    let issues = result.findings.compactMap { issue($0, of: result) }
    switch result.verdict {
    case .passed, .warned, .failed: return issues
    case .skipped(.notApplicable(let reason)):
      return [.cancellation(TextReport.line(of: reason))]
    case .skipped(.notExercised(let facts)): return [unexercised(facts, result, profile)]
    case .inconclusive(let reason): return issues + [inconclusive(reason, result, mode)]
    }
  }

  private static func issue(_ finding: Finding, of result: CaseResult) -> TestEvent? {
    let block = TextReport().block(of: finding, in: result)
    if let reason = finding.suppression {
      return .knownIssue(block, reason: reason, at: finding.clause.location)
    }
    switch finding.severity {
    case .error: return .issue(.error, block, at: finding.clause.location)
    case .warning: return .issue(.warning, block, at: finding.clause.location)
    case .note: return nil
    }
  }

  /// What was claimed and not looked at is never green.
  private static func unexercised(
    _ facts: Set<Fact>, _ result: CaseResult, _ profile: Profile
  ) -> TestEvent {
    let names = facts.sorted()
    let text =
      "not exercised  \(result.id)  \(result.clause.location)\n"
      + "\(SkipReason.notExercised(wanting: facts)); set "
      + names.map(profile.variable(of:)).joined(separator: ", ")
      + ", or \(profile.variable(of: "allow_skipped"))="
      + names.map(\.name).joined(separator: ",")
    return .issue(.error, text, at: result.clause.location)
  }

  /// The mock has rows for every rule, so a lack of data is a fault there; a live target may lack
  /// them, and no quirk fails anybody.
  private static func inconclusive(
    _ reason: Inconclusive, _ result: CaseResult, _ mode: Report.Mode
  ) -> TestEvent {
    let words = TextReport.line(of: "\(reason)")
    let text = "inconclusive  \(result.id)  \(result.clause.location)\n\(words)"
    let mayLack = mode != .embedded || result.level == .quirks
    if mayLack, !reason.isAccess { return .cancellation(words) }
    return .issue(.error, text, at: result.clause.location)
  }

  /// The bodies in which the findings of a result were seen, each once.
  ///
  /// - Parameter body: The body that came for a request; nil where none came.
  static func attachments(
    of result: CaseResult, from readings: [Reading], body: (Reading) -> [UInt8]?
  ) -> [TestEvent] {
    guard result.verdict.outcome != .passed else { return [] }
    let shown = result.findings.compactMap(\.evidence)
    var seen: Set<Probe.Request> = []
    let readings = readings.filter { reading in
      let request = reading.request
      return shown.contains { $0.request == request.line && $0.credential == request.credential }
        && seen.insert(request).inserted
    }
    return readings.enumerated().compactMap { index, reading in
      guard let body = body(reading) else { return nil }
      let name = result.id + (index == 0 ? "" : "-\(index + 1)")
      let isJSON = (try? JSONDocument(parsing: body)) != nil
      return .attachment(name: name + (isJSON ? ".json" : ".txt"), bytes: body)
    }
  }
}
