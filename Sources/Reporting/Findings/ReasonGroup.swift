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
  static func groups(of results: [CaseResult]) -> [ReasonGroup] {
    Dictionary(grouping: results) { $0.verdict.reason ?? "no reason given" }
      .map { ReasonGroup(reason: $0.key, results: $0.value) }
      .sorted { ($1.results.count, $0.reason) < ($0.results.count, $1.reason) }
  }

  /// The reason and the first cases, in one line: `no policy_id is known — A, B, C and 9 more`.
  package var sentence: String {
    let more = ids.count > Self.shown ? " and \(ids.count - Self.shown) more" : ""
    return "\(reason) — \(ids.prefix(Self.shown).joined(separator: ", "))\(more)".visible
  }

  /// The sentence behind the number of cases, wrapped.
  var lines: [String] {
    let number = "\(results.count)".padded(to: Self.indent - 2)
    return sentence.wrapped(to: 100 - Self.indent)
      .enumerated()
      .map { index, line in
        index == 0 ? (number + line).indented(by: 2) : line.indented(by: Self.indent)
      }
  }

  private static let shown = 3
  private static let indent = 6
}

extension Report {
  /// The cases with that outcome by their reasons.
  package func reasons(_ outcome: Verdict.Outcome) -> [ReasonGroup] {
    ReasonGroup.groups(of: results.filter { $0.verdict.outcome == outcome })
  }

  /// Whether cases that were not decided are why the exit code is not 0.
  var failsInconclusive: Bool { exit == .unreachable || exit == .unasserted }
}
