// SPDX-License-Identifier: Apache-2.0
// The head of the page: the verdict, whom it is about, and what to know before it is believed.

import Conformance
import Contract

/// The head of the page, with a place to go on from.
struct VerdictHeader {
  var report: Report
  /// Whether the page tells what has changed since an earlier report.
  var hasChanges = false

  var tree: HTMLTree {
    HTMLTree(
      "header", ["class": "verdict \(tone)"],
      [
        HTMLTree(
          "p", ["class": "suite"], "\(report.profile.suite.name) \(report.profile.suite.version)"),
        HTMLTree("h1", [:], .text(report.verdict)),
        HTMLTree("p", [:], .code(report.endpoint), ", \(report.mode.words)"),
        counts,
        HTMLTree("p", ["class": "facts"], .text(facts)),
      ] + notices + [navigation])
  }

  /// The outcome whose colour the verdict has.
  private var tone: String {
    switch report.exit {
    case .passed: "passed"
    case .failed, .usage: "failed"
    case .unreachable, .unasserted, .interrupted: "inconclusive"
    }
  }

  private var facts: String {
    let parts = [
      "begun \(report.started)", report.cost,
      report.findingCounts.map { "findings: \($0)" }, report.quirkWords,
      report.suppressedWords, report.coverage.map { "coverage \($0.words)" },
      "exit code \(report.exit.rawValue)",
    ]
    return (parts.compactMap(\.self) + report.advice).joined(separator: " · ")
  }

  /// Each count leads to the cases; with the script, to those of the outcome alone.
  private var counts: HTMLTree {
    let items = Verdict.Outcome.allCases.map { outcome in
      HTMLTree(
        "li", [:],
        HTMLTree(
          "a", ["href": "#cases", "data-only": outcome.rawValue, "class": outcome.rawValue],
          HTMLTree("b", [:], "\(report.count(outcome))"), " \(outcome.rawValue)"))
    }
    return HTMLTree("ul", ["class": "counts", "aria-label": "Cases by outcome"], items)
  }

  private var notices: [HTMLTree] {
    let items = report.toldNotices.map { HTMLTree("li", [:], .text($0)) }
    return items.isEmpty
      ? [] : [HTMLTree("ul", ["class": "notices", "aria-label": "Notices"], items)]
  }

  private var navigation: HTMLTree {
    let places: [(String, String)?] = [
      hasChanges ? ("changes", "Changes") : nil, ("matrix", "Operations"), ("cases", "Cases"),
      report.coverage.map { _ in ("coverage", "Coverage") },
      report.quirkResults.isEmpty ? nil : ("quirks", "Quirks"),
      report.timings.isEmpty ? nil : ("requests", "Requests"),
    ]
    let links = places.compactMap(\.self).map { id, name in
      HTMLTree("a", ["href": "#\(id)"], .text(name))
    }
    return HTMLTree("nav", ["aria-label": "Sections"], links)
  }
}
