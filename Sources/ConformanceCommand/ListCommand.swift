// SPDX-License-Identifier: Apache-2.0
// `list`: the plan, before anything is sent.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import Reporting

extension Program {
  /// Prints every case and the requests it needs.
  func list(_ options: Invocation.List) throws -> ExitCode {
    let selection = Selection(
      options.selection, of: profile, allowsUnsafeMethods: options.allowUnsafeMethods)
    let plan = suite.plan(against: try facts(options), selection: selection)
    if let complaint = plan.complaint(about: options.selection) { throw UsageError(complaint) }
    let listing = PlanListing(plan, assumedRows: options.rows ?? Plan.assumedRows)
    terminal.write(options.json ? listing.json : listing.text)
    return .passed
  }

  private func facts(_ options: Invocation.List) throws(Target.Problems) -> TargetFacts {
    let environment = terminal.environment
    let file = options.targetFile.map(TargetFile.init(path:))
    let flags = Target.Flags(needsAccess: false)
    guard !options.isMock, Target.isNamed(file, of: profile, environment: environment, flags) else {
      try AskedTarget.forbidSilentMock(
        isAsked: options.isMock, of: suite, environment: environment)
      return suite.mock?.target(EmbeddedMock.Wishes()).facts ?? profile.sketch
    }
    return try Target.load(file, of: profile, environment: environment, flags).facts
  }
}

extension Profile {
  /// A target that says everything, each fact its own name; good for a plan that nobody sends.
  fileprivate var sketch: TargetFacts {
    TargetFacts(
      of: self, endpoint: service.url ?? "http://127.0.0.1",
      values: Dictionary(uniqueKeysWithValues: facts.map { ($0, $0.name) }))
  }
}
