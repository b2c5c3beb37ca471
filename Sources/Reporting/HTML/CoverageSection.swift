// SPDX-License-Identifier: Apache-2.0
// How much of the contract was seen, and what was not.

import Conformance
import Contract

/// The coverage as a table of operations; nil if nobody asked for it.
struct CoverageSection {
  var report: Report

  var tree: HTMLTree? {
    guard let coverage = report.coverage else { return nil }
    let rows = coverage.byOperation.map { operation, own in
      [
        HTMLTree("a", ["href": "#\(operation)"], HTMLTree.id(operation)),
        .text(own.words.replacing(" ", with: "\u{A0}")),
        HTMLTree("ul", [:], own.lacks.map(item)),
      ]
    }
    return .section(
      "coverage", "Coverage",
      [
        HTMLTree("p", [:], .text("\(coverage.words) of what the contract names was seen.")),
        .table("What was seen, and what was not", ["operation", "seen", "not seen"], rows),
      ])
  }

  private func item(_ title: String, _ names: [String]) -> HTMLTree {
    HTMLTree("li", [:], .text("\(title): \(names.joined(separator: ", "))"))
  }
}
