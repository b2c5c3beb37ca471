// SPDX-License-Identifier: Apache-2.0
// What held of each operation at each level; every count leads to its cases.

import Conformance
import Contract

/// Operations by levels, as a table to click into.
struct MatrixSection {
  var report: Report

  var tree: HTMLTree {
    let levels = report.results.levels
    let rows = report.results.byOperation.map { operation, results in
      [HTMLTree("a", ["href": "#\(operation)"], HTMLTree.id(operation))]
        + levels.map { level in
          cell(operation, level, results.filter { $0.level == level })
        }
    }
    let columns = ["operation"] + levels.map(\.rawValue)
    return .section(
      "matrix", "Operations and levels", [.table("Cases that held, of how many", columns, rows)])
  }

  private func cell(_ operation: String, _ level: Level, _ results: [CaseResult]) -> HTMLTree {
    guard let worst = results.worst else { return HTMLTree("span", ["class": "none"], "not asked") }
    return HTMLTree(
      "a", ["href": "#\(operation).\(level.rawValue)", "class": "cell \(worst.rawValue)"],
      HTMLTree("b", [:], "\(results.held)/\(results.count)"),
      HTMLTree("small", [:], .text(results.rest ?? "held")))
  }
}
