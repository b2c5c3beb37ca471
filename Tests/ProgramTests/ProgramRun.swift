// SPDX-License-Identifier: Apache-2.0
// The built program as a person or a CI job meets it: words in, two streams and a code out.

import Foundation

@testable import Conformance

/// One run of the built program, from its first word to its exit code.
struct ProgramRun: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the program with the environment of the tests, free of what names a target or a CI job.
  init(
    _ arguments: [String], environment: [String: String] = [:],
    meanwhile act: (Process) async -> Void = { _ in }
  ) async throws {
    let isOutermost = !ProgramTurn.isHeld
    if isOutermost { await ProgramTurn.limiter.enter() }
    defer { if isOutermost { ProgramTurn.limiter.leave(narrowing: false) } }
    let process = Process(program: arguments, environment: environment)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let exit = process.exit
    try process.run()
    async let outputText = output.fileHandleForReading.textToEnd
    async let errorText = errors.fileHandleForReading.textToEnd
    await ProgramTurn.$isHeld.withValue(true) { await act(process) }
    (self.output, self.errors) = await (outputText, errorText)
    status = await exit.code
  }

  init(_ arguments: String..., environment: [String: String] = [:]) async throws {
    try await self.init(arguments, environment: environment)
  }

  var lines: [Substring] { output.split(separator: "\n") }
  /// Standard output with one blank for every blank and line break, for sentences that are wrapped.
  var words: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  /// The last lines in one: the counts of cases or targets, what it cost, and the exit code.
  var summary: String {
    let start = lines.lastIndex { $0.hasPrefix("cases: ") || $0.hasPrefix("targets: ") }
    return lines[(start ?? max(0, lines.count - 1))...].reduce("") { told, line in
      let isMore = line.hasPrefix("        ")
      return told + (told.isEmpty ? "" : isMore ? " " : "; ") + line.drop { $0 == " " }
    }
  }

  /// The output without its line breaks, since sentences are wrapped.
  var prose: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// How many programs run at one time: each keeps two threads waiting and four files open, of which a test
/// process must not have too many (Foundation fails to start another beyond some 1,300).
enum ProgramTurn {
  static let limiter = ConcurrencyLimiter(places: 24)
  /// Whether the task is a part of a run that has a place already.
  @TaskLocal static var isHeld = false
}

extension Process {
  /// The program under test with these words.
  convenience init(program arguments: [String], environment: [String: String]) {
    self.init()
    executableURL = Self.program
    self.arguments = arguments
    self.environment = ProcessInfo.processInfo.environment
      .filter { entry in
        !["SWR_", "CLOUD_SDK_", "GITHUB_"].contains { entry.key.hasPrefix($0) }
      }
      .merging(environment) { $1 }
    standardInput = FileHandle.nullDevice
  }

  /// The file that `TESTED_PROGRAM` names, such as that of a release, or what was built beside the tests.
  static var program: URL {
    ProcessInfo.processInfo.environment["TESTED_PROGRAM"].map { URL(filePath: $0) }
      ?? products.appending(path: "swr-conformance")
  }

  private static var products: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent()
    #else
      return Bundle.main.bundleURL
    #endif
  }

  /// What tells the exit code; has to be asked for before the process runs.
  var exit: Exit {
    let (codes, told) = AsyncStream<Int32>.makeStream()
    terminationHandler = {
      told.yield($0.terminationStatus)
      told.finish()
    }
    return Exit(codes: codes)
  }

  /// The end of a process.
  struct Exit: Sendable {
    let codes: AsyncStream<Int32>

    var code: Int32 { get async { await codes.first { _ in true } ?? -1 } }
  }
}

extension FileHandle {
  /// Everything until the writer closes, read by a thread that may wait; it is closed then.
  var textToEnd: String {
    get async {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          let data = self.readDataToEndOfFile()
          try? self.close()
          continuation.resume(returning: String(decoding: data, as: UTF8.self))
        }
      }
    }
  }
}
