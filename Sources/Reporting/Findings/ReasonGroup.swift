// SPDX-License-Identifier: Apache-2.0
// The cases that share one reason for not being decided or not being asked.

package import Conformance
import Wire

/// A reason and the cases it holds for, in the order of the report.
package struct ReasonGroup {
  package var reason: String
  package var results: [CaseResult]

  package var ids: [String] { results.map(\.id) }

  /// Groups by the reason's text, the largest group first.
  static func groups(of results: [CaseResult]) -> [ReasonGroup] { groups(of: results) { $0 } }

  /// Groups by the reason without its values; each group has the reason of its first case.
  package static func causes(of results: [CaseResult]) -> [ReasonGroup] {
    groups(of: results, by: \.withoutValues)
  }

  private static func groups(
    of results: [CaseResult], by key: (String) -> String
  ) -> [ReasonGroup] {
    let reason = { (result: CaseResult) in result.verdict.reason ?? "no reason given" }
    return Dictionary(grouping: results) { key(reason($0)) }.values
      .map { ReasonGroup(reason: reason($0[0]), results: $0) }
      .sorted { ($1.results.count, $0.reason) < ($0.results.count, $1.reason) }
  }

  /// The reason and the first cases, in one line: `no policy_id is known — A, B, C and 9 more`.
  package var sentence: String { "\(reason) — \(ids.enumeration(most: 3))".visible }

  /// The reason and the operation, or how many there are.
  var scope: String {
    let operations = Set(results.map(\.operation))
    let words = operations.count == 1 ? results[0].operation : "\(operations.count) operations"
    return "\(reason) — \(words)".visible
  }
}

extension Report {
  /// The cases with that outcome by their reasons.
  package func reasons(_ outcome: Verdict.Outcome) -> [ReasonGroup] {
    ReasonGroup.groups(of: results.filter { $0.verdict.outcome == outcome })
  }

  /// The reasons of that kind for which cases were not decided, the most frequent one first.
  func reasons(where isMeant: (Inconclusive) -> Bool) -> [ReasonGroup] {
    ReasonGroup.groups(
      of: results.filter { result in
        if case .inconclusive(let reason) = result.verdict { isMeant(reason) } else { false }
      })
  }

  /// Whether cases that were not decided are why the exit code is not 0.
  var failsInconclusive: Bool { exit == .unreachable || exit == .unasserted }
}
