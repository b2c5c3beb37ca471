// SPDX-License-Identifier: Apache-2.0
// The command of SWR_TOKEN_COMMAND while it runs: how long it may, and what is told of its failure.

import Foundation
import Synchronization

/// A line for `/bin/sh` that prints one thing and ends.
struct ShellCommand {
  private let line: String

  init(_ line: String) {
    self.line = line
  }

  /// What it printed, without blanks around it; waits in the calling thread.
  func output(within patience: Duration) throws(Target.Problem) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.standardInput = FileHandle.nullDevice
    let output = Printed()
    process.standardOutput = output.pipe
    process.standardError = FileHandle.nullDevice
    let end = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in end.signal() }
    do { try process.run() } catch {
      throw fault("cannot be run: \(error.localizedDescription)", remedy: "see whether sh is there")
    }
    output.read()
    guard end.wait(timeout: .now() + patience / .seconds(1)) == .success else {
      process.terminate()
      throw fault("did not end within \(patience)", remedy: "run it by hand; it gets no input")
    }
    let text = output.text
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw failure(of: process)
    }
    guard !text.isEmpty else {
      throw fault("printed nothing", remedy: "let it print the token")
    }
    return text
  }

  /// What it says of itself is not shown, since the token may stand there.
  private func failure(of process: Process) -> Target.Problem {
    let how = process.terminationReason == .exit ? "exit code" : "signal"
    return fault(
      "ended with \(how) \(process.terminationStatus)",
      remedy: "run it by hand to see why; what it says may hold the token and is not shown")
  }

  private func fault(_ what: String, remedy: String) -> Target.Problem {
    Target.Problem("SWR_TOKEN_COMMAND \(what)", remedy: remedy)
  }
}

/// One stream of a process, read by a thread of its own so that a full pipe never blocks anybody.
private final class Printed: Sendable {
  let pipe = Pipe()
  private let bytes = Mutex(Data())
  private let end = DispatchSemaphore(value: 0)

  func read() {
    Thread.detachNewThread { [self] in
      while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
        bytes.withLock { $0 += data }
      }
      end.signal()
    }
  }

  /// What came until the end; a child that keeps the stream open is waited for one second.
  var text: String {
    if end.wait(timeout: .now() + 1) == .success { end.signal() }
    return bytes.withLock { String(decoding: $0, as: UTF8.self) }
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
