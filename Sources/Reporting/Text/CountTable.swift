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
    let rest = Verdict.Outcome.allCases.filter { $0 != .passed && results.count($0) > 0 }
      .map { style.paint("\(results.count($0)) \($0.rawValue)", $0) }
    let unasked = results.count(.inconclusive) + results.count(.skipped) == results.count
    let loud = unasked ? [style.paint("NOT EXERCISED", .skipped)] : []
    let words = ["\(results.held)/\(results.count)"] + rest + loud
    return "  " + level.rawValue.padded(to: 10) + words.joined(separator: ", ")
  }

  private func missing(from results: [CaseResult]) -> [String] {
    let missing = Level.allCases.filter { level in !results.contains { $0.level == level } }
    guard !missing.isEmpty else { return [] }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    return [style.paint("NOT ASKED AT ALL: \(names)", .skipped)]
  }
}
