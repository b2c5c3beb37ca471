// SPDX-License-Identifier: Apache-2.0
// What a signal stops, whichever step of a command has been reached.

import Conformance
import Synchronization

/// The work of one command, from its first step to its last report.
///
/// Ctrl-C and SIGTERM are heard for as long as it lives: steps before the run are not waited for any
/// more, and the run is given up, so that the reports can be written.
final class UnderWay: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isStopped = false
    var run: Run?
    /// Ends the wait for the present step.
    var leave: (@Sendable () -> Void)?
  }

  /// Hears signals; the second one ends the program at once.
  func interruption() -> Interruption { Interruption(first: { self.stop() }) }

  func stop() {
    let (run, leave) = state.withLock { state in
      state.isStopped = true
      return (state.run, state.leave)
    }
    leave?()
    run?.giveUp()
  }

  /// The run that is given up from now on.
  func begin(_ run: Run) {
    let isStopped = state.withLock { state in
      state.run = run
      return state.isStopped
    }
    if isStopped { run.giveUp() }
  }

  /// What a step comes to; nil if a signal came first. The step then goes on without anybody.
  func value<Value: Sendable>(of step: @escaping @Sendable () async -> Value) async -> Value? {
    await withCheckedContinuation { continuation in
      let once = Once(continuation)
      let isStopped = state.withLock { state in
        state.leave = { once.resume(nil) }
        return state.isStopped
      }
      if isStopped { return once.resume(nil) }
      Task.detached { once.resume(await step()) }
    }
  }
}

/// A continuation that only the first answer resumes.
private final class Once<Value: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Value?, Never>?>

  init(_ continuation: CheckedContinuation<Value?, Never>) {
    self.continuation = Mutex(continuation)
  }

  func resume(_ value: Value?) {
    let waiting = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    waiting?.resume(returning: value)
  }
}
