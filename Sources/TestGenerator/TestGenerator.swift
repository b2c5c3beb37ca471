// SPDX-License-Identifier: Apache-2.0
// The tool behind the plugin: has a suite's own program write its Swift Testing cases into a file.

import Foundation

/// Takes the path of the program and that of the file to write, and nothing else.
@main
enum TestGenerator {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: TestGenerator PROGRAM OUTPUT.swift\n".utf8))
      exit(2)
    }
    let program = Process()
    program.executableURL = URL(filePath: CommandLine.arguments[1])
    program.arguments = ["export", "tests", "--output", CommandLine.arguments[2]]
    try program.run()
    program.waitUntilExit()
    exit(program.terminationStatus)
  }
}
