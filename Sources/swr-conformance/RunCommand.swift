// SPDX-License-Identifier: Apache-2.0
// `run`: chooses the target, puts the plan to it, and writes the reports.

import CommandLineArguments
import Conformance
import Contract
import EmbeddedTarget
import Foundation
import LiveTransport
import MockRegistry
import Recording
import Reporting

extension Program {
  /// Judges the embedded mock or a live endpoint.
  func judge(_ options: Invocation.Run) async -> ExitCode {
    let baseline: BaselineFile
    do throws(Baseline.Problems) {
      baseline = try BaselineFile(options.baseline)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
    do throws(Target.Problems) {
      var asked = try AskedTarget(options, environment: ProcessInfo.processInfo.environment)
      var plan = asked.plan(for: operations, options)
      let isBlind = options.discovers && asked.mode == .live
      if let complaint = plan.complaint(about: options.selection)
        ?? (isBlind ? nil : plan.complaintAboutFacts)
      {
        terminal.complain(complaint)
        return .usage
      }
      if asked.mode == .live, let code = supervised() { return code }
      if options.discovers {
        guard let found = try await discovered(asked) else { return .unreachable }
        asked = found
        plan = asked.plan(for: operations, options)
      }
      let report = baseline.applied(
        to: await report(on: asked, plan, options), strict: options.strict, terminal: terminal
      ) { ExitCode(of: $0, strict: options.strict, allowEmpty: options.allowEmpty) }
      return write(report, options)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  /// The exit code of the same run in a process of its own; nil where this one has to do it.
  func supervised() -> ExitCode? {
    Supervisor.isNeeded ? Supervisor(terminal: terminal).exitCode() : nil
  }

  private func report(
    on asked: AskedTarget, _ plan: Plan, _ options: Invocation.Run
  ) async -> Report {
    let started = Date()
    let clock = ContinuousClock.now
    let progress = Progress("probes", on: terminal)
    let run = Run(
      plan, over: asked.transport, secrets: asked.secrets, concurrency: options.concurrency)
    let results = await run.results { progress.show($0, of: $1) }
    progress.end()
    var report = Report(
      mode: asked.mode, endpoint: plan.facts.endpoint, started: started.formatted(.iso8601),
      seconds: (ContinuousClock.now - clock) / .seconds(1), requests: await run.requestCount,
      notices: asked.notices, results: results,
      exit: ExitCode(of: results, strict: options.strict, allowEmpty: options.allowEmpty))
    if let path = options.record {
      let recording = RecordedRun(
        of: await run.exchanges, mode: asked.mode, facts: asked.facts,
        selection: asked.selection(options), started: started, isPartial: report.isPartial,
        notices: report.notices, secrets: asked.secrets)
      if !write(recording.har, to: path) { report.exit = .usage }
    }
    return report
  }

  /// Writes every report that was asked for; one that cannot be written does not keep the others.
  func write(_ report: Report, _ options: Invocation.Run) -> ExitCode {
    let contract = ContractDigest.of(operations)
    var code = report.exit
    for destination in options.reports {
      guard let format = ReportFormat(rawValue: destination.format) else { continue }
      let text = format.text(
        of: report, contract: contract, style: style(options.color, destination),
        quiet: options.quiet)
      guard let path = destination.path else {
        terminal.write(text)
        continue
      }
      if !write(text, to: path) { code = .usage }
    }
    GitHubStep(environment: ProcessInfo.processInfo.environment, terminal: terminal)?
      .tell(report, besides: options.reports)
    return code
  }

  /// Whether the file could be written; if not, somebody was told why.
  private func write(_ text: String, to path: String) -> Bool {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
      return true
    } catch {
      terminal.complain("cannot write \(path): \(error.localizedDescription)")
      return false
    }
  }

  private func style(
    _ color: Invocation.Run.Color, _ destination: Invocation.Destination
  ) -> TextReport.Style {
    switch color {
    case .always: TextReport.Style(color: true)
    case .never: TextReport.Style(color: false)
    case .auto: TextReport.Style(color: destination.path == nil && terminal.takesColor)
    }
  }
}
