// SPDX-License-Identifier: Apache-2.0
// The report as one page that a person opens, on a phone as well, with no network.

public import Conformance
import Contract
import Digests
import Wire

/// Tells a report as one HTML document that loads nothing, with or without its own script.
///
/// The first thing that it says is the verdict. Its policy allows its own style sheet and script by
/// their digests, so that even markup that got past the escapes would neither run nor load.
public struct HTMLReport: Sendable, Hashable {
  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String
  /// The report that is compared with; nil compares with none.
  public var earlier: WrittenReport?

  public init(contract: String, earlier: WrittenReport? = nil) {
    self.contract = contract
    self.earlier = earlier
  }

  public func text(of report: Report) -> String {
    let title =
      "\(report.verdict): \(report.endpoint.trimmed(to: 80)) — \(report.profile.suite.name)"
    return HTMLTree("html", ["lang": "en"], Self.head(title: title), body(of: report)).document
  }

  /// The head of every page of the suite.
  package static func head(title: String) -> HTMLTree {
    HTMLTree(
      "head", [:], HTMLTree("meta", ["charset": "utf-8"]),
      HTMLTree("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
      HTMLTree("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTMLTree("meta", ["name": "color-scheme", "content": "light dark"]),
      HTMLTree("meta", ["name": "referrer", "content": "no-referrer"]),
      HTMLTree("link", ["rel": "icon", "href": "data:,"]), HTMLTree("title", [:], .text(title)),
      HTMLTree("style", [:], .verbatim(styleSheet)))
  }

  private func body(of report: Report) -> HTMLTree {
    let changes = changes(in: report)
    let sections = [
      FailedSection(report: report).tree, changes, LevelSection(report: report).tree,
      MatrixSection(report: report).tree, CaseSection(report: report).tree,
      CoverageSection(report: report).tree, QuirkSection(report: report).tree,
      RequestSection(report: report).tree,
    ].compactMap(\.self)
    let foot =
      "Judged by \(report.profile.suite.name) \(report.profile.suite.version), contract \(contract)."
    return HTMLTree(
      "body", [:], HTMLTree("a", ["class": "skip", "href": "#cases"], "Skip to the cases"),
      VerdictHeader(report: report, hasChanges: changes != nil).tree,
      HTMLTree("main", [:], sections), HTMLTree("footer", [:], HTMLTree("p", [:], .text(foot))),
      HTMLTree("p", ["id": "told", "class": "unseen", "role": "status"]),
      HTMLTree("script", [:], .verbatim(Self.script)))
  }

  private func changes(in report: Report) -> HTMLTree? {
    guard let earlier else { return nil }
    let told = JSONReport(contract: contract).text(of: report)
    guard let now = try? WrittenReport(parsing: Array(told.utf8)) else { return nil }
    return ChangeSection(diff: ReportDiff(from: earlier, to: now)).tree
  }

  private static let policy =
    "default-src 'none'; img-src data:; style-src '\(digest(of: styleSheet))'; "
    + "script-src '\(digest(of: script))'; base-uri 'none'; form-action 'none'"

  /// The digest as a Content-Security-Policy names what it allows.
  private static func digest(of text: String) -> String {
    "sha256-\(Base64.encode(SHA256.digest(text.utf8)))"
  }
}

extension Report {
  /// What the exit code says, as a sentence begins: `A case failed`.
  var verdict: String { exitMeaning.prefix(1).uppercased() + exitMeaning.dropFirst() }
}
