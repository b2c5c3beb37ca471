// SPDX-License-Identifier: Apache-2.0
// The report as GitLab's code-quality JSON, which merge requests show beside the literal's line.

public import Conformance
import Contract
import Digests
import Wire

/// Tells a report as an array of GitLab code-quality entries; of quirks only what has changed.
///
/// Cases that were not decided or not exercised have an entry for each reason, lest a run that reached nothing look
/// like one in which everything was mended.
public struct GitLabReport: Sendable, Hashable {
  public var sources: SourceRoot

  public init(sources: SourceRoot = .folder("")) { self.sources = sources }

  public func text(of report: Report) -> String {
    let findings = report.told
      .filter { $0.finding.suppression == nil && $0.result.quirkResult == nil }
      .map { entry($0, report.isStrict) }
    let quirks = report.changedQuirks.map { result, quirkResult in
      entry(
        "\(result.id): \(quirkResult.change)".visible, result.rule, "info",
        fingerprint: SHA256.hexadecimal("quirk\n\(result.id)".utf8), result.clause.location)
    }
    let notices = report.toldNotices.compactMap { notice($0, in: report) }
    let reasons =
      report.reasons(.inconclusive) + report.reasons(.skipped).filter(\.isUnexercised)
    return JSONTree.array(findings + quirks + reasons.map(entry) + notices).document
  }

  private func entry(_ told: ReportedFinding, _ isStrict: Bool) -> JSONTree {
    entry(
      "\(told.id): \(told.finding.sentence)", told.finding.rule,
      severity(told.finding.severity, isStrict),
      fingerprint: told.fingerprint, told.finding.clause.location)
  }

  /// Known again by its first case, as a reason may name a port that is another one the next time.
  private func entry(_ group: ReasonGroup) -> JSONTree {
    entry(
      // The fingerprint keeps the word of earlier releases, so that GitLab knows the entry again.
      "\(group.results.count.counted("case")) \(group.outcomeWords): \(group.sentence)",
      "inconclusive", "major",
      fingerprint: SHA256.hexadecimal("undecided\n\(group.ids[0])".utf8),
      group.results[0].clause.location)
  }

  /// Stands at the first literal, because GitLab wants a place for everything.
  private func notice(_ text: String, in report: Report) -> JSONTree? {
    report.results.first.map { first in
      entry(
        text.visible, "notice", "info", fingerprint: SHA256.hexadecimal("notice\n\(text)".utf8),
        first.clause.location)
    }
  }

  private func entry(
    _ description: String, _ rule: String, _ severity: String, fingerprint: String,
    _ literal: SpecLocation
  ) -> JSONTree {
    let location = sources.place(of: literal) ?? literal
    return [
      "description": .string(
        description + (sources.link(to: literal).map { "; \($0)" } ?? "")),
      "check_name": .string(rule),
      "fingerprint": .string(fingerprint),
      "severity": .string(severity),
      "location": [
        "path": .string(location.file), "lines": ["begin": .integer(location.line)],
      ],
    ]
  }

  private func severity(_ severity: Severity, _ isStrict: Bool) -> String {
    switch severity {
    case .error: "critical"
    case .warning where isStrict: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
