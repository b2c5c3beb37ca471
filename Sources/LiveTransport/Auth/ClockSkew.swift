// SPDX-License-Identifier: Apache-2.0
// How far our clock is from a server's, because a signature is only good for some minutes.

import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The distance between two clocks, in seconds; positive if ours is ahead.
struct ClockSkew: CustomStringConvertible {
  var seconds: Int

  /// Nil if the answer has no `Date` that can be read.
  init?(of answer: HTTPResponse, at now: Date) {
    guard let date = answer.headers["Date"].flatMap(Instant.init(httpDate:)) else { return nil }
    seconds = Int(now.timeIntervalSince1970.rounded(.down)) - Int(date.seconds)
  }

  /// Whether a signature may be refused for it; the vendor's gateway bears 15 minutes, others less.
  var mayBeFatal: Bool { abs(seconds) >= 300 }

  var description: String {
    let size = abs(seconds) < 600 ? "\(abs(seconds)) seconds" : "\(abs(seconds) / 60) minutes"
    return "\(size) \(seconds > 0 ? "ahead of" : "behind") the server's"
  }
}
