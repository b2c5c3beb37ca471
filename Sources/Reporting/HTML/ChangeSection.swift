// SPDX-License-Identifier: Apache-2.0
// What has become of each case since an earlier report, kind by kind.

import Conformance
import Contract

/// The changes since an earlier report.
struct ChangeSection {
  var diff: ReportDiff

  var tree: HTMLTree {
    let old =
      "Since \(diff.old.sentence): \(diff.meaning) (\(diff.counts))."
    let notices = diff.notices.map { HTMLTree("li", [:], .text($0)) }
    let kinds = ReportDiff.Kind.allCases.compactMap(list)
    return .section(
      "changes", "What has changed",
      [HTMLTree("p", [:], .text(old))]
        + (notices.isEmpty ? [] : [HTMLTree("ul", ["class": "notices"], notices)]) + kinds)
  }

  /// Opened where somebody has to look at it.
  private func list(_ kind: ReportDiff.Kind) -> HTMLTree? {
    let changes = diff.changes(kind)
    guard !changes.isEmpty else { return nil }
    let isWorse = [.broke, .vanished, .silenced].contains(kind)
    return HTMLTree(
      "details", ["open": isWorse ? "" : nil],
      HTMLTree("summary", [:], "\(kind.words) (\(changes.count))"),
      HTMLTree("ul", ["class": "faults"], changes.map { item($0, isWorse ? "error" : "note") }))
  }

  private func item(_ change: ReportDiff.Change, _ weight: String) -> HTMLTree {
    let isCase = change.now != nil
    let name = HTMLTree.id(change.id)
    let details = change.details.map { HTMLTree("p", ["class": "values"], .text($0)) }
    let outcomes = change.outcomes.map { [HTMLTree("p", [:], .text($0))] } ?? []
    return HTMLTree(
      "li", ["class": weight],
      [isCase ? HTMLTree("a", ["href": "#\(change.id)"], name) : HTMLTree("span", [:], name)]
        + outcomes + details)
  }
}
