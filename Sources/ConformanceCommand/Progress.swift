// SPDX-License-Identifier: Apache-2.0
// A line that moves while a long run goes on, for people only.

import Synchronization

/// Shows how far a run is, once it has lasted a second and if somebody watches.
public final class Progress: Sendable {
  private let terminal: Terminal
  private let noun: String
  private let start = ContinuousClock.now
  private let isShown = Mutex(false)

  public init(_ noun: String, on terminal: Terminal) {
    self.noun = noun
    self.terminal = terminal
  }

  public func show(_ done: Int, of all: Int) {
    guard terminal.isWatched, ContinuousClock.now - start > .seconds(1) else { return }
    isShown.withLock { $0 = true }
    terminal.showProgress("\(done) of \(all) \(noun)")
  }

  /// Takes the line away, so that a report begins on a clean one.
  public func end() { if isShown.withLock({ $0 }) { terminal.showProgress("") } }
}
