// SPDX-License-Identifier: Apache-2.0
// What failed, and why cases were not decided, in few lines that lead to the cases.

import Conformance
import Contract
import Wire

/// The first of what failed, and the reasons for what was not found out; nil if all is well.
struct FailedSection {
  var report: Report

  var tree: HTMLTree? {
    let failed = report.groups(.error)
    let warned = report.groups(.warning)
    let inconclusive = self.reasons
    if failed.isEmpty, warned.isEmpty, inconclusive.isEmpty { return nil }
    let heading =
      !failed.isEmpty
      ? "What failed" : inconclusive.isEmpty ? "What was warned of" : "What was not found out"
    let parts = failed.isEmpty ? inconclusive : list(failed) + inconclusive
    let warnings =
      failed.isEmpty && inconclusive.isEmpty
      ? list(warned)
      : warned.isEmpty ? [] : [HTMLTree("h3", [:], "What was warned of")] + list(warned)
    return .section("failed", heading, parts + warnings)
  }

  private func list(_ groups: [FindingGroup]) -> [HTMLTree] {
    let more = groups.count - Self.most
    let rest = more > 0 ? [HTMLTree("p", [:], "and \(more) more, among the cases")] : []
    return [HTMLTree("ol", ["class": "faults"], groups.prefix(Self.most).map(item))] + rest
  }

  private func item(_ group: FindingGroup) -> HTMLTree {
    let finding = group.first.finding
    let values = "expected \(finding.expected), received \(finding.received.words)"
    let others = group.others.map { [HTMLTree("p", ["class": "values"], .text("also \($0)"))] }
    return HTMLTree(
      "li", ["class": finding.severity.rawValue],
      [
        HTMLTree("a", ["href": "#\(group.first.id)"], HTMLTree.id(group.first.id)),
        HTMLTree("p", [:], .text(finding.summary)),
        HTMLTree("p", ["class": "values"], .text(values.trimmed(to: 200))),
      ] + (others ?? []))
  }

  private var reasons: [HTMLTree] {
    let groups =
      report.reasons(.skipped).filter(\.isUnexercised) + report.reasons(.inconclusive)
    let items = groups.map { group in
      HTMLTree(
        "li", [:],
        HTMLTree("a", ["href": "#\(group.ids[0])"], .text(group.results.count.counted("case"))),
        HTMLTree("p", [:], "\(group.outcomeWords): \(group.reason)"))
    }
    return items.isEmpty ? [] : [HTMLTree("ul", ["class": "faults reasons"], items)]
  }

  private static let most = 25
}
