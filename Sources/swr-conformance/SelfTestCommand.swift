// SPDX-License-Identifier: Apache-2.0
// `selftest`: lets the mock make every mistake it knows, and asks which case noticed.

import CommandLineArguments
import Conformance
import ConformanceCommand
import SWRSpecs
import SelfTest

extension ConformanceCommand.MockCommands {
  /// Prints the matrix; exit code 1 if the suite did not tell the truth somewhere.
  static func testSelf(_ options: Invocation.SelfTest, _ terminal: Terminal) async -> ExitCode {
    let progress = Progress("faults and variants", on: terminal)
    let matrix = await SelfTest(of: Catalog.operations, profile: .swr, seed: options.seed ?? 1)
      .matrix { progress.show($0, of: $1) }
    progress.end()
    terminal.write(options.json ? matrix.json : matrix.text)
    return matrix.isPassed ? .passed : .failed
  }
}
