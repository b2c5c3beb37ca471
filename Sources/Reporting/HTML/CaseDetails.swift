// SPDX-License-Identifier: Apache-2.0
// One case: a line that tells its outcome, and everything that is known of it once it is opened.

import Conformance
import Contract
import Wire

/// One case; the link that names its id opens it, also where no script runs.
struct CaseDetails {
  var result: CaseResult

  private var outcome: String { result.verdict.outcome.rawValue }

  var tree: HTMLTree {
    HTMLTree(
      "details", ["class": "case", "data-outcome": outcome],
      HTMLTree(
        "summary", [:], .badge(outcome), HTMLTree("span", ["class": "id"], HTMLTree.id(shortID)),
        HTMLTree("span", ["class": "title"], .text(result.title))),
      HTMLTree(
        "div", ["id": result.id], [facts] + result.told.map { FindingArticle(told: $0).tree }))
  }

  /// The id without the operation and the level, which the headings name.
  private var shortID: String {
    let prefix = "\(result.operation).\(result.level.rawValue)."
    return result.id.hasPrefix(prefix) ? String(result.id.dropFirst(prefix.count)) : result.id
  }

  private var facts: HTMLTree {
    let clause = result.clause
    let asserted = result.verdict.asserted
    let rows: [(String, HTMLTree)?] = [
      ("case", HTMLTree("a", ["href": "#\(result.id)"], HTMLTree.id(result.id))),
      result.verdict.reason.map { (outcome, .text($0)) },
      asserted > 0 ? ("asserted", "on \(asserted.counted("value"))") : nil,
      result.findings.isEmpty ? ("clause", .text(clause.words)) : nil,
      ("rule", "\(result.rule) (\(result.obligation.rawValue)), \(clause.location)"),
    ]
    return .facts(rows.compactMap(\.self))
  }
}

extension HTMLTree {
  /// A list of names with what they stand for.
  static func facts(_ rows: [(name: String, value: HTMLTree)]) -> HTMLTree {
    HTMLTree(
      "dl", [:],
      rows.flatMap { name, value in
        [HTMLTree("dt", [:], .text(name)), HTMLTree("dd", [:], value)]
      })
  }
}
