// SPDX-License-Identifier: Apache-2.0
// The header field with which a server says when to come back (RFC 9110, 10.2.3).

import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How long a server wants to be left alone.
struct RetryAfter: Hashable {
  let duration: Duration

  /// Reads seconds, or a date, which counts from the answer's own Date so that no clock matters.
  ///
  /// - Returns: nil if the field is missing or neither of the two.
  init?(_ response: HTTPResponse, now: Date) {
    guard let text = response.headers["Retry-After"], !text.isEmpty else { return nil }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      duration = .seconds(min(Int64(text) ?? .max, Self.aDay))
    } else if let date = Instant(httpDate: text) {
      let sent =
        response.headers["Date"].flatMap(Instant.init(httpDate:))?.seconds
        ?? Int64(now.timeIntervalSince1970)
      duration = .seconds(min(max(0, date.seconds - sent), Self.aDay))
    } else {
      return nil
    }
  }

  /// Longer than anybody waits.
  private static let aDay: Int64 = 86_400
}
