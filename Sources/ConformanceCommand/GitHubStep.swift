// SPDX-License-Identifier: Apache-2.0
// What GitHub is told beside the reports when a workflow runs the program.

import CommandLineArguments
import Conformance
import Files
import Reporting

/// The step of a GitHub workflow that the program runs in.
struct GitHubStep {
  private let summaryPath: String?
  private let terminal: Terminal

  /// Nil unless `GITHUB_ACTIONS` is `true`, as it is on every runner.
  init?(environment: [String: String], terminal: Terminal) {
    guard environment["GITHUB_ACTIONS"] == "true" else { return nil }
    summaryPath = environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 }
    self.terminal = terminal
  }

  /// Annotates the literals, and appends the Markdown report to the step's summary.
  ///
  /// A summary that cannot be written is told and does not change the exit code.
  func tell(
    _ report: Report, _ setting: ReportFormat.Setting,
    besides destinations: [Invocation.Destination]
  ) {
    annotate(
      report, setting, besides: destinations.filter { $0.path == nil }.map(\.format))
    guard let summaryPath else { return }
    let text = MarkdownReport(contract: setting.contract()).text(of: report)
    do throws(FileProblem) {
      try OutputPlace.append(Array(text.utf8), to: summaryPath)
    } catch {
      terminal.complain("cannot append to \(summaryPath): \(error)")
    }
  }

  /// Leaves standard output to a report that a program reads; a runner reads both streams.
  private func annotate(
    _ report: Report, _ setting: ReportFormat.Setting, besides printed: [String]
  ) {
    if printed.contains(ReportFormat.github.rawValue) { return }
    let commands = GitHubReport(sources: setting.sources).text(of: report)
    if printed.allSatisfy({ $0 == ReportFormat.text.rawValue }) {
      terminal.write(commands)
    } else {
      terminal.tell(commands)
    }
  }
}
