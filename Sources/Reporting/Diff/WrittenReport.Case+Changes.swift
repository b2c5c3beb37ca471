// SPDX-License-Identifier: Apache-2.0
// What one case says of itself since an earlier report, finding by finding.

import Conformance
import Wire

extension WrittenReport.Case {
  /// Everything that changed; empty if nothing did.
  func changes(since was: Self) -> [ReportDiff.Change] {
    let (old, new) = (was.counted(.error), counted(.error))
    let came = new.keys.filter { old[$0] == nil }.map(\.words).sorted()
    let went = old.keys.filter { new[$0] == nil }.map(\.words).sorted()
    let change = {
      ReportDiff.Change(kind: $0, id: id, was: was.outcome, now: outcome, details: $1)
    }
    return [
      outcome == .failed && (was.outcome != .failed || !came.isEmpty) ? change(.broke, came) : nil,
      was.outcome == .failed && isFixed(without: went) ? change(.fixed, went) : nil,
      otherOutcome(since: was).map { change($0, remark) },
      counts(since: was).map { change(.count, $0) },
    ].compactMap(\.self)
  }

  /// Whether something that failed holds; what a baseline has come to accept does not.
  private func isFixed(without went: [String]) -> Bool {
    switch outcome {
    case .passed, .warned: !isAccepted
    case .failed: !went.isEmpty
    case .inconclusive, .skipped: false
    }
  }

  private func otherOutcome(since was: Self) -> ReportDiff.Kind? {
    switch (was.outcome, outcome) {
    case (let old, let new) where old == new: nil
    case (.passed, .inconclusive), (.warned, .inconclusive), (.failed, .inconclusive): .silenced
    case (.passed, .skipped), (.warned, .skipped), (.failed, .skipped): .silenced
    case (.failed, _): isAccepted ? .outcome : nil
    case (_, .failed): nil
    default: .outcome
    }
  }

  /// Findings that are there before and after on another number of values; nil if there are none.
  private func counts(since was: Self) -> [String]? {
    let lines = [Severity.error, .warning].flatMap { severity in
      let before = was.counted(severity)
      return counted(severity).compactMap { finding, count in
        before[finding].flatMap { $0 == count ? nil : "\(finding.words): \($0) → \(count)" }
      }.sorted()
    }
    return lines.isEmpty ? nil : lines
  }

  /// Why the case has its outcome, where that is not the server's doing.
  var remark: [String] {
    if isAccepted { return ["accepted by the baseline"] }
    return [reason].compactMap(\.self)
      + counted(outcome == .failed ? .error : .warning).keys.map(\.words).sorted()
  }

  /// Whether it would have failed but for a baseline.
  var isAccepted: Bool {
    outcome != .failed && findings.contains { $0.severity == .error && $0.isSuppressed }
  }

  /// On how many values each finding of that weight was made; those a baseline accepts are left out.
  private func counted(_ severity: Severity) -> [DeduplicationKey: Int] {
    Dictionary(
      findings.filter { $0.severity == severity && !$0.isSuppressed }
        .map { (DeduplicationKey($0), $0.count) },
      uniquingKeysWith: +)
  }

  /// What makes two findings of a case the same one, as in a baseline.
  private struct DeduplicationKey: Hashable {
    var rule: String
    /// With `*` for the number of a row.
    var pattern: String?
    var received: String

    init(_ finding: WrittenReport.Finding) {
      rule = finding.rule
      pattern = finding.pointer.map { JSONPointer($0)?.pattern ?? $0 }
      received = finding.received
    }

    var words: String { rule + (pattern.map { " at \($0)" } ?? "") + ": received \(received)" }
  }
}
