// SPDX-License-Identifier: Apache-2.0
// Dates as header fields write them.

extension Instant {
  /// A date in the one form that a server may send (RFC 9110, 5.6.7), such as
  /// `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other text.
  public init?(httpDate text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].utf8.count == 4, parts[0].hasSuffix(","), parts[5] == "GMT",
      parts[2].utf8.count == 3, parts[4].utf8.count == 8,
      let month = stride(from: 0, to: 36, by: 3).first(where: {
        Self.months.dropFirst($0).hasPrefix(parts[2])
      })
    else { return nil }
    let number = String(month / 3 + 101).dropFirst()
    guard let instant = try? Instant(parsing: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    else { return nil }
    self = instant
  }

  /// The second in that form; its fraction is left out.
  package var httpDate: String {
    let days = Calendar.floorDivide(Int(seconds), 86_400).quotient
    let weekday = Calendar.floorDivide(days + 4, 7).remainder
    let month = Calendar.date(ofDay: days).month - 1
    let (date, name) = (description, Self.months.dropFirst(month * 3).prefix(3))
    return "\(Self.weekdays.dropFirst(weekday * 3).prefix(3)), "
      + "\(date.dropFirst(8).prefix(2)) \(name) \(date.prefix(4)) \(date.dropFirst(11).prefix(8)) GMT"
  }

  private static let weekdays = "SunMonTueWedThuFriSat"
  private static let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
}
