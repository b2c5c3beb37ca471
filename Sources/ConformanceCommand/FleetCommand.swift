// SPDX-License-Identifier: Apache-2.0
// `run --targets`: judges every target of a file, and none keeps the others from it.

import CommandLineArguments
import Conformance
import Contract
import Fleet
import LiveTransport
import Reporting
import Synchronization

extension Program {
  /// Judges all targets, several hosts at a time, and tells a row for each.
  ///
  /// - Parameter words: The command line, which is read again with what the file says of each target.
  func judgeFleet(_ options: Invocation.Run, _ words: [String]) async throws -> ExitCode {
    let journey = FleetJourney()
    let interruption = Interruption(first: { journey.stop() })
    defer { withExtendedLifetime(interruption) {} }
    let fleet = try FleetTargets(options, words, of: self)
    let outputs = try RunOutputs(fleet.common)
    let stopwatch = Stopwatch()
    let progress = Progress("targets", on: terminal)
    let rows = await rows(of: fleet, options.parallel, journey, interruption, progress)
    progress.end()
    let report = FleetReport(
      of: profile, contract: suite.digest, started: stopwatch.started, seconds: stopwatch.seconds,
      part: options.part, rows: rows)
    return write(report, options, to: outputs)
  }

  /// The rows in the order of the file.
  private func rows(
    of fleet: FleetTargets, _ parallel: Int, _ journey: FleetJourney,
    _ interruption: Interruption, _ progress: Progress
  ) async -> [FleetReport.Row] {
    var count = 0
    let rows = await fleet.hosts.mapConcurrently(
      atMost: parallel,
      done: {
        count += $0.count
        progress.show(count, of: fleet.count)
      }
    ) { await self.rows(of: $0, journey, interruption) }
    return rows.joined().sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The targets of one host one behind the other, so that together they ask it no faster, and no
  /// more, than one may.
  private func rows(
    of host: FleetTargets.Host, _ journey: FleetJourney, _ interruption: Interruption
  ) async -> [(Int, FleetReport.Row)] {
    var rows: [(Int, FleetReport.Row)] = []
    var sent = 0
    for member in host.members {
      let row: FleetReport.Row
      switch member.options {
      case .failure(let problem):
        row = FleetReport.Row(member.name, problem: problem.description, exit: .usage)
      case .success(var options):
        if let rate = options.rate, sent > 0 {
          await journey.pause(.seconds(1 / rate))
        }
        options.spentRequests = sent
        row = await self.row(of: member, options, journey, interruption)
      }
      sent += row.requests
      rows.append((member.place, row))
    }
    return rows
  }

  private func row(
    of member: FleetTargets.Member, _ options: Invocation.Run, _ journey: FleetJourney,
    _ interruption: Interruption
  ) async -> FleetReport.Row {
    let underWay = UnderWay()
    journey.begin(underWay)
    defer { journey.end(underWay) }
    do {
      guard
        let prepared = try await prepared(options, member.environment, underWay, interruption)
      else {
        return FleetReport.Row(
          member.name, problem: "the target did not let us look for what there is",
          exit: .unreachable)
      }
      if options.spentRequests > 0, !interruption.wasHeard {
        let sent = prepared.asked.transport.tally.sent
        let complaint = prepared.plan.complaint(
          aboutMoreThan: options.maxRequests, sent: options.spentRequests + sent)
        if let complaint {
          // The file is right: those before it on its host have left too little.
          var row = FleetReport.Row(
            member.name, problem: "not asked to the end: \(complaint)", exit: .unreachable)
          row.requests = sent
          return row
        }
      }
      let (report, code) = await conclude(prepared, options)
      var row = FleetReport.Row(member.name, report)
      row.exit = code
      return row
    } catch {
      return FleetReport.Row(member.name, problem: "\(error)", exit: .usage)
    }
  }

  private func write(
    _ report: FleetReport, _ options: Invocation.Run, to outputs: RunOutputs
  ) -> ExitCode {
    let texts = outputs.reports.map { format, place in
      let text =
        format == .text
        ? report.text(
          style(options.color, place), isQuiet: options.quiet, isVerbose: options.isVerbose)
        : report.text(as: format.rawValue) ?? ""
      return (text, place)
    }
    return write(texts) ? report.exit : report.exit.unwritten
  }
}

/// What a signal stops while many targets are judged.
final class FleetJourney: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isStopped = false
    var underWay: [ObjectIdentifier: UnderWay] = [:]
    var pauses: [Int: Task<Void, Never>] = [:]
    var count = 0
  }

  func begin(_ underWay: UnderWay) {
    let isStopped = state.withLock { state in
      state.underWay[ObjectIdentifier(underWay)] = underWay
      return state.isStopped
    }
    if isStopped { underWay.stop() }
  }

  func end(_ underWay: UnderWay) {
    state.withLock { $0.underWay[ObjectIdentifier(underWay)] = nil }
  }

  func stop() {
    let (all, pauses) = state.withLock { state in
      state.isStopped = true
      return (Array(state.underWay.values), Array(state.pauses.values))
    }
    pauses.forEach { $0.cancel() }
    all.forEach { $0.stop() }
  }

  /// Waits, unless a signal comes or has come.
  func pause(_ duration: Duration) async {
    let (pause, number) = state.withLock { state in
      let pause = Task { _ = try? await Task.sleep(for: duration) }
      state.count += 1
      state.pauses[state.count] = pause
      if state.isStopped { pause.cancel() }
      return (pause, state.count)
    }
    await pause.value
    state.withLock { $0.pauses[number] = nil }
  }
}
