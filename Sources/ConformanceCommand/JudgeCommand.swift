// SPDX-License-Identifier: Apache-2.0
// `judge`: puts a plan to a recording, with no network, and writes the reports.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import Recording
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// Judges what a HAR file holds.
  func judge(_ options: Invocation.Judge) async throws -> ExitCode {
    let underWay = UnderWay()
    let interruption = underWay.interruption()
    defer { withExtendedLifetime(interruption) {} }
    let outputs = try RunOutputs(options.run, inputs: [options.file])
    let session = try session(in: options.file, options.run) { interruption.wasHeard }
    let words = options.run.selection
    let selection = (session.selection ?? Selection()).narrowed(by: words, of: profile)
    let plan = suite.plan(against: session.facts, selection: selection, recorded: session.requests)
    if !interruption.wasHeard,
      let complaint = plan.complaint(about: words) ?? plan.complaintAboutFacts
    {
      throw UsageError(complaint)
    }
    let run = Run(plan, over: session.transport, concurrency: 1)
    underWay.begin(run)
    var report = await report(on: session, run, interruption, options)
    report.target = session.facts
    report.selectionOptions = session.selection?.options ?? []
    report.requirements = selection.requirements?.name
    return write(outputs.earlier.map(report.since) ?? report, options.run, to: outputs)
  }

  private func report(
    on session: RecordedSession, _ run: Run, _ interruption: Interruption,
    _ options: Invocation.Judge
  ) async -> Report {
    let stopwatch = Stopwatch()
    let progress = Progress("probes", on: terminal)
    let results = await run.results { progress.show($0, of: $1) }
    progress.end()
    let isPartial = session.isPartial || interruption.wasHeard
    let report = Report(
      of: profile, mode: .recorded, endpoint: URL(filePath: options.file).lastPathComponent,
      started: stopwatch.started, seconds: stopwatch.seconds, waiting: 0,
      requests: run.readings.count(where: \.wasAsked), isPartial: isPartial,
      notices: session.notices, results: results,
      readings: run.readings.filter { $0.phases != nil },
      exit: options.run.exit(of: results), isStrict: options.run.strict)
    return options.run.covered(report, run)
  }

  /// What a HAR file holds.
  ///
  /// - Parameter run: Says which target the recording is of; nil where only the recording does.
  func session(
    in path: String, _ run: Invocation.Run? = nil, isStopped: @escaping () -> Bool = { false }
  ) throws -> RecordedSession {
    let known = try run.map { try knownTarget($0, environment: [:]) }
    let assumed = try run.map { try knownTarget($0, environment: terminal.environment) }
    do throws(RecordingProblem) {
      return try RecordedSession(
        path: path, operations: operations, of: profile, known: known ?? .init(),
        assumed: assumed ?? .init(), isStopped: isStopped)
    } catch {
      throw UsageError("\(path) \(error)")
    }
  }

  /// What the file behind `--target` and the environment say.
  private func knownTarget(
    _ options: Invocation.Run, environment: [String: String]
  ) throws(Target.Problems) -> RecordedSession.KnownTarget {
    let file = options.targetFile.map(TargetFile.init(path:))
    let known = try Target.facts(file, of: profile, environment: environment)
    return RecordedSession.KnownTarget(endpoint: known.endpoint, facts: known.values)
  }
}

extension Selection {
  /// The recorded selection; what was typed stands in its place, and leaves out what that leaves out.
  func narrowed(by words: Invocation.Selection, of profile: Profile) -> Selection {
    var selection = self
    let typed = Selection(words, of: profile)
    selection.requirements = typed.requirements ?? requirements
    if !words.only.isEmpty { selection.only = words.only }
    selection.skip += words.skip
    selection.budgets = typed.budgets.completed(by: selection.budgets)
    selection.dispensable.formUnion(typed.dispensable)
    if words.claim != nil {
      selection.claims = typed.claims
      selection.claimedOperations = typed.claimedOperations
    }
    return selection
  }
}
