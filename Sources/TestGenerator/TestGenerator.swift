// SPDX-License-Identifier: Apache-2.0
// The tool behind the plugin: has a suite's own program write its Swift Testing cases into files.

import Foundation

/// Takes the path of the program and those of the files to write, and nothing else.
@main
enum TestGenerator {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst(2)
    guard !paths.isEmpty else {
      FileHandle.standardError.write(Data("usage: TestGenerator PROGRAM OUTPUT.swift…\n".utf8))
      exit(2)
    }
    let program = Process()
    program.executableURL = URL(filePath: CommandLine.arguments[1])
    program.arguments = ["export", "tests"]
    let output = Pipe()
    program.standardOutput = output
    try program.run()
    let source = try output.fileHandleForReading.readToEnd() ?? Data()
    program.waitUntilExit()
    guard program.terminationStatus == 0 else { exit(program.terminationStatus) }
    let parts = parts(of: String(decoding: source, as: UTF8.self), paths.count)
    for (path, text) in zip(paths, parts) {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  /// The suites in so many files of about the same length, each with what stands before the first.
  private static func parts(of source: String, _ count: Int) -> [String] {
    let suite = "\n@Suite "
    let pieces = source.components(separatedBy: suite)
    var parts = Array(repeating: pieces[0], count: count)
    for piece in pieces.dropFirst() {
      let shortest = parts.indices.min { parts[$0].utf8.count < parts[$1].utf8.count }
      parts[shortest ?? 0] += suite + piece
    }
    return parts
  }
}
