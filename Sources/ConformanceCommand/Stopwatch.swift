// SPDX-License-Identifier: Apache-2.0
// The clock of a command, for its report and for the recording beside it.

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// When a command began, and for how long it has lasted.
struct Stopwatch: Sendable {
  let date = Date()
  private let start = ContinuousClock.now

  var started: String { date.formatted(.iso8601) }
  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}
