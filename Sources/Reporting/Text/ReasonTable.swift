// SPDX-License-Identifier: Apache-2.0
// Why cases were not decided or not asked, the reason that most cases have first.

import Conformance
import Wire

/// The reasons for one outcome, each behind the number of its cases.
struct ReasonTable {
  var style: TextReport.Style
  /// Whether every reason is told with the first of its cases.
  var isVerbose: Bool

  /// One section; none where no case has the outcome.
  func sections(_ outcome: Verdict.Outcome, _ results: [CaseResult]) -> [String] {
    let own = results.filter { $0.verdict.outcome == outcome }
    guard !own.isEmpty else { return [] }
    let lines = isVerbose ? all(own) : first(own, naming: outcome == .inconclusive)
    return [([style.paint(outcome.rawValue, outcome)] + lines).joined(separator: "\n")]
  }

  private func all(_ results: [CaseResult]) -> [String] {
    ReasonGroup.groups(of: results).flatMap { line($0.results.count, $0.sentence) }
  }

  /// Reasons that differ in nothing but values are told as one.
  ///
  /// - Parameter isNaming: Whether the operation is told, too.
  private func first(_ results: [CaseResult], naming isNaming: Bool) -> [String] {
    let groups = ReasonGroup.causes(of: results)
    let shown = groups.count == Self.most + 1 ? groups.count : Self.most
    let rest = groups.dropFirst(shown)
    let more =
      rest.isEmpty
      ? []
      : line(
        rest.reduce(0) { $0 + $1.results.count },
        "for \(rest.count.counted("other reason")); --verbose tells each")
    return groups.prefix(shown).flatMap {
      line($0.results.count, isNaming ? $0.scope : $0.reason.visible)
    } + more
  }

  private func line(_ count: Int, _ text: String) -> [String] {
    let number = "  \(count) ".padded(to: Self.indent)
    return text.wrapped(behind: number, at: number.count)
  }

  private static let most = 5
  private static let indent = 6
}
