// SPDX-License-Identifier: Apache-2.0
// The report as workflow commands, which GitHub shows beside the literal's line.

public import Conformance
import Contract
import Wire

/// Tells a report as GitHub workflow commands, each cause once: `::error file=…,line=…,title=…::…`.
///
/// GitHub keeps 10 annotations of a kind for each step; how many are left out is said in a notice.
public struct GitHubReport: Sendable, Hashable {
  private static let shown = 10

  public var sources: SourceRoot

  public init(sources: SourceRoot = .folder("")) { self.sources = sources }

  public func text(of report: Report) -> String {
    let unexercised = report.reasons(.skipped).filter(\.isUnexercised)
    let inconclusive = (unexercised + report.reasons(.inconclusive)).map(annotation)
    let warned = report.groups(.warning).map(annotation)
    let errors =
      report.groups(.error).map(annotation) + (report.isStrict ? warned : [])
      + (report.failsInconclusive ? inconclusive : [])
    let warnings =
      (report.isStrict ? [] : warned) + (report.failsInconclusive ? [] : inconclusive)
    let quirks = report.changedQuirks.map { result, quirkResult in
      Annotation(
        location: sources.place(of: result.clause.location), title: result.id,
        message: quirkResult.change.visible)
    }
    let notices =
      left(errors, "error", of: report) + left(warnings, "warning", of: report) + quirks
      + report.toldNotices.map { Annotation(title: report.profile.suite.name, message: $0.visible) }
    return command("error", errors) + command("warning", warnings) + command("notice", notices)
  }

  private struct Annotation {
    /// Of the reader's own repository.
    var location: SpecLocation?
    var title: String
    var message: String
  }

  private func annotation(_ group: FindingGroup) -> Annotation {
    let finding = group.first.finding
    let lines = [
      finding.summary, "expected: \(finding.expected)", "received: \(finding.received.words)",
      "clause: \(finding.clause.words)",
      sources.link(to: finding.clause.location).map { "literal: \($0)" },
      finding.evidence.map { "repeat: \($0.repeatLines.joined(separator: "; "))" },
      group.others.map { "also: \($0)" },
    ]
    return Annotation(
      location: sources.place(of: finding.clause.location), title: group.first.id,
      message: lines.compactMap { $0?.visible }.joined(separator: "\n"))
  }

  private func annotation(_ group: ReasonGroup) -> Annotation {
    Annotation(
      title: "\(group.results.count.counted("case")) \(group.outcomeWords)", message: group.sentence
    )
  }

  private func left(
    _ annotations: [Annotation], _ noun: String, of report: Report
  ) -> [Annotation] {
    let count = annotations.count - Self.shown
    guard count > 0 else { return [] }
    let words =
      "\(count.counted("more \(noun)")) in the report; GitHub shows \(Self.shown) of a kind"
    return [Annotation(title: report.profile.suite.name, message: words)]
  }

  private func command(_ name: String, _ annotations: [Annotation]) -> String {
    annotations.prefix(Self.shown).map { annotation in
      let place = annotation.location.map { "file=\(property($0.file)),line=\($0.line)," } ?? ""
      let title = "title=\(property(annotation.title.visible))"
      return "::\(name) \(place)\(title)::\(data(annotation.message))\n"
    }.joined()
  }

  /// The escapes that a workflow command needs behind its second `::`.
  private func data(_ text: String) -> String {
    escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// The escapes that a property of a workflow command needs.
  private func property(_ text: String) -> String {
    escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func escape(_ text: String, _ spellings: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { spellings[$0] ?? String($0) }.joined()
  }
}
