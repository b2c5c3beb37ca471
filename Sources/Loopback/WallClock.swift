// SPDX-License-Identifier: Apache-2.0
// The time of day, which only signatures and tokens need to know.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The clock on this machine's wall.
public enum WallClock {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  public static let now: @Sendable () -> Int = { Int(time(nil)) }
}
