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
let code = await program.run(Array(CommandLine.arguments.dropFirst()))
exit(program.terminal.settled(code).rawValue)
