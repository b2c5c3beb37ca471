// SPDX-License-Identifier: Apache-2.0
// `run`: chooses the target, puts the plan to it, and writes the reports.

import Baselines
import CommandLineArguments
import Conformance
import Contract
import Files
import LiveTransport
import Recording
import Reporting

extension Program {
  /// Judges the embedded mock or a live endpoint.
  ///
  /// - Parameter folder: What becomes a bundle, if one is wanted.
  func judge(_ options: Invocation.Run, into folder: BundleFolder? = nil) async throws -> ExitCode {
    let underWay = UnderWay()
    let interruption = underWay.interruption()
    defer { withExtendedLifetime(interruption) {} }
    let prepared = try await prepared(
      options, terminal.environment, underWay, interruption, into: folder)
    guard let prepared else { return .unreachable }
    return await conclude(prepared, options).code
  }

  /// Everything that a run needs; nil where the target did not let us find out what there is.
  ///
  /// - Throws: What keeps the run from being begun, with a remedy.
  func prepared(
    _ options: Invocation.Run, _ environment: [String: String], _ underWay: UnderWay,
    _ interruption: Interruption, into folder: BundleFolder? = nil
  ) async throws -> PreparedRun? {
    let outputs = try RunOutputs(
      options, inputs: [environment[profile.variable(of: "token_file")]].compactMap(\.self))
    let baseline = try BaselineFile(options.baseline)
    var asked = try await target(options, environment, underWay)
    await wait(for: asked, options, underWay)
    let found = options.discovers ? try await discovered(asked, underWay) : asked
    asked = found ?? asked
    let plan = asked.plan(for: suite, options)
    // Whoever reads the reports is told of a target that did not let us in as of any other.
    if found == nil, plan.complaintAboutFacts != nil { return nil }
    var cut = plan
    if let part = options.part {
      cut = suite.plan(
        against: asked.facts,
        selection: asked.selection(options).limited(to: part, among: operations))
    }
    if !interruption.wasHeard,
      let complaint = plan.complaint(about: options.selection) ?? plan.complaintAboutFacts
        ?? cut.complaint(aboutMoreThan: options.maxRequests)
    {
      throw UsageError(complaint)
    }
    return PreparedRun(
      asked: asked, whole: plan, plan: cut, outputs: outputs, baseline: baseline, folder: folder,
      underWay: underWay, interruption: interruption)
  }

  /// Who is asked; a signal that comes while a command prints the token is not kept waiting.
  private func target(
    _ options: Invocation.Run, _ environment: [String: String], _ underWay: UnderWay
  ) async throws(Target.Problems) -> AskedTarget {
    let suite = suite
    let target = await underWay.value {
      Result { () throws(Target.Problems) in
        try AskedTarget(options, of: suite, environment: environment)
      }
    }
    if let target { return try target.get() }
    return try AskedTarget(unasked: options, of: suite, environment: environment)
  }

  /// Waits for a target that is still starting; a signal ends that too.
  func wait(for asked: AskedTarget, _ options: Invocation.Run, _ underWay: UnderWay) async {
    guard let patience = options.waitFor else { return }
    let (suite, terminal) = (suite, terminal)
    _ = await underWay.value {
      await asked.wait(within: patience, of: suite, terminal)
      return true
    }
  }

  /// Runs the plan and writes everything that was asked for.
  func conclude(
    _ prepared: PreparedRun, _ options: Invocation.Run
  ) async -> (report: Report, code: ExitCode) {
    let asked = prepared.asked
    let selection = options.part.map {
      asked.selection(options).limited(to: $0, among: operations)
    }
    let stopwatch = Stopwatch()
    let recording = prepared.outputs.recording.map {
      RecordingWriter(to: $0, started: stopwatch.date, of: profile)
    }
    let bundled = prepared.folder?.recording(started: stopwatch.date, of: profile)
    let writers = [recording, bundled].compactMap { $0 }
    let keep: Run.Observer = { exchange in writers.forEach { $0.keep(exchange) } }
    let run = Run(
      prepared.plan, over: asked.transport, concurrency: options.concurrency,
      observer: writers.isEmpty ? nil : keep)
    prepared.underWay.begin(run)
    var report = await report(on: prepared, run, stopwatch, options)
    let areBaselinesWritten = prepared.baseline.apply(to: &report, options, terminal)
    report = options.covered(report, run)
    report = prepared.outputs.earlier.map(report.since) ?? report
    report.target = asked.facts
    report.selectionOptions = asked.selection(options).options
    report.requirements = asked.selection(options).requirements?.name
    report.advice += asked.advice(for: report.results, of: operations)
    let recorded = RecordedRun(
      mode: asked.mode, facts: asked.facts, selection: selection ?? asked.selection(options),
      isPartial: report.isPartial, notices: report.notices)
    let isKept = (recording.map { finish($0, recorded) } ?? true) && areBaselinesWritten
    let code = write(report, options, to: prepared.outputs)
    guard let folder = prepared.folder, let bundled else {
      return (report, isKept ? code : code.unwritten)
    }
    let isBundled = await bundle(report, bundled, recorded, options, into: folder)
    return (report, isKept && isBundled ? code : code.unwritten)
  }

