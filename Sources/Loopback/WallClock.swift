// SPDX-License-Identifier: Apache-2.0
// The time of day, which signatures, tokens and the field Date need to know.

import Wire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The clock on this machine's wall.
public enum WallClock {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  public static let now: @Sendable () -> Int = { Int(time(nil)) }

  /// The same as HTTP writes it (RFC 9110, 5.6.7).
  static var httpDate: String { Instant(seconds: Int64(now())).httpDate }
}
