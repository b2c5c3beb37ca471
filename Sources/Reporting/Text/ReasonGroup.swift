// SPDX-License-Identifier: Apache-2.0
// The cases that share one reason for not being decided or not being asked.

import Conformance

/// A reason and the cases it holds for, in the order of the report.
struct ReasonGroup {
  var reason: String
  var ids: [String]

  /// Groups by the reason's text, the largest group first.
  static func groups(of results: [CaseResult]) -> [ReasonGroup] {
    Dictionary(grouping: results) { $0.verdict.reason ?? "no reason given" }
      .map { ReasonGroup(reason: $0.key, ids: $0.value.map(\.id)) }
      .sorted { ($1.ids.count, $0.reason) < ($0.ids.count, $1.reason) }
  }

  /// One line, wrapped: `  12  no foreign_project_id is known — A, B, C and 9 more`.
  var lines: [String] {
    let more = ids.count > Self.shown ? " and \(ids.count - Self.shown) more" : ""
    let names = ids.prefix(Self.shown).joined(separator: ", ")
    let number = "\(ids.count)".padded(to: Self.indent - 2)
    return "\(reason) — \(names)\(more)".visible.wrapped(to: 100 - Self.indent)
      .enumerated()
      .map { index, line in
        index == 0 ? (number + line).indented(by: 2) : line.indented(by: Self.indent)
      }
  }

  private static let shown = 3
  private static let indent = 6
}