  /// Whether the recording is in its place; if not, somebody was told why.
  func finish(_ recording: RecordingWriter, _ run: RecordedRun?) -> Bool {
    guard let failure = recording.finish(run) else { return true }
    terminal.complain("cannot write \(recording.path): \(failure)")
    return false
  }

  private func report(
    on prepared: PreparedRun, _ run: Run, _ stopwatch: Stopwatch, _ options: Invocation.Run
  ) async -> Report {
    let asked = prepared.asked
    let progress = options.fleet == nil ? Progress("probes", on: terminal) : nil
    let results = await run.results { progress?.show($0, of: $1) }
    progress?.end()
    let tally = asked.transport.tally
    var report = Report(
      of: profile, mode: asked.mode, endpoint: asked.facts.endpoint,
      started: stopwatch.started, seconds: stopwatch.seconds, requests: tally.sent,
      retries: tally.repeated, isPartial: prepared.interruption.wasHeard,
      notices: asked.notices, results: results, readings: run.readings,
      exit: options.exit(of: results),
      isStrict: options.strict)
    report.part = options.part
    report.part?.shared =
      options.part.map { prepared.whole.count(of: run.readings, sharedBy: $0) } ?? 0
    return report
  }

  /// Writes every report that was asked for; one that cannot be written does not keep the others.
  func write(_ report: Report, _ options: Invocation.Run, to outputs: RunOutputs) -> ExitCode {
    lazy var contract = suite.digest
    let setting = ReportFormat.Setting(
      contract: { contract }, detail: options.detail,
      sources: outputs.sources, checks: suite.checks, earlier: outputs.earlier)
    var isWritten = true
    for (format, place) in outputs.reports {
      let text = format.text(of: report, setting, style: style(options.color, place))
      guard let place else {
        terminal.write(text)
        continue
      }
      if !terminal.write(text, to: place) { isWritten = false }
    }
    if !terminal.isWritable { terminal.complain(TextReport().summary(of: report)) }
    if options.fleet == nil {
      GitHubStep(environment: terminal.environment, terminal: terminal)?
        .tell(report, setting, besides: options.reports)
    }
    return isWritten ? report.exit : report.exit.unwritten
  }

  func style(
    _ color: Invocation.Run.Color, _ place: OutputPlace?
  ) -> TextReport.Style {
    switch color {
    case .always: TextReport.Style(color: true)
    case .never: TextReport.Style(color: false)
    case .auto: TextReport.Style(color: place == nil && terminal.takesColor)
    }
  }
}

/// Everything that a run needs, ready before its first request.
struct PreparedRun {
  let asked: AskedTarget
  /// What there would be to ask without shards.
  let whole: Plan
  let plan: Plan
  let outputs: RunOutputs
  let baseline: BaselineFile
  let folder: BundleFolder?
  let underWay: UnderWay
  let interruption: Interruption
}

extension Invocation.Run {
  /// Which shard of what is to be judged; nil for a whole run.
  var part: Report.Part? {
    shard.flatMap { Shard($0.number, of: $0.count) }.map { shard in
      Report.Part(
        shard, of: targetFile.flatMap { TargetFile(path: $0).target } ?? "", options: selectingWords
      )
    }
  }

  fileprivate var detail: TextReport.Detail { quiet ? .quiet : isVerbose ? .verbose : .usual }

  /// The report with what the run has seen of the contract, and judged by how much that is.
  func covered(_ report: Report, _ run: Run) -> Report {
    guard tellsCoverage else { return report }
    var report = report
    let coverage = run.coverage(report.results)
    report.coverage = coverage
    if let minCoverage, coverage.percent < minCoverage {
      report.advice.append(
        "coverage is \(coverage.percent) %, --min-coverage asks for \(minCoverage) %")
      if report.exit == .passed { report.exit = .unasserted }
    }
    return report
  }

  /// What the verdicts of a run mean as an exit code.
  func exit(of results: [CaseResult]) -> ExitCode {
    ExitCode(of: results, strict: strict, allowEmpty: allowEmpty, isPart: shard != nil)
  }
}
