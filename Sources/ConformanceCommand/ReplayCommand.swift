// SPDX-License-Identifier: Apache-2.0
// `replay`: asks a target once more for one finding of a report.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import Reporting
import Wire

extension Program {
  /// Exit code 0 if the finding is fixed, 1 if it is still there, 4 if it is flaky or cannot be told, 3
  /// if the target is not reached.
  func replay(_ options: Invocation.Replay) async throws -> ExitCode {
    let underWay = UnderWay()
    let interruption = underWay.interruption()
    defer { withExtendedLifetime(interruption) {} }
    let report = try WrittenReport(path: options.report)
    let finding = try finding(options, in: report)
    try forbidSilentMock(options, report)
    var asked = try AskedTarget(options.run, of: suite, environment: terminal.environment)
    for fact in profile.facts where asked.facts[fact] == nil {
      asked.facts.values[fact] = report.facts[fact.name]
    }
    let replay = try Replay(
      of: finding, suite, against: asked, asked.selection(options.run, of: finding))
    let outcome = await replay.outcome { underWay.begin($0) }
    return tell(outcome, of: finding, at: asked, isInterrupted: interruption.wasHeard)
  }

  /// The finding whose name begins so.
  private func finding(
    _ options: Invocation.Replay, in report: WrittenReport
  ) throws(UsageError) -> Replay.Subject {
    let path = options.report
    guard report.suite == profile.suite.name else {
      throw UsageError(
        "\(path) is a report of \(report.suite.visible); replay it with that program")
    }
    let all = report.cases.flatMap { result in
      result.findings.map { Replay.Subject(result: result, finding: $0) }
    }
    let meant = all.filter { $0.finding.fingerprint.hasPrefix(options.finding.lowercased()) }
    guard let subject = meant.first, options.finding.count >= 4 else {
      let names = all.map(\.name)
      let known =
        names.isEmpty
        ? "it has no finding"
        : "its findings are \(names.prefix(10).joined(separator: ", "))"
          + (names.count > 10 ? " and \(names.count - 10) more" : "")
      throw UsageError(
        "\(path) has no finding \(JSONText.quote(options.finding)); \(known.visible)")
    }
    guard meant.count == 1 else {
      let names = meant.map { "\($0.finding.fingerprint.prefix(16))" }
      throw UsageError(
        "\(options.finding) begins \(meant.count.counted("finding")): "
          + "\(names.joined(separator: ", ")); write more of one")
    }
    guard operations.contains(where: { subject.result.id.hasPrefix($0.id + ".") }) else {
      throw UsageError(
        "the contract has no operation of \(subject.result.id.visible); use the release that "
          + "wrote \(path), or --contract")
    }
    return subject
  }

  /// The mock says nothing of a finding that was made at an endpoint.
  private func forbidSilentMock(
    _ options: Invocation.Replay, _ report: WrittenReport
  ) throws(UsageError) {
    guard report.mode != Report.Mode.embedded.rawValue, !options.run.isMock,
      !AskedTarget.isLive(options.run, profile, environment: terminal.environment)
    else { return }
    let words = report.options.isEmpty ? ["--endpoint", "URL"] : report.options
    let line = ["replay", options.finding, options.report] + words
    throw UsageError(
      "the report is not of the embedded mock, and no endpoint is named; write "
        + ([profile.suite.name] + line).map(\.asShellWord).joined(separator: " ").visible)
  }

  private func tell(
    _ outcome: Replay.Outcome, of subject: Replay.Subject, at asked: AskedTarget,
    isInterrupted: Bool
  ) -> ExitCode {
    let code = isInterrupted ? .interrupted : outcome.verdict.exit
    let verdict = outcome.verdict
    terminal.write(
      ([
        "\(verdict.word)  \(subject.name)  \(subject.result.id)".visible,
        outcome.shown.map { "\n" + $0 + "\n" },
        outcome.others.map { "other findings of the case: \($0)" },
        "\(asked.facts.endpoint): \(outcome.words); exit \(code.rawValue)".visible,
      ] as [String?]).compactMap(\.self).joined(separator: "\n") + "\n")
    return code
  }
}

extension AskedTarget {
  /// Everything may be asked that the run of the report could have asked.
  fileprivate func selection(_ options: Invocation.Run, of subject: Replay.Subject) -> Selection {
    var selection = selection(options)
    selection.only = [subject.result.id]
    return selection
  }
}
