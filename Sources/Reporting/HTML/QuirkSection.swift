// SPDX-License-Identifier: Apache-2.0
// Where the documentation contradicts itself, and which side the server takes.

import Conformance
import Contract

/// The votes of the server, those first that a reader wants to know; nil if it was not asked.
struct QuirkSection {
  var report: Report

  var tree: HTMLTree? {
    let asked = report.results.compactMap { result in result.vote.map { (result, $0) } }
    guard !asked.isEmpty else { return nil }
    let remarkable = asked.filter { $0.1.isRemarkable }
    let others = asked.filter { !$0.1.isRemarkable }
    let intro = "Where the documentation contradicts itself, a server may take either side."
    return .section(
      "quirks", "Quirks",
      [HTMLTree("p", [:], .text(intro))]
        + table("Votes that a client of the documentation would not expect", remarkable)
        + folded(others))
  }

  private func folded(_ votes: [(CaseResult, Vote)]) -> [HTMLTree] {
    guard !votes.isEmpty else { return [] }
    let count = "\(votes.count.counted("other vote")), as documented or not observed"
    return [
      HTMLTree(
        "details", [:], [HTMLTree("summary", [:], .text(count))] + table("Other votes", votes))
    ]
  }

  private func table(_ caption: String, _ votes: [(CaseResult, Vote)]) -> [HTMLTree] {
    let rows = votes.map(row)
    let columns = ["quirk", "operation", "vote", "what was seen", "what we hold"]
    return rows.isEmpty ? [] : [.table(caption, columns, rows)]
  }

  private func row(_ result: CaseResult, _ vote: Vote) -> [HTMLTree] {
    let first = vote.first.map { " (first at \($0))" } ?? ""
    let side = vote.side.map { ": \($0)" } ?? ""
    return [
      HTMLTree("a", ["href": "#\(result.id)"], HTMLTree.id(vote.id)),
      HTMLTree("span", [:], HTMLTree.id(vote.operation)),
      "\(vote.outcome.words)\(side)", "\(vote.saw)\(first)", .text(result.promise.words),
    ]
  }
}
