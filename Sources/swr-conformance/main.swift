// SPDX-License-Identifier: Apache-2.0
// Where the words of the command line come in and the exit code goes out.

import Conformance
import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

StandardStream.settle()
let program = Program()
// Swift reads the words from /proc on Linux; without them it would be the mock that is judged.
guard !CommandLine.arguments.isEmpty else {
  program.terminal.complain("cannot read the command line: /proc is not mounted; mount it")
  exit(ExitCode.usage.rawValue)
}
let code = await program.run(Array(CommandLine.arguments.dropFirst()))
exit(program.terminal.settled(code).rawValue)
