// SPDX-License-Identifier: Apache-2.0
// The report in at most 60 lines, for a pull request or the summary of a CI job.

public import Conformance
import Contract
import Wire

/// Tells a report in GitHub's Markdown: the verdict, the levels, and the first of what failed.
///
/// Whatever a server may have had a hand in stands in a code span, where nothing is markup.
public struct MarkdownReport: Sendable, Hashable {
  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String

  public init(contract: String) { self.contract = contract }

  public func text(of report: Report) -> String {
    let warnings = report.groups(.warning)
    let sections =
      head(of: report) + [levels(of: report.results)]
      + list("Failed", report.groups(.error), most: 6, told)
      + list("Warnings", warnings, most: 3) {
        ["- \(place(of: $0.first)): \(code($0.first.finding.summary))"] + others(of: $0)
      }
      + list("Inconclusive", report.reasons(.inconclusive), most: 3, told)
      + list("Skipped", report.reasons(.skipped), most: 2, told)
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func head(of report: Report) -> [[String]] {
    let words = [
      report.counts, report.findingCounts.map { "findings: \($0)" }, report.quirkWords,
      report.suppressedWords, report.cost,
    ].compactMap(\.self)
    let target = "\(code(report.endpoint)), \(report.mode.words): "
    let exit =
      "exit \(report.exit.rawValue), \(report.profile.suite.name) \(report.profile.suite.version), contract \(code(contract))"
    let loud = report.unexercisedSentence
    let others = report.toldNotices.filter { $0 != loud }
    let notices = others.prefix(3).map { "> Notice: \(code($0))  " }
    let more = others.count - notices.count
    return [
      ["## \(report.exitMeaning.prefix(1).uppercased())\(report.exitMeaning.dropFirst())"],
      loud.map { ["**\($0)**"] } ?? [],
      ["\(target)\((words + [exit]).joined(separator: "; "))."],
      report.advice.map { "- \(code($0))" },
      notices + (more > 0 ? ["> and \(more.counted("more notice"))"] : []),
    ].filter { !$0.isEmpty }
  }

  /// A row for each level, also for one that nothing was asked of.
  private func levels(of results: [CaseResult]) -> [String] {
    let rows = results.levels.map { level in
      row(level, results.filter { $0.level == level })
    }
    return [
      "| level | held | warned | failed | inconclusive | skipped |", "|---|--:|--:|--:|--:|--:|",
    ]
      + rows
  }

  private func row(_ level: Level, _ results: [CaseResult]) -> String {
    let count = { outcome in results.count { $0.verdict.outcome == outcome } }
    guard !results.isEmpty else { return "| \(level.rawValue) | not asked | | | | |" }
    let rest: [Verdict.Outcome] = [.warned, .failed, .inconclusive, .skipped]
    let held = "\(count(.passed) + count(.warned)) of \(results.count)"
    let cells = [level.rawValue, held] + rest.map { "\(count($0))" }
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// A heading and the first items; no section if there are none.
  private func list<Item>(
    _ heading: String, _ items: [Item], most: Int, _ lines: (Item) -> [String]
  ) -> [[String]] {
    guard !items.isEmpty else { return [] }
    let more = items.count - most
    let rest = more > 0 ? ["- and \(more) more, in the full report"] : []
    return [["### \(heading)"], items.prefix(most).flatMap(lines) + rest]
  }

  private func told(_ group: FindingGroup) -> [String] {
    let finding = group.first.finding
    let values = "expected \(code(finding.expected)), received \(code(finding.received.words))"
    return [
      "- \(place(of: group.first))", "  - \(code(finding.summary))",
      "  - \(values)\(finding.frequency.map { ", \($0)" } ?? "")",
    ] + (finding.cause.map { ["  - cause: \(code($0.words))"] } ?? []) + others(of: group)
  }

  private func others(of group: FindingGroup) -> [String] {
    group.others.map { ["  - \(code($0))"] } ?? []
  }

  private func told(_ group: ReasonGroup) -> [String] {
    let count = group.results.count
    let example = count > 1 ? ", such as" : ","
    return ["- \(count.counted("case")): \(code(group.reason))\(example) \(code(group.ids[0]))"]
  }

  private func place(of told: ReportedFinding) -> String {
    "**\(code(told.id))** (\(code(told.finding.clause.location.description)))"
  }

  private func code(_ text: String) -> String { text.codeSpan }
}
