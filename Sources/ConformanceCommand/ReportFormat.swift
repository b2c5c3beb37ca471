// SPDX-License-Identifier: Apache-2.0
// The formats that `--report` knows, each a function of the report.

import Conformance
import Reporting

/// A format of a report, by the name that people type.
enum ReportFormat: String, CaseIterable {
  case text, json, junit, sarif, md, gitlab, github, html

  func text(of report: Report, contract: String, style: TextReport.Style, quiet: Bool) -> String {
    switch self {
    case .text: TextReport(contract: contract, style: style, quiet: quiet).text(of: report)
    case .json: JSONReport(contract: contract).text(of: report)
    case .junit: JUnitReport(contract: contract).text(of: report)
    case .sarif: SARIFReport(contract: contract).text(of: report)
    case .md: MarkdownReport(contract: contract).text(of: report)
    case .gitlab: GitLabReport().text(of: report)
    case .github: GitHubReport().text(of: report)
    case .html: HTMLReport(contract: contract).text(of: report)
    }
  }
}
