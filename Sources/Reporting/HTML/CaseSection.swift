// SPDX-License-Identifier: Apache-2.0
// Every case under its operation and level, to be opened, searched and filtered.

import Conformance
import Contract
import Wire

/// All cases; without the script they are all there, and what filters them is not.
struct CaseSection {
  var report: Report

  var tree: HTMLTree {
    .section("cases", "Cases", [filter] + report.results.byOperation.map(operation))
  }

  private var filter: HTMLTree {
    HTMLTree(
      "form", ["id": "filter", "role": "search", "aria-label": "Cases"],
      HTMLTree("label", ["for": "search"], "Search"),
      HTMLTree(
        "input",
        [
          "id": "search", "type": "search", "autocomplete": "off", "spellcheck": "false",
          "placeholder": "id, field, value …",
        ]),
      HTMLTree(
        "fieldset", [:], [HTMLTree("legend", [:], "Show")] + Verdict.Outcome.allCases.map(box)),
      HTMLTree("button", ["type": "reset"], "Show all"),
      HTMLTree("p", ["id": "shown", "role": "status"], "\(report.results.count.counted("case"))"))
  }

  private func box(_ outcome: Verdict.Outcome) -> HTMLTree {
    let word = outcome.rawValue
    return HTMLTree(
      "label", ["class": word],
      HTMLTree("input", ["type": "checkbox", "value": word, "checked": ""]),
      HTMLTree("span", [:], "\(word) \(report.count(outcome))"))
  }

  private func operation(_ name: String, _ results: [CaseResult]) -> HTMLTree {
    let levels = results.levels.compactMap { level in
      group(name, level, results.filter { $0.level == level })
    }
    return HTMLTree(
      "section", ["class": "operation", "aria-labelledby": name],
      [HTMLTree("h3", ["id": name], .text(name))] + levels)
  }

  private func group(_ operation: String, _ level: Level, _ results: [CaseResult]) -> HTMLTree? {
    guard !results.isEmpty else { return nil }
    let id = "\(operation).\(level.rawValue)"
    let heading = HTMLTree(
      "h4", ["id": id], .text(level.rawValue), HTMLTree("small", [:], .text(results.words)))
    return HTMLTree(
      "section", ["class": "group", "aria-labelledby": id],
      [heading] + results.map { CaseDetails(result: $0).tree })
  }
}
