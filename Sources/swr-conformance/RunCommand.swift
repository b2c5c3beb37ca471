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
  ///
  /// - Parameter folder: What becomes a bundle, if one is wanted.
  func judge(_ options: Invocation.Run, into folder: BundleFolder? = nil) async -> ExitCode {
    let environment = ProcessInfo.processInfo.environment
    do {
      let baseline = try BaselineFile(options.baseline)
      var asked = try AskedTarget(options, environment: environment)
      if options.discovers {
        guard let found = try await discovered(asked) else { return .unreachable }
        asked = found
      }
      let plan = asked.plan(for: operations, options)
      if let complaint = plan.complaint(about: options.selection) ?? plan.complaintAboutFacts
        ?? plan.complaint(aboutMoreThan: options.maxRequests)
      {
        terminal.complain(complaint)
        return .usage
      }
      return await conclude(asked, plan, options, baseline, folder)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  /// Runs the plan and writes everything that was asked for.
  private func conclude(
    _ asked: AskedTarget, _ plan: Plan, _ options: Invocation.Run, _ baseline: BaselineFile,
    _ folder: BundleFolder?
  ) async -> ExitCode {
    let started = Date()
    let recording = options.record.map { RecordingWriter(path: $0, started: started) }
    let bundled = folder?.recording(started: started)
    let writers = [recording, bundled].compactMap { $0 }
    let keep: Run.Observer = { exchange in writers.forEach { $0.keep(exchange) } }
    let run = Run(
      plan, over: asked.transport, concurrency: options.concurrency,
      observer: writers.isEmpty ? nil : keep)
    let report = baseline.applied(
      to: await report(on: asked, run, started, options), options, terminal)
    let recorded = RecordedRun(
      mode: asked.mode, facts: asked.facts, selection: asked.selection(options),
      isPartial: report.isPartial, notices: report.notices)
    let isRecorded = recording.map { finish($0, recorded) } ?? true
    let code = write(report, options)
    guard let folder, let bundled else { return isRecorded ? code : .usage }
    let isBundled = await bundle(report, bundled, recorded, options, into: folder)
    return isRecorded && isBundled ? code : .usage
  }

  /// Whether the recording is in its place; if not, somebody was told why.
  func finish(_ recording: RecordingWriter, _ run: RecordedRun) -> Bool {
    guard let failure = recording.finish(run) else { return true }
    terminal.complain("cannot write \(recording.path): \(failure)")
    return false
  }

  private func report(
    on asked: AskedTarget, _ run: Run, _ started: Date, _ options: Invocation.Run
  ) async -> Report {
    let clock = ContinuousClock.now
    let progress = Progress("probes", on: terminal)
    let interruption = Interruption(first: { run.giveUp() })
    let results = await run.results { progress.show($0, of: $1) }
    progress.end()
    let tally = asked.transport.tally
    return Report(
      Report.Circumstances(
        mode: asked.mode, endpoint: asked.facts.endpoint, started: started.formatted(.iso8601),
        seconds: (ContinuousClock.now - clock) / .seconds(1), requests: tally.sent,
        retries: tally.repeated, isPartial: interruption.wasHeard, notices: asked.notices),
      results, readings: run.readings, exit: options.exit(of: results))
  }

  /// Writes every report that was asked for; one that cannot be written does not keep the others.
  func write(_ report: Report, _ options: Invocation.Run) -> ExitCode {
    let contract = ContractDocument(operations).digest
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
      .tell(report, contract: contract, besides: options.reports)
    return code
  }

  /// Whether the file could be written; if not, somebody was told why.
  func write(_ text: String, to path: String) -> Bool {
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

extension Invocation.Run {
  /// What the verdicts of a run mean as an exit code.
  func exit(of results: [CaseResult]) -> ExitCode {
    ExitCode(of: results, strict: strict, allowEmpty: allowEmpty)
  }
}
