// SPDX-License-Identifier: Apache-2.0
// What was asked and what was not, one line per operation and level.

import Conformance
import Contract

/// The counts of cases by operation and level, and the levels of which nothing was asked.
struct CountTable {
  var style: TextReport.Style

  func sections(of results: [CaseResult]) -> [String] {
    results.byOperation.map { table($0.operation, $0.results) } + missing(from: results)
  }

  private func table(_ operation: String, _ results: [CaseResult]) -> String {
    let lines = results.levels.compactMap { level in
      line(level, results.filter { $0.level == level })
    }
    return ([style.bold(operation)] + lines).joined(separator: "\n")
  }

  /// Such as `  errors    7/9, 1 inconclusive, 1 skipped`; nil if the level has no case.
  private func line(_ level: Level, _ results: [CaseResult]) -> String? {
    guard !results.isEmpty else { return nil }
    let count = { outcome in results.count { $0.verdict.outcome == outcome } }
    let held = "\(count(.passed) + count(.warned))/\(results.count)"
    let rest = Verdict.Outcome.allCases.filter { $0 != .passed && count($0) > 0 }
      .map { style.paint("\(count($0)) \($0.rawValue)", $0) }
    let unasked = count(.inconclusive) + count(.skipped) == results.count
    let loud = unasked ? [style.paint("NOT EXERCISED", .skipped)] : []
    let words = [held] + rest + loud
    return "  " + level.rawValue.padded(to: 10) + words.joined(separator: ", ")
  }

  private func missing(from results: [CaseResult]) -> [String] {
    let missing = Level.allCases.filter { level in !results.contains { $0.level == level } }
    guard !missing.isEmpty else { return [] }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    return [style.paint("NOT ASKED AT ALL: \(names)", .skipped)]
  }
}
