// SPDX-License-Identifier: Apache-2.0
// What held at each level, of all operations together.

import Conformance
import Contract

/// The levels as a row of cards.
struct LevelSection {
  var report: Report

  var tree: HTMLTree {
    let items = report.results.levels.map(item)
    return .section("levels", "Levels", [HTMLTree("ul", ["class": "levels"], items)])
  }

  private func item(_ level: Level) -> HTMLTree {
    let results = report.results.filter { $0.level == level }
    // One case of hundreds is to be seen as well.
    let weights = Verdict.Outcome.allCases.filter { results.count($0) > 0 }.map { outcome in
      (outcome.rawValue, max(0.02, Double(results.count(outcome)) / Double(results.count)))
    }
    let sum = weights.reduce(0) { $0 + $1.1 }
    return HTMLTree(
      "li", ["class": results.worst?.rawValue],
      HTMLTree("h3", [:], .text(level.rawValue)), .bar(weights.map { ($0.0, $0.1 / sum) }),
      HTMLTree("p", [:], .text(results.words)))
  }
}

extension [CaseResult] {
  /// How many cases were as promised, warnings included.
  var held: Int { count(.passed) + count(.warned) }

  /// The outcome that a reader has to look at first; nil if there is no case.
  var worst: Verdict.Outcome? {
    [.failed, .inconclusive, .warned, .skipped, .passed].first { count($0) > 0 }
  }

  /// Such as `1 failed, 2 skipped`; nil if all cases passed.
  var rest: String? {
    let parts = Verdict.Outcome.allCases.filter { $0 != .passed && count($0) > 0 }
      .map { "\(count($0)) \($0.rawValue)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Such as `7 of 9 held, 1 failed, 1 skipped`.
  var words: String {
    guard !isEmpty else { return "not asked" }
    return (["\(held) of \(count) held"] + [rest].compactMap(\.self)).joined(separator: ", ")
  }
}
