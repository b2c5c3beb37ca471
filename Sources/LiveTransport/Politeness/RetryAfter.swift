// SPDX-License-Identifier: Apache-2.0
// The header field with which a server says when to come back (RFC 9110, 10.2.3).

import Foundation
import Wire

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
    } else if let date = Self.date(text) {
      let sent = response.headers["Date"].flatMap(Self.date) ?? now
      let seconds = Int64(min(max(0, date.timeIntervalSince(sent)), Double(Self.aDay)))
      duration = .seconds(seconds)
    } else {
      return nil
    }
  }

  /// Longer than anybody waits.
  private static let aDay: Int64 = 86_400

  /// A date in the one form that RFC 9110 lets a server send.
  private static func date(_ text: String) -> Date? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.date(from: text)
  }
}
