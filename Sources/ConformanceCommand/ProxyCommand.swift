// SPDX-License-Identifier: Apache-2.0
// `proxy`: hands a client's requests on to its registry, and judges what passes until it is stopped.

import CommandLineArguments
import Conformance
import Contract
import Gateway
import LiveTransport
import Recording
import Reporting
import Wire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Program {
  /// Serves until SIGINT or SIGTERM; the exit code is that of the verdicts.
  func proxy(_ options: Invocation.Proxy) async throws -> ExitCode {
    let outputs = try RunOutputs(options.run, others: [options.output, options.readyFile])
    let target = try Target.load(
      options.run.targetFile.map(TargetFile.init(path:)), of: profile,
      environment: terminal.environment, options.run.flagsOfOthers)
    let selection = Selection(options.run.selection, of: profile)
    if let complaint = suite.plan(against: target.facts, selection: selection)
      .complaint(about: options.run.selection)
    {
      throw UsageError(complaint)
    }
    let own = ["127.0.0.1", "localhost"].map { "http://\($0):\(options.port)" }
    guard !own.contains(target.facts.endpoint) else {
      throw UsageError(
        "the registry at \(target.facts.endpoint) is this proxy itself; give --port another one")
    }
    let stopwatch = Stopwatch()
    let recording = outputs.recording.map {
      RecordingWriter(to: $0, started: stopwatch.date, of: profile)
    }
    let judge = TrafficJudge(
      suite, of: target.facts, selection, keep: { recording?.keep($0, to: target.facts.endpoint) },
      tell: { [terminal] in terminal.tell($0, asJSON: options.json) })
    var limits = CurlTransport.Limits()
    limits.patience = options.run.timeout
    limits.connections = Self.connections
    let gateway = try Gateway(to: target, port: options.port, limits: limits) { judge.put($0) }
    let session = ProxySession(
      judge: judge, target: target, stopwatch: stopwatch, outputs: outputs, options: options.run)
    Signals.shared.hear(SIGHUP) {
      Task { _ = await self.report(on: session, isFinal: false) }
    }
    guard await serve(gateway, options) else { return .usage }
    Signals.shared.hear(SIGHUP) {}
    let code = await report(on: session, isFinal: true)
    return recording.map { finish($0, nil) } ?? true ? code : code.unwritten
  }

  /// To the registry, at one time.
  private static let connections = 64

  /// Whether everybody who is to know where it listens could be told; returns when it is stopped.
  private func serve(_ gateway: Gateway, _ options: Invocation.Proxy) async -> Bool {
    let underWay = UnderWay()
    let interruption = underWay.interruption()
    defer { withExtendedLifetime(interruption) {} }
    let text = "listening on \(gateway.endpoint)\n"
    // What a program reads from standard output is not to begin with this.
    let isForProgram = options.run.reports.contains { $0.path == nil && $0.format != "text" }
    if options.output == nil, isForProgram {
      terminal.tell(text)
    } else if !terminal.write(text, to: options.output) {
      return false
    }
    if let file = options.readyFile, !terminal.write(gateway.endpoint + "\n", to: file) {
      return false
    }
    _ = await underWay.value {
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
    gateway.stop()
    return true
  }

  private func report(on session: ProxySession, isFinal: Bool) async -> ExitCode {
    let judged = await session.judge.judgement(isFinal: isFinal)
    var report = Report(
      of: profile, mode: .relayed, endpoint: session.target.facts.endpoint,
      started: session.stopwatch.started, seconds: session.stopwatch.seconds, waiting: 0,
      requests: judged.requests, notices: judged.notices + session.target.route.notices,
      results: judged.results, exit: judged.exit(session.options.exit(of: judged.results)),
      isStrict: session.options.strict)
    report.advice += judged.obstacle.map { [$0] } ?? []
    report.target = judged.facts
    report = session.outputs.earlier.map(report.since) ?? report
    return write(report, session.options, to: session.outputs)
  }
}

/// What is needed to report at any time.
private struct ProxySession: Sendable {
  let judge: TrafficJudge
  let target: Target
  let stopwatch: Stopwatch
  let outputs: RunOutputs
  let options: Invocation.Run
}

extension Terminal {
  /// Tells what is found as it is found, for people or as a line of JSON.
  fileprivate func tell(_ event: TrafficJudge.Event, asJSON: Bool) {
    switch (event, asJSON) {
    case (.found(let finding), false): tell(finding.text + "\n\n")
    case (.found(let finding), true): tell(finding.json("found"))
    case (.withdrawn(let finding), false):
      tell("withdrawn  \(finding.line)".visible + "\n        later answers explain it\n\n")
    case (.withdrawn(let finding), true): tell(finding.json("withdrawn"))
    case (.unanswered(let sentence), false): complain(sentence)
    case (.unanswered(let sentence), true): tell(FindingEvent.json(unanswered: sentence))
    }
  }
}
