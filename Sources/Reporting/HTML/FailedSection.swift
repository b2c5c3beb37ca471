// SPDX-License-Identifier: Apache-2.0
// What failed, and why cases were not decided, in few lines that lead to the cases.

import Conformance
import Contract

/// The first of what failed, and the reasons for what was not found out; nil if all is well.
struct FailedSection {
  var report: Report

  var tree: HTMLTree? {
    let failed = report.findings(.error)
    let inconclusive = self.reasons
    if failed.isEmpty, inconclusive.isEmpty { return nil }
    let heading = failed.isEmpty ? "What was not found out" : "What failed"
    return .section("failed", heading, self.failed(failed) + inconclusive)
  }

  private func failed(_ findings: [ReportedFinding]) -> [HTMLTree] {
    guard !findings.isEmpty else { return [] }
    let more = findings.count - Self.most
    let rest = more > 0 ? [HTMLTree("p", [:], "and \(more) more, among the cases")] : []
    return [HTMLTree("ol", ["class": "faults"], findings.prefix(Self.most).map(item))] + rest
  }

  private func item(_ told: ReportedFinding) -> HTMLTree {
    let finding = told.finding
    let values = "expected \(finding.expected), received \(finding.received.words)"
    return HTMLTree(
      "li", [:],
      HTMLTree("a", ["href": "#\(told.id)"], HTMLTree.id(told.id)),
      HTMLTree("p", [:], .text(finding.summary)),
      HTMLTree("p", ["class": "values"], .text(values.trimmed(to: 200))))
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
