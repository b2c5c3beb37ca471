// SPDX-License-Identifier: Apache-2.0
// The grammar of RFC 3339, section 5.6, in upper case and with at most nine fraction digits.

extension Instant {
  /// Reads `2024-05-17T08:30:00.12+08:00` strictly; throws the first rule the text breaks.
  ///
  /// The date has to exist, and second 60 only as a leap second: 23:59:60 UTC on the last day of
  /// June or December.
  public init(parsing text: some StringProtocol) throws(InstantError) {
    var rest = InstantReader(Array(text.utf8))
    try rest.refuseBlanks()
    let day = try rest.date()
    let time = try rest.time()
    let fraction = try rest.fraction()
    let offset = try rest.offset()
    let local = day * 86_400 + time.hour * 3600 + time.minute * 60 + min(time.second, 59)
    let seconds = local - offset.minutes * 60
    let isLeapSecond = time.second == 60
    guard !isLeapSecond || Self.mayLeap(behind: seconds) else { throw .noLeapSecond }
    self.init(
      seconds: Int64(seconds),
      nanoseconds: fraction.nanoseconds + (isLeapSecond ? 1_000_000_000 : 0),
      fractionDigits: fraction.digits, offsetMinutes: offset.minutes, isWrittenInUTC: offset.isZ
    )
  }

  /// Reads what ``init(parsing:)`` reads, and the forms that only the standard allows; throws the same.
  ///
  /// Of a longer fraction the first nine digits count.
  public init(reading text: String) throws(InstantError) {
    do throws(InstantError) {
      self = try Instant(parsing: text)
    } catch {
      guard error.isAllowedByStandard else { throw error }
      let upper = text.uppercased()
      let point = upper.firstIndex(of: ".") ?? upper.endIndex
      let digits = upper[point...].dropFirst().prefix { $0.isASCII && $0.isNumber }
      self = try Instant(
        parsing: upper[..<digits.startIndex] + digits.prefix(9) + upper[digits.endIndex...])
    }
  }

  /// Whether the next second begins January or July in UTC.
  private static func mayLeap(behind seconds: Int) -> Bool {
    let (days, second) = Calendar.floorDivide(seconds + 1, 86_400)
    let date = Calendar.date(ofDay: days)
    return second == 0 && date.day == 1 && (date.month == 1 || date.month == 7)
  }
}

/// Takes the parts of an instant off the front of its bytes.
private struct InstantReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func refuseBlanks() throws(InstantError) {
    guard let first = rest.first, let last = rest.last else { throw .empty }
    guard first > 0x20 && last > 0x20 else { throw .surroundingBlank }
  }

  mutating func date() throws(InstantError) -> Int {
    let year = try number("year", digits: 4)
    try mark("-", before: "month")
    let month = try number("month", within: 1...12)
    try mark("-", before: "day")
    let day = try number("day", digits: 2)
    guard day >= 1 && day <= Calendar.daysInMonth(year: year, month: month) else {
      throw .noSuchDay(year: year, month: month, day: day)
    }
    return Calendar.days(year: year, month: month, day: day)
  }

  mutating func time() throws(InstantError) -> (hour: Int, minute: Int, second: Int) {
    switch rest.first {
    case nil: throw .dateOnly
    case UInt8(ascii: " "): throw .blankSeparator
    case UInt8(ascii: "t"): throw .lowerCase("t")
    default: try mark("T", before: "time")
    }
    let hour = try number("hour", within: 0...23)
    try mark(":", before: "minute")
    let minute = try number("minute", within: 0...59)
    try mark(":", before: "second")
    return (hour, minute, try number("second", within: 0...60))
  }

  mutating func fraction() throws(InstantError) -> (nanoseconds: Int, digits: Int) {
    guard rest.first != UInt8(ascii: ",") else { throw .commaFraction }
    guard rest.first == UInt8(ascii: ".") else { return (0, 0) }
    let digits = rest.dropFirst().prefix(while: ASCII.isDigit)
    guard digits.count > 0 else { throw .noFractionDigits }
    guard digits.count <= 9 else { throw .tooManyFractionDigits }
    rest = rest[digits.endIndex...]
    let written = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return ((digits.count..<9).reduce(written) { nanoseconds, _ in nanoseconds * 10 }, digits.count)
  }

  mutating func offset() throws(InstantError) -> (minutes: Int, isZ: Bool) {
    var minutes = 0
    let sign = rest.popFirst()
    switch sign {
    case UInt8(ascii: "Z"): break
    case UInt8(ascii: "z"): throw .lowerCase("z")
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      minutes = try number("offset hour", within: 0...23) * 60
      try mark(":", before: "offset minute")
      minutes += try number("offset minute", within: 0...59)
    default: throw .noOffset
    }
    guard rest.isEmpty else { throw .charactersBehind }
    return (sign == UInt8(ascii: "-") ? -minutes : minutes, sign == UInt8(ascii: "Z"))
  }

  private mutating func mark(_ mark: Character, before part: String) throws(InstantError) {
    guard rest.first == mark.asciiValue else { throw .markExpected(mark: mark, before: part) }
    rest.removeFirst()
  }

  private mutating func number(
    _ part: String, within range: ClosedRange<Int>
  ) throws(InstantError) -> Int {
    let value = try number(part, digits: 2)
    guard range.contains(value) else { throw .outOfRange(part: part, value: value, range: range) }
    return value
  }

  private mutating func number(_ part: String, digits count: Int) throws(InstantError) -> Int {
    let digits = rest.prefix(count)
    guard digits.count == count && digits.allSatisfy(ASCII.isDigit) else {
      throw .digitsExpected(part: part, count: count)
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
