// SPDX-License-Identifier: Apache-2.0
// What held at each level, of all operations and of each one; every count leads to its cases.

import Conformance
import Contract

/// The levels as a list, and operations by levels as a table to click into.
struct LevelSection {
  var report: Report

  var tree: HTMLTree {
    let levels = HTMLTree("ul", ["class": "levels"], Level.allCases.map(item))
    return .section("levels", "Levels", [levels] + (report.results.isEmpty ? [] : [matrix]))
  }

  private func item(_ level: Level) -> HTMLTree {
    let results = report.results.filter { $0.level == level }
    let parts = Verdict.Outcome.allCases.map { outcome in
      (outcome.rawValue, Double(results.count(outcome)) / Double(max(1, results.count)))
    }
    return HTMLTree(
      "li", ["class": results.worst?.rawValue],
      HTMLTree("h3", [:], .text(level.rawValue)), .bar(parts.filter { $0.1 > 0 }),
      HTMLTree("p", [:], .text(results.words)))
  }

  private var matrix: HTMLTree {
    let rows = report.results.byOperation.map { operation, results in
      [HTMLTree("a", ["href": "#\(operation)"], .text(operation))]
        + Level.allCases.map { level in
          cell(operation, level, results.filter { $0.level == level })
        }
    }
    return .table(
      "Cases that held, by operation and level", ["operation"] + Level.allCases.map(\.rawValue),
      rows)
  }

  private func cell(_ operation: String, _ level: Level, _ results: [CaseResult]) -> HTMLTree {
    guard let worst = results.worst else { return HTMLTree("span", ["class": "none"], "not asked") }
    return HTMLTree(
      "a", ["href": "#\(operation).\(level.rawValue)", "class": "cell \(worst.rawValue)"],
      HTMLTree("b", [:], "\(results.held)/\(results.count)"),
      HTMLTree("small", [:], .text(results.rest ?? "held")))
  }
}

extension [CaseResult] {
  func count(_ outcome: Verdict.Outcome) -> Int { count { $0.verdict.outcome == outcome } }

  /// How many cases were as promised, warnings included.
  var held: Int { count(.kept) + count(.warned) }

  /// The outcome that a reader has to look at first; nil if there is no case.
  var worst: Verdict.Outcome? {
    [.broken, .undecided, .warned, .skipped, .kept].first { count($0) > 0 }
  }

  /// Such as `1 broken, 2 skipped`; nil if all cases were kept.
  var rest: String? {
    let parts = Verdict.Outcome.allCases.filter { $0 != .kept && count($0) > 0 }
      .map { "\(count($0)) \($0.rawValue)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Such as `7 of 9 held, 1 broken, 1 skipped`.
  var words: String {
    guard !isEmpty else { return "not asked" }
    return (["\(held) of \(count) held"] + [rest].compactMap(\.self)).joined(separator: ", ")
  }
}
