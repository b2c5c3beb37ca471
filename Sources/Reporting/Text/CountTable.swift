// SPDX-License-Identifier: Apache-2.0
// What was asked and what was not, one line per level, or per operation and level.

import Conformance
import Contract
import Wire

/// The counts of cases by level, and the levels of which nothing was asked.
struct CountTable {
  var style: TextReport.Style
  /// Whether each operation has a table of its own.
  var isVerbose: Bool

  func sections(of results: [CaseResult]) -> [String] {
    let tables =
      isVerbose
      ? results.byOperation.map { [style.bold($0.operation)] + lines(of: $0.results) }
      : [lines(of: results)]
    return tables.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") } + missing(from: results)
  }

  private func lines(of results: [CaseResult]) -> [String] {
    results.levels.compactMap { level in line(level, results.filter { $0.level == level }) }
  }

  /// Such as `  errors    7/9, 1 inconclusive, 1 skipped`; nil if the level has no case.
  private func line(_ level: Level, _ results: [CaseResult]) -> String? {
    guard !results.isEmpty else { return nil }
    let counts = Dictionary(grouping: results.map(\.verdict.outcome)) { $0 }.mapValues(\.count)
    let rest = Verdict.Outcome.allCases.filter { $0 != .passed }.compactMap { outcome in
      counts[outcome].map { style.paint("\($0) \(outcome.rawValue)", outcome) }
    }
    let unasked = Set(counts.keys).isSubset(of: [.inconclusive, .skipped])
    let loud = unasked ? [style.paint("NOT EXERCISED", .skipped)] : []
    let held = counts[.passed, default: 0] + counts[.warned, default: 0]
    let words = ["\(held)/\(results.count)"] + rest + loud
    return "  " + level.rawValue.padded(to: 10) + words.joined(separator: ", ")
  }

  private func missing(from results: [CaseResult]) -> [String] {
    let missing = Level.allCases.filter { level in !results.contains { $0.level == level } }
    guard !missing.isEmpty else { return [] }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    return [style.paint("NOT ASKED AT ALL: \(names)", .skipped)]
  }
}
