// SPDX-License-Identifier: Apache-2.0
// `export`: the specs in forms that other tools and languages read.

import CommandLineArguments
import Conformance
import Contract
import OpenAPI

extension Program {
  /// Prints the specs, or writes them to a file.
  func export(_ options: Invocation.Export) -> ExitCode {
    let text =
      switch options.form {
      case .contract: ContractDocument(operations).text
      case .openapi: OpenAPIDocument(operations, version: Suite.version).text
      }
    guard let path = options.output else {
      terminal.write(text)
      return .passed
    }
    return write(text, to: path) ? .passed : .usage
  }
}
