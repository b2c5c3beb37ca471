// SPDX-License-Identifier: Apache-2.0
// `export`: the specs in forms that other tools and languages read.

import CommandLineArguments
import Conformance
import Contract
import OpenAPI
import TestSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// All cases that there are, under the name of the present month.
  private var requirementSet: RequirementSet {
    let plan = suite.plan(
      against: TargetFacts(of: profile, endpoint: "", values: [:]),
      selection: Selection(isThorough: true, allowsUnsafeMethods: true))
    let month = Date().formatted(.iso8601).prefix(7)
    return RequirementSet(String(month), of: plan.cases.map(\.member))
  }

  /// Prints the specs, or writes them to a file.
  func export(_ options: Invocation.Export) -> ExitCode {
    let text =
      switch options.form {
      case .contract: ContractDocument(operations, of: profile).text
      case .openapi: OpenAPIDocument(operations, of: profile).text
      case .tests: GeneratedSource(of: suite).text
      case .set: requirementSet.literal
      }
    return terminal.write(text, to: options.output) ? .passed : .usage
  }
}
