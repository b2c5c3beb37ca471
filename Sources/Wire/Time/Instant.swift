// SPDX-License-Identifier: Apache-2.0
// A point in time as RFC 3339 writes it, with the spelling that a contract can be about.

/// An instant with nanoseconds; equal and ordered by the time it means, not by its spelling.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int64
  /// 0 to 999,999,999; within a leap second 1,000,000,000 more, behind second 59.
  public let nanoseconds: Int
  /// How many digits stand behind the point, 0 to 9.
  public let fractionDigits: Int
  /// Minutes east of UTC, as written; 0 for `Z`.
  public let offsetMinutes: Int
  /// Whether the offset is written `Z`.
  public let isWrittenInUTC: Bool

  /// An instant in UTC, written with as many fraction digits as asked for, or as are needed.
  ///
  /// - Precondition: the year is 0 to 9999, `nanoseconds` below 10⁹ and `fractionDigits` 0 to 9.
  public init(seconds: Int64, nanoseconds: Int = 0, fractionDigits: Int? = nil) {
    precondition((-62_167_219_200...253_402_300_799).contains(seconds), "year is not 0 to 9999")
    precondition((0..<1_000_000_000).contains(nanoseconds), "nanoseconds are not below 10⁹")
    precondition((0...9).contains(fractionDigits ?? 0), "fraction digits are not 0 to 9")
    self.init(
      seconds: seconds, nanoseconds: nanoseconds,
      fractionDigits: fractionDigits ?? Self.neededDigits(nanoseconds), offsetMinutes: 0,
      isWrittenInUTC: true
    )
  }

  init(
    seconds: Int64, nanoseconds: Int, fractionDigits: Int, offsetMinutes: Int, isWrittenInUTC: Bool
  ) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.fractionDigits = fractionDigits
    self.offsetMinutes = offsetMinutes
    self.isWrittenInUTC = isWrittenInUTC
  }

  /// Whether this is `0001-01-01T00:00:00Z`, Go's "no time", with or without a fraction of zeros.
  ///
  /// Zones of that year differ from UTC by odd seconds that RFC 3339 cannot write, so that Go writes
  /// the same moment as `0001-01-01T08:05:43+08:05`; others put another offset behind the same digits.
  public var isZeroTime: Bool {
    let zero: Int64 = -62_135_596_800
    guard nanoseconds == 0 else { return false }
    return seconds == zero || seconds + Int64(offsetMinutes) * 60 == zero
      || offsetMinutes != 0 && (seconds - zero).magnitude < 60
  }

  /// The instant in UTC with `fractionDigits` digits, such as `2024-05-17T08:30:00.120Z`.
  ///
  /// An offset can carry year 0 or 9999 over its edge; RFC 3339 has no form for what comes out.
  public var description: String {
    let (days, second) = Calendar.floorDivide(Int(seconds), 86_400)
    let (year, month, day) = Calendar.date(ofDay: days)
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let leap = nanoseconds / 1_000_000_000
    let time =
      "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60 + leap, 2))"
    let fraction = padded(nanoseconds % 1_000_000_000, 9).prefix(fractionDigits)
    return "\(date)T\(time)\(fraction.isEmpty ? "" : ".")\(fraction)Z"
  }

  public static func == (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) == (right.seconds, right.nanoseconds)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
    hasher.combine(nanoseconds)
  }

  private static func neededDigits(_ nanoseconds: Int) -> Int {
    var (digits, rest) = (9, nanoseconds)
    while digits > 0, rest % 10 == 0 { (digits, rest) = (digits - 1, rest / 10) }
    return digits
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
