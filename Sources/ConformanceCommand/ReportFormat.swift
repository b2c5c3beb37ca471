// SPDX-License-Identifier: Apache-2.0
// The formats that `--report` knows, each a function of the report.

import Conformance
import Reporting

/// A format of a report, by the name that people type.
enum ReportFormat: String, CaseIterable {
  case text, json, junit, sarif, md, gitlab, github, html, openmetrics

  /// What the formats are told beside the report.
  struct Setting {
    /// The digest of the specs that were judged by, written `sha256:…`; for those who tell it.
    var contract: () -> String
    var detail = TextReport.Detail.usual
    var sources = SourceRoot.folder("")
    /// The checks that were judged by, a suite's own included.
    var checks = Check.all
    /// What the report is compared with.
    var earlier: WrittenReport?
  }

  func text(
    of report: Report, _ setting: Setting, style: TextReport.Style = TextReport.Style(color: false)
  ) -> String {
    switch self {
    case .text:
      TextReport(
        contract: setting.detail == .quiet ? nil : setting.contract(), style: style,
        detail: setting.detail
      ).text(of: report)
    case .json: JSONReport(contract: setting.contract()).text(of: report)
    case .junit: JUnitReport(contract: setting.contract()).text(of: report)
    case .sarif:
      SARIFReport(
        contract: setting.contract(), sources: setting.sources, checks: setting.checks
      ).text(of: report)
    case .md: MarkdownReport(contract: setting.contract()).text(of: report)
    case .gitlab: GitLabReport(sources: setting.sources).text(of: report)
    case .github: GitHubReport(sources: setting.sources).text(of: report)
    case .openmetrics: OpenMetricsReport().text(of: report)
    case .html:
      HTMLReport(contract: setting.contract(), earlier: setting.earlier).text(of: report)
    }
  }
}
