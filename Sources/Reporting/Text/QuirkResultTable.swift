// SPDX-License-Identifier: Apache-2.0
// Which sides a server takes where the documentation contradicts itself, one line each.

import Conformance
import Contract
import Wire

/// The quirk results that a reader wants to know; what several operations agree on is told once.
struct QuirkResultTable {
  var style: TextReport.Style

  /// How many results are not as the tables have them, and how to see them; nil if none was asked for.
  func line(of report: Report) -> String? {
    let isOdd = report.quirkResults.contains(where: \.isRemarkable)
    let how =
      isOdd
      ? "\nto see them: --report json=FILE, then \(report.profile.suite.name) quirks --report FILE"
      : ""
    return report.quirkWords.map { $0 + how }
  }

  /// One section with every quirk of which the server takes another side than before; or none.
  func changes(in quirkResults: [QuirkResult]) -> [String] {
    let lines = quirkResults.filter { $0.was != nil }.map { quirkResult in
      "  \(quirkResult.operation) \(quirkResult.id)\n    \(quirkResult.change)".visibleLines
    }
    guard !lines.isEmpty else { return [] }
    let count = lines.count.counted("quirk result")
    return [([style.paint("\(count) changed", .warning)] + lines).joined(separator: "\n")]
  }

  /// One section, or none if every quirk result is as the tables have it.
  func sections(of quirkResults: [QuirkResult]) -> [String] {
    let lines = groups(of: quirkResults.filter(\.isRemarkable)).flatMap { scope, quirkResults in
      ["  " + scope] + quirkResults.flatMap(row)
    }
    return lines.isEmpty ? [] : [([style.bold("quirks")] + lines).joined(separator: "\n")]
  }

  /// The quirk results under the operation that has them alone, or under the number of operations.
  private func groups(of quirkResults: [QuirkResult]) -> [(
    scope: String, quirkResults: [QuirkResult]
  )] {
    let alike = Dictionary(grouping: quirkResults, by: DeduplicationKey.init)
    var scopes: [String] = []
    var byScope: [String: [QuirkResult]] = [:]
    for quirkResult in quirkResults {
      let same = alike[DeduplicationKey(quirkResult)] ?? []
      let scope = same.count == 1 ? quirkResult.operation : "\(same.count) operations"
      guard same.first == quirkResult else { continue }
      if byScope[scope] == nil { scopes.append(scope) }
      byScope[scope, default: []].append(quirkResult)
    }
    let own = scopes.filter { byScope[$0]?.first?.operation == $0 }
    return (own + scopes.filter { !own.contains($0) }).map { ($0, byScope[$0] ?? []) }
  }

  /// What makes two quirk results the same quirk result of two operations.
  private struct DeduplicationKey: Hashable {
    var id: String
    var outcome: QuirkResult.Outcome
    var side: String?

    init(_ quirkResult: QuirkResult) {
      (id, outcome, side) = (quirkResult.id, quirkResult.outcome, quirkResult.side)
    }
  }

  /// The quirk, whom the server agrees with, and what was seen.
  private func row(_ quirkResult: QuirkResult) -> [String] {
    let id = style.paint(quirkResult.id.padded(to: 43), .note)
    return "\(quirkResult.outcome.words): \(quirkResult.saw)".visible
      .wrapped(behind: "    " + id, at: 47)
  }
}

extension QuirkResult {
  /// Such as `as the table: text in 3 of 3; before: as-example (object)`; nothing but the result for
  /// one that is as before.
  var change: String { "\(outcome.words): \(saw)" + (was.map { "; before: \($0)" } ?? "") }
}
