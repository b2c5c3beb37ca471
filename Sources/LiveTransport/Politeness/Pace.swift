// SPDX-License-Identifier: Apache-2.0
// When the next request may go out, for all that are under way together.

import Synchronization

/// Lets one request go at a time, each a fixed interval behind the one before.
final class Pace: Sendable {
  private let interval: Duration
  private let time: Timepiece
  /// Before it nobody goes.
  private let next = Mutex(Duration.zero)

  /// - Parameter rate: Requests per second; nil for as many as come.
  init(rate: Double?, time: Timepiece) {
    interval = rate.map { .seconds(1 / $0) } ?? .zero
    self.time = time
  }

  /// Returns when it is the caller's turn.
  func turn() async throws { while let wait = claim() { try await time.sleep(wait) } }

  /// Lets nobody go for that long.
  func hold(for wait: Duration) {
    let until = time.elapsed() + wait
    next.withLock { $0 = max($0, until) }
  }

  /// Takes the turn if it has come; otherwise how long it takes until one comes.
  private func claim() -> Duration? {
    let now = time.elapsed()
    return next.withLock { next in
      guard now >= next else { return next - now }
      next = now + interval
      return nil
    }
  }
}
