// SPDX-License-Identifier: Apache-2.0
// The one form of date that HTTP still writes (RFC 9110, 5.6.7).

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A moment as `Sun, 06 Nov 1994 08:49:37 GMT`.
enum IMFDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static var now: String { text(secondsSince1970: time(nil)) }

  static func text(secondsSince1970 seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let date = [
      twoDigits(parts.tm_mday), months[Int(parts.tm_mon)], "\(parts.tm_year + 1900)",
    ]
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits)
    return days[Int(parts.tm_wday)] + ", " + date.joined(separator: " ") + " "
      + clock.joined(separator: ":") + " GMT"
  }

  private static func twoDigits(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
