// SPDX-License-Identifier: Apache-2.0
// The report for a person at a terminal: what was asked first, what failed last.

public import Conformance
import Contract
import Wire

/// Tells a report to a person, 100 columns wide; curl lines stay whole so that they can be pasted.
public struct TextReport: Sendable, Hashable {
  public var style: Style
  /// Whether only what failed and the summary line are told.
  public var quiet: Bool
  /// The digest of the specs that were judged by, written `sha256:…`; nil leaves it out.
  public var contract: String?

  public init(
    contract: String? = nil, style: Style = Style(color: false), quiet: Bool = false
  ) {
    self.contract = contract
    self.style = style
    self.quiet = quiet
  }

  public func text(of report: Report) -> String {
    let head = (quiet ? [] : [header(of: report)]) + notices(of: report)
    let told =
      head + (quiet ? [] : overview(of: report)) + blocks(of: report.findings(.error), full: true)
    let suppressed = report.suppressedWords.map { [style.paint($0, .warning)] } ?? []
    return (told + suppressed + [summary(of: report)]).joined(separator: "\n\n") + "\n"
  }

  private func header(of report: Report) -> String {
    let target = "\(report.endpoint) · \(report.mode.words)".visible
    let digest = contract.map { " · contract \($0.split(separator: ":").last?.prefix(12) ?? "")" }
    return style.bold("\(report.profile.suite.name) \(report.profile.suite.version)") + " · "
      + target + (digest ?? "")
  }

  /// Told even when quiet, for a verdict is not understood without them.
  private func notices(of report: Report) -> [String] {
    let lines = report.toldNotices.map {
      style.paint("notice", .warning) + "  " + $0.visible
    }
    return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
  }

  private func overview(of report: Report) -> [String] {
    let warnings = report.findings(.warning)
    return CountTable(style: style).sections(of: report.results)
      + findings("warnings", warnings.filter { $0.level != .quirks })
      + QuirkResultTable(style: style).sections(of: report.quirkResults)
      + notes(report.findings(.note))
      + reasons(.inconclusive, report.results)
      + reasons(.skipped, report.results)
  }

  private func findings(_ heading: String, _ told: [ReportedFinding]) -> [String] {
    told.isEmpty ? [] : [style.bold(heading)] + blocks(of: told, full: false)
  }

  private func blocks(of told: [ReportedFinding], full: Bool) -> [String] {
    told.map { FindingBlock(style: style).text(of: $0, full: full) }
  }

  private func notes(_ told: [ReportedFinding]) -> [String] {
    let lines = told.map {
      style.paint("note", .note) + "    " + "\($0.id)  \($0.finding.summary)".visible
    }
    return lines.isEmpty ? [] : [([style.bold("notes")] + lines).joined(separator: "\n")]
  }

  private func reasons(_ outcome: Verdict.Outcome, _ results: [CaseResult]) -> [String] {
    let lines = ReasonGroup.groups(of: results.filter { $0.verdict.outcome == outcome })
      .flatMap(\.lines)
    guard !lines.isEmpty else { return [] }
    return [([style.paint(outcome.rawValue, outcome)] + lines).joined(separator: "\n")]
  }

  /// The last line of the report: the counts, what it cost, and the exit code with its meaning.
  public func summary(of report: Report) -> String {
    let counts = Verdict.Outcome.allCases.map { outcome in
      let count = report.count(outcome)
      let words = "\(count) \(outcome.rawValue)"
      return count == 0 ? words : style.paint(words, outcome)
    }
    let exit = "exit \(report.exit.rawValue): \(report.exitMeaning)"
    return [counts.joined(separator: ", "), report.cost, exit].joined(separator: "; ")
  }
}
