// SPDX-License-Identifier: Apache-2.0
// `run`: chooses the target, puts the plan to it, and writes the reports.

import CommandLineArguments
import Conformance
import Contract
import EmbeddedTarget
import Foundation
import LiveTransport
import MockRegistry
import Reporting

extension Program {
  /// Judges the embedded mock or a live endpoint.
  func judge(_ options: Invocation.Run) async -> ExitCode {
    do throws(Target.Problems) {
      let asked = try AskedTarget(options, environment: ProcessInfo.processInfo.environment)
      let plan = asked.plan(for: operations, options)
      if let complaint = plan.complaint(about: options.selection) ?? plan.complaintAboutFacts {
        terminal.complain(complaint)
        return .usage
      }
      if asked.mode == .live, Supervisor.isNeeded,
        let code = Supervisor(terminal: terminal).exitCode()
      {
        return code
      }
      return write(await report(on: asked, plan, options), options)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
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
    return Report(
      mode: asked.mode, endpoint: plan.facts.endpoint, started: started.formatted(.iso8601),
      seconds: (ContinuousClock.now - clock) / .seconds(1), requests: await run.requestCount,
      notices: asked.notices, results: results,
      exit: ExitCode(of: results, strict: options.strict, allowEmpty: options.allowEmpty))
  }

  /// Writes every report that was asked for; one that cannot be written does not keep the others.
  private func write(_ report: Report, _ options: Invocation.Run) -> ExitCode {
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
      do {
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
      } catch {
        terminal.complain("cannot write \(path): \(error.localizedDescription)")
        code = .usage
      }
    }
    GitHubStep(environment: ProcessInfo.processInfo.environment, terminal: terminal)?
      .tell(report, besides: options.reports)
    return code
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
