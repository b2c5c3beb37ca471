// SPDX-License-Identifier: Apache-2.0
// Where the words of the command line come in and the exit code goes out.

import Conformance
import Foundation

let code = await Program().run(Array(CommandLine.arguments.dropFirst()))
exit(code.rawValue)
