// SPDX-License-Identifier: Apache-2.0
// A line that a person pastes into a clean shell which knows the program that was built.

import Foundation

/// One script run by `/bin/sh`, from its first line to its exit code.
struct ShellRun: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// - Parameters:
  ///   - environment: Beside HOME and PATH, all that the shell knows.
  ///   - folder: Where it stands.
  init(
    _ script: String, environment: [String: String] = [:],
    in folder: URL = FileManager.default.temporaryDirectory
  ) async throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-euc", script]
    process.currentDirectoryURL = folder
    let own = ProcessInfo.processInfo.environment
    let tools = Process.program.deletingLastPathComponent().path
    process.environment = [
      "HOME": own["HOME"] ?? folder.path,
      "PATH": "\(tools):\(own["PATH"] ?? "/usr/bin:/bin")",
    ].merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    let exit = process.exit
    try process.run()
    async let outputText = output.fileHandleForReading.textToEnd
    async let errorText = errors.fileHandleForReading.textToEnd
    (self.output, self.errors) = await (outputText, errorText)
    status = await exit.code
  }
}
