// SPDX-License-Identifier: Apache-2.0
// Where the documentation contradicts itself, and which side the server takes.

import Conformance
import Contract
import Wire

/// The quirk results, those first that a reader wants to know; nil if the server was not asked.
struct QuirkSection {
  var report: Report

  var tree: HTMLTree? {
    let asked = report.results.compactMap { result in result.quirkResult.map { (result, $0) } }
    guard !asked.isEmpty else { return nil }
    let remarkable = asked.filter { $0.1.isRemarkable }
    let others = asked.filter { !$0.1.isRemarkable }
    let intro = "Where the documentation contradicts itself, a server may take either side."
    return .section(
      "quirks", "Quirks",
      [HTMLTree("p", [:], .text(intro))]
        + table("Results that a client of the documentation would not expect", remarkable)
        + folded(others))
  }

  private func folded(_ quirkResults: [(CaseResult, QuirkResult)]) -> [HTMLTree] {
    guard !quirkResults.isEmpty else { return [] }
    let count = "\(quirkResults.count.counted("other result")), as documented or not observed"
    return [
      HTMLTree(
        "details", [:],
        [HTMLTree("summary", [:], .text(count))] + table("Other results", quirkResults))
    ]
  }

  private func table(_ caption: String, _ quirkResults: [(CaseResult, QuirkResult)]) -> [HTMLTree] {
    let rows = quirkResults.map(row)
    let columns = ["quirk", "operation", "result", "what was seen", "what we hold"]
    return rows.isEmpty ? [] : [.table(caption, columns, rows)]
  }

  private func row(_ result: CaseResult, _ quirkResult: QuirkResult) -> [HTMLTree] {
    let first = quirkResult.first.map { " (first at \($0))" } ?? ""
    let side = quirkResult.side.map { ": \($0)" } ?? ""
    return [
      HTMLTree("a", ["href": "#\(result.id)"], HTMLTree.id(quirkResult.id)),
      HTMLTree("span", [:], HTMLTree.id(quirkResult.operation)),
      "\(quirkResult.outcome.words)\(side)", "\(quirkResult.saw)\(first)",
      .text(result.clause.words),
    ]
  }
}
