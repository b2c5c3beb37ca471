// SPDX-License-Identifier: Apache-2.0
// The report for a person at a terminal: what was asked first, what failed last.

public import Conformance
import Contract
import Wire

/// Tells a report to a person, 80 columns wide; curl lines stay whole so that they can be pasted.
public struct TextReport: Sendable, Hashable {
  /// How much is told.
  public enum Detail: Sendable, Hashable {
    /// What failed, what was warned, what kept the run from a verdict, and the summary.
    case quiet
    /// On one screen if all is well; each cause once.
    case usual
    /// Every finding and every reason with its cases.
    case verbose
  }

  package static let width = 80

  public var style: Style
  public var detail: Detail
  /// The digest of the specs that were judged by, written `sha256:…`; nil leaves it out.
  public var contract: String?

  public init(
    contract: String? = nil, style: Style = Style(color: false), detail: Detail = .usual
  ) {
    self.contract = contract
    self.style = style
    self.detail = detail
  }

  public func text(of report: Report) -> String {
    let isQuiet = detail == .quiet
    let coverage = CoverageTable(style: style).sections(of: report.coverage)
    let head = (isQuiet ? [] : [header(of: report)]) + notices(of: report)
    let told =
      head + (isQuiet ? [] : overview(of: report) + coverage) + blocks(.warning, of: report)
      + changes(of: report) + reasons(for: report) + blocks(.error, of: report)
    let tail = counts(of: report) + [summary(of: report)]
    return (told + [tail.joined(separator: "\n")]).joined(separator: "\n\n") + "\n"
  }

  private func header(of report: Report) -> String {
    let digest = contract.map { " · contract \($0.split(separator: ":").last?.prefix(12) ?? "")" }
    let suite = "\(report.profile.suite.name) \(report.profile.suite.version)"
    let target = "\(report.endpoint) · \(report.mode.words)".visible
    return style.bold(suite) + (digest ?? "") + "\n" + target
  }

  /// Told even when quiet, for a verdict is not understood without them.
  private func notices(of report: Report) -> [String] {
    let lines = report.toldNotices.flatMap {
      $0.visible.wrapped(behind: style.paint("notice", .warning) + "  ", at: 8)
    }
    return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
  }

  private func overview(of report: Report) -> [String] {
    let isVerbose = detail == .verbose
    let quirks = QuirkResultTable(style: style)
    return CountTable(style: style, isVerbose: isVerbose).sections(of: report.results)
      + (isVerbose
        ? quirks.sections(of: report.quirkResults) + notes(report.findings(.note))
        : quirks.line(of: report).map { [$0] } ?? [])
  }

  /// Told even when quiet: where the server has changed sides.
  private func changes(of report: Report) -> [String] {
    QuirkResultTable(style: style).changes(in: report.quirkResults)
  }

  private func reasons(for report: Report) -> [String] {
    let table = ReasonTable(style: style, isVerbose: detail == .verbose)
    let followers = detail == .verbose ? [] : report.followers
    let own = report.results.filter { !followers.contains($0.id) }
    let (open, unasked) = (table.sections(.inconclusive, own), table.sections(.skipped, own))
    guard detail == .quiet else { return open + unasked }
    guard report.failsInconclusive else { return [] }
    return open.isEmpty && report.unexercised.isEmpty && report.coverage == nil ? unasked : open
  }

  private func blocks(_ severity: Severity, of report: Report) -> [String] {
    let groups =
      detail == .verbose
      ? report.findings(severity).map { FindingGroup(told: [$0]) } : report.groups(severity)
    let block = FindingBlock(style: style, tellsPage: detail == .verbose)
    return groups.map(block.text)
  }

  private func notes(_ told: [ReportedFinding]) -> [String] {
    let lines = told.filter { $0.result.quirkResult == nil }.map {
      style.paint("note", .note) + "    " + "\($0.id)  \($0.finding.summary)".visible
    }
    return lines.isEmpty ? [] : [([style.bold("notes")] + lines).joined(separator: "\n")]
  }

  /// What was found, counted apart from the cases; none if nothing was.
  private func counts(of report: Report) -> [String] {
    [report.findingCounts.map { "findings: \($0)" }, report.suppressedWords]
      .compactMap(\.self).map { style.paint($0, .warning) }
  }

  /// The last lines of the report: the counts, what it cost, and the exit code with its meaning.
  public func summary(of report: Report) -> String {
    let counts = Verdict.Outcome.allCases.map { outcome in
      let count = report.count(outcome)
      let words = "\(count) \(outcome.rawValue)"
      return count == 0 ? words : style.paint(words, outcome)
    }
    let exit = "\(report.exitWords)".visible
      .wrapped(behind: "exit \(report.exit.rawValue): ", at: 8)
    return (["cases: " + counts.joined(separator: ", "), report.cost] + exit)
      .joined(separator: "\n")
  }
}
