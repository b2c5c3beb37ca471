// SPDX-License-Identifier: Apache-2.0
// The time that a polite transport lives by, so that a test need not wait for it.

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What tells the time and lets it pass.
struct Timepiece: Sendable {
  /// Since a moment that stays the same; never goes back.
  var elapsed: @Sendable () -> Duration
  /// The hour that other machines agree on.
  var date: @Sendable () -> Date
  /// Throws when whoever waits is cancelled.
  var sleep: @Sendable (Duration) async throws -> Void

  /// The machine's own clocks.
  static var system: Timepiece {
    let start = ContinuousClock.now
    return Timepiece(
      elapsed: { ContinuousClock.now - start }, date: { Date() },
      sleep: { try await Task.sleep(for: $0) })
  }
}
