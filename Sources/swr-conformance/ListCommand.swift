// SPDX-License-Identifier: Apache-2.0
// `list`: the plan, before anything is sent.

import CommandLineArguments
import Conformance
import EmbeddedTarget
import LiveTransport
import MockRegistry
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// Prints every case and the requests it needs.
  func list(_ options: Invocation.List) -> ExitCode {
    do throws(Target.Problems) {
      let selection = Selection(
        options.selection, allowsUnsafeMethods: options.allowUnsafeMethods)
      let plan = Plan(for: operations, against: try facts(options), selection: selection)
      if let complaint = plan.complaint(about: options.selection) {
        terminal.complain(complaint)
        return .usage
      }
      let listing = PlanListing(plan, assumedRows: options.rows ?? Plan.assumedRows)
      terminal.write(options.json ? listing.json : listing.text)
      return .passed
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  private func facts(_ options: Invocation.List) throws(Target.Problems) -> TargetFacts {
    let environment = ProcessInfo.processInfo.environment
    let file = options.targetFile.map(TargetFile.init(path:))
    let flags = Target.Flags(needsAccess: false)
    guard !options.isMock, Target.isNamed(file, environment: environment, flags) else {
      try AskedTarget.forbidSilentMock(isAsked: options.isMock, environment: environment)
      return TargetFacts(of: MockRegistry())
    }
    return try Target.load(file, environment: environment, flags).facts
  }
}
