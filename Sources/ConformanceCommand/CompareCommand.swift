// SPDX-License-Identifier: Apache-2.0
// `compare`: asks two sides in turns, or reads what is left of them, and tells where they differ.

import CommandLineArguments
import Comparison
import Conformance
import Contract
import LiveTransport
import Recording
import Reporting
import Wire

extension Program {
  /// Exit code 1 if the two do not keep the contract alike.
  ///
  /// - Parameter words: The command line, which is read again with what each target's file says.
  func compare(_ options: Invocation.Compare, _ words: [String]) async throws -> ExitCode {
    let underWay = UnderWay()
    let interruption = underWay.interruption()
    defer { withExtendedLifetime(interruption) {} }
    let said = try defaults(of: options, words)
    var sides = try [options.first, options.second].map { try side($0, options.run, said, words) }
    if let complaint = sides.compactMap(complaint).first { throw UsageError(complaint) }
    for side in sides { await wait(for: side, underWay) }
    for turn in [0, 1, 0, 1] where !interruption.wasHeard { await ask(&sides[turn], underWay) }
    guard !interruption.wasHeard else {
      terminal.complain("the comparison was stopped, so there is none")
      return .interrupted
    }
    let words =
      [profile.suite.name, "compare", options.first, options.second] + options.run.askingWords
    let comparison = Comparison(
      sides[0].told, sides[1].told,
      again: (words + ["--only"]).map(\.asShellWord).joined(separator: " "))
    return tell(comparison, options)
  }

  private func tell(_ comparison: Comparison, _ options: Invocation.Compare) -> ExitCode {
    let strict = options.run.strict
    switch options.form {
    case .text: terminal.write(comparison.text(strict: strict))
    case .json: terminal.write(comparison.json(of: profile, strict: strict))
    case .markdown: terminal.write(comparison.markdown(strict: strict))
    }
    return comparison.exit(strict: strict)
  }

  /// What a name stands for: the embedded mock, a report, a recording, or a target.
  private func side(
    _ name: String, _ options: Invocation.Run, _ said: Invocation.CompareDefaults, _ words: [String]
  ) throws -> ComparedSide {
    switch try ComparedSide.Sort(of: name, hasMock: suite.mock != nil) {
    case .report:
      var report = try WrittenReport(path: name)
      report.cases.removeAll { !options.selection.includes($0.id) }
      report.quirkResults.removeAll {
        !options.selection.includes("\($0.operation).\(Level.quirks.rawValue).\($0.id)")
      }
      return ComparedSide(
        told: .init(
          name: name, place: "\(report.endpoint) · \(report.started)",
          askings: [Asking(report, path: name)]), options: options)
    case .recording:
      let session = try session(in: name)
      let selection = (session.selection ?? Selection()).narrowed(
        by: options.selection, of: profile)
      return ComparedSide(
        told: .init(
          name: name, place: session.facts.endpoint, facts: session.facts, askings: []),
        options: options,
        plan: suite.plan(
          against: session.facts, selection: selection, recorded: session.requests),
        transport: session.transport, mostAskings: 1)
    case .mock:
      var run = options
      run.isMock = true
      run.askingWords = []
      return try side(name, asked: run, environment: [:])
    case .target:
      let reading = try Invocation(
        arguments: words, vocabulary: vocabulary,
        defaults: said.defaults(of: Self.origin(of: name)))
      var run = if case .compare(let own) = reading { own.run } else { options }
      run.targetFile = name
      run.askingWords += ["--target", name]
      return try side(name, asked: run, environment: environment(of: TargetFile(path: name)))
    }
  }

  private func side(
    _ name: String, asked options: Invocation.Run, environment: [String: String]
  ) throws -> ComparedSide {
    let asked = try AskedTarget(options, of: suite, environment: environment)
    return ComparedSide(
      told: .init(name: name, place: asked.facts.endpoint, facts: asked.facts, askings: []),
      options: options, plan: asked.plan(for: suite, options), transport: asked.transport,
      target: asked)
  }

  /// The environment without what says who is asked, which would be one answer for both sides, and
  /// without what the file says itself, such as a token that is for this side only.
  private func environment(of file: TargetFile) -> [String: String] {
    let hidden = file.variables(of: profile).union(
      [profile.variable(of: "endpoint")] + profile.facts.map(profile.variable(of:)))
    return terminal.environment.filter { !hidden.contains($0.key) }
  }

  private func complaint(about side: ComparedSide) -> String? {
    guard let plan = side.plan else { return nil }
    let complaint =
      plan.complaint(about: side.options.selection) ?? plan.complaintAboutFacts
      ?? plan.complaint(aboutMoreThan: side.options.maxRequests)
    return complaint.map { "\(side.told.name): \($0)" }
  }

  private func wait(for side: ComparedSide, _ underWay: UnderWay) async {
    if let target = side.target { await wait(for: target, side.options, underWay) }
  }

  private func ask(_ side: inout ComparedSide, _ underWay: UnderWay) async {
    let options = side.options
    guard let plan = side.plan, let transport = side.transport,
      side.told.askings.count < side.mostAskings
    else { return }
    let interview = Interview(
      plan, over: transport, concurrency: side.mostAskings == 1 ? 1 : options.concurrency)
    underWay.begin(interview.run)
    let progress = Progress("probes of \(side.told.name)", on: terminal)
    side.told.askings.append(
      await interview.asking(
        progress: { progress.show($0, of: $1) }, exit: { options.exit(of: $0) }))
    progress.end()
  }
}

extension Invocation.Selection {
  /// Whether a case of that id is wanted.
  fileprivate func includes(_ id: String) -> Bool {
    let level = id.split(separator: ".").dropFirst().first.map(String.init)
    let isMeant = { (word: String) in id.hasPrefix(word) || level == word }
    return (only.isEmpty || only.contains(where: isMeant)) && !skip.contains(where: isMeant)
  }
}
