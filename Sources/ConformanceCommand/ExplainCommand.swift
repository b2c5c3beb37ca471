// SPDX-License-Identifier: Apache-2.0
// `explain`: one rule in full, by its name or by the id of a case.

import CommandLineArguments
import Conformance
import Contract
import Reporting
import Wire

extension Program {
  /// Prints what a rule holds, who promises it, and how to see it broken.
  func explain(_ name: String) throws -> ExitCode {
    let plan = suite.plan(
      against: TargetFacts(of: profile, endpoint: "", values: [:]),
      selection: Selection(isThorough: true, allowsUnsafeMethods: true))
    let faults = (suite.mock?.faults() ?? []).map { ($0.rule, $0.name, $0.operation, $0.summary) }
    if let listing = RuleListing(name, in: plan, of: suite.checks, faults: faults) {
      terminal.write(listing.text)
      return .passed
    }
    let known = suite.checks.map(\.rule) + plan.cases.map(\.id)
    let hint = Spelling.nearest(to: name, among: known).map { "did you mean \($0)?" }
    throw UsageError(
      "unknown rule \(name.visible); \(hint ?? "\(profile.suite.name) list prints the cases")")
  }
}
