// SPDX-License-Identifier: Apache-2.0
// Reads the form in which nearly every instant travels straight from its bytes.

extension Instant {
  /// Reads `2024-05-17T08:30:00.12Z` or the same with `+08:00`; nil for every other form, right or
  /// wrong, and for seconds of 60.
  ///
  /// What is nil here is for ``init(parsing:)``, which knows the whole grammar.
  package init?(plain bytes: UnsafePointer<UInt8>, count: Int) {
    guard count >= 20, count <= 35 else { return nil }
    let raw = UnsafeRawPointer(bytes)
    let date = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) ^ 0x2D30_302D_3030_3030
    let clock =
      UInt64(littleEndian: (raw + 8).loadUnaligned(as: UInt64.self)) ^ 0x3030_3A30_3054_3030
    // A digit is at most 9, and a mark that is right is 0; one too many reaches the upper half.
    let dates = date | (date &+ 0x0F06_060F_0606_0606)
    let clocks = clock | (clock &+ 0x0606_0F06_060F_0606)
    guard (dates | clocks) & 0xF0F0_F0F0_F0F0_F0F0 == 0, bytes[16] == UInt8(ascii: ":") else {
      return nil
    }
    let year =
      Self.digit(date, 0) * 1000 + Self.digit(date, 1) * 100 + Self.digit(date, 2) * 10
      + Self.digit(date, 3)
    let month = Self.digit(date, 5) * 10 + Self.digit(date, 6)
    let day = Self.digit(clock, 0) * 10 + Self.digit(clock, 1)
    let hour = Self.digit(clock, 3) * 10 + Self.digit(clock, 4)
    let minute = Self.digit(clock, 6) * 10 + Self.digit(clock, 7)
    let (tens, ones) = (bytes[17] &- 0x30, bytes[18] &- 0x30)
    guard year > 0, month >= 1, month <= 12, day >= 1, hour < 24, minute < 60, tens < 6, ones < 10,
      day <= 28 || day <= Calendar.daysInMonth(year: year, month: month)
    else { return nil }
    let isZ = bytes[count &- 1] == UInt8(ascii: "Z")
    guard let offset = isZ ? 0 : Self.offset(bytes, count: count) else { return nil }
    let end = count &- (isZ ? 1 : 6)
    var nanoseconds = 0
    let digits = max(0, end &- 20)
    if end > 19 {
      guard bytes[19] == UInt8(ascii: "."), digits > 0, digits <= 9 else { return nil }
      for index in 20..<end {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        nanoseconds = nanoseconds &* 10 &+ Int(digit)
      }
      for _ in digits..<9 { nanoseconds &*= 10 }
    }
    let time = hour &* 3600 &+ minute &* 60 &+ Int(tens) &* 10 &+ Int(ones) &- offset &* 60
    self.init(
      seconds: Int64(Self.days(year, month, day) &* 86_400 &+ time),
      nanoseconds: nanoseconds, fractionDigits: digits, offsetMinutes: offset, isWrittenInUTC: isZ)
  }

  /// The minutes of `+08:00` at the end; nil where it does not stand there.
  private static func offset(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    guard count >= 25, bytes[count &- 3] == UInt8(ascii: ":") else { return nil }
    let sign = bytes[count &- 6]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = pair(bytes + (count &- 5)), let minutes = pair(bytes + (count &- 2)), hours < 24,
      minutes < 60
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func pair(_ bytes: UnsafePointer<UInt8>) -> Int? {
    let (tens, ones) = (bytes[0] &- 0x30, bytes[1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  /// Days since 1970-01-01 for a year above 0, as ``Calendar`` counts them, without signs.
  @inline(__always)
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = UInt(year &- (month > 2 ? 0 : 1))
    let era = marchYear / 400
    let yearOfEra = marchYear &- era &* 400
    let dayOfYear = (153 &* (UInt(month &+ 9) % 12) &+ 2) / 5 &+ UInt(day) &- 1
    let days =
      era &* 146_097 &+ yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return Int(days) &- 719_468
  }

  @inline(__always)
  private static func digit(_ word: UInt64, _ place: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &>> (place &* 8)) & 0xFF)
  }
}
