// SPDX-License-Identifier: Apache-2.0
// A check as a rule of a SARIF log, with the text that code scanning shows beside a result.

import Conformance
import Contract
import Wire

extension SARIFReport {
  /// One check that has cases in a report.
  struct Rule {
    var name: String
    /// What the check says of itself; the first case's statement where nobody knows it.
    var summary: String
    /// Its cases, at least one.
    var results: [CaseResult]

    /// The rules of all cases, in the order in which they come first.
    static func all(of results: [CaseResult], _ summaries: [String: String]) -> [Rule] {
      results.grouped(by: \.rule).map { name, results in
        Rule(name: name, summary: summaries[name] ?? results[0].title, results: results)
      }
    }

    var tree: JSONTree {
      let level = results[0].level.rawValue
      return [
        "id": .string(name),
        "shortDescription": ["text": .string(summary)],
        "help": ["text": .string(help)],
        "defaultConfiguration": ["level": .string(weight.rawValue)],
        "properties": ["tags": .array([.string(level)])],
      ]
    }

    private var help: String {
      """
      \(summary) It belongs to the level \(results[0].level.rawValue) and has \
      \(results.count.counted("case")) in this run, such as \(results[0].id). A result stands at the \
      line that promises it; its message names the page behind the promise, and its property repeat \
      is a line for a shell that sends the request again.
      """
    }

    /// What breaking the most binding of its cases weighs.
    private var weight: Severity {
      results.map { Severity(breaking: $0.obligation) }.max() ?? .note
    }
  }
}
