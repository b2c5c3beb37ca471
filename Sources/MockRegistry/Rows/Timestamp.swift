// SPDX-License-Identifier: Apache-2.0
// The registry's own calendar: the only arithmetic it does is to move a moment by whole seconds.

import Wire

/// A UTC time of the form `2026-03-02T09:52:39.8312Z`, kept so that its fraction survives a move.
struct Timestamp {
  /// What a running task has instead of an end: year 1, as Go writes its zero time.
  static let zero = "0001-01-01T00:00:00Z"

  /// Seconds since 1970-01-01T00:00:00Z.
  var seconds: Int
  /// Everything behind the whole seconds: the fraction and the `Z`.
  var tail: Substring

  /// How many bytes the whole seconds take, in years of four digits.
  static let length = 19

  init?(_ text: some StringProtocol) {
    let bytes = Substring(text).utf8
    let parts = bytes.prefix(Self.length).split { !ASCII.isDigit($0) }
      .compactMap { Int(Substring($0)) }
    guard bytes.count > Self.length, parts.count == 6 else { return nil }
    let days = Self.days(year: parts[0], month: parts[1], day: parts[2])
    seconds = days * 86_400 + parts[3] * 3_600 + parts[4] * 60 + parts[5]
    tail = Substring(bytes.dropFirst(Self.length))
  }

  var text: String {
    var bytes: [UInt8] = []
    Self.write(seconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self) + tail
  }

  /// The time some seconds later, in JSON.
  func moved(by distance: Int) -> String {
    var moved = self
    moved.seconds += distance
    return moved.text.quoted
  }

  /// Writes everything in front of the tail.
  static func write(_ seconds: Int, to bytes: inout [UInt8]) {
    let day = seconds.dividedFloor(by: 86_400)
    let clock = seconds - day * 86_400
    let date = civil(day)
    bytes.append(date.year, width: 4)
    bytes.append("-", date.month)
    bytes.append("-", date.day)
    bytes.append("T", clock / 3_600)
    bytes.append(":", clock / 60 % 60)
    bytes.append(":", clock % 60)
  }

  /// Days since 1970-01-01 of a date of the Gregorian calendar; a year begins in March here, so that
  /// the leap day comes last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let era = year.dividedFloor(by: 400)
    let ofEra = year - era * 400
    let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.dividedFloor(by: 146_097)
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let march = (5 * ofYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (year + era * 400 + (month > 2 ? 0 : 1), month, ofYear - (153 * march + 2) / 5 + 1)
  }
}

extension [UInt8] {
  /// Writes a mark and two digits.
  fileprivate mutating func append(_ mark: Unicode.Scalar, _ number: Int) {
    append(UInt8(ascii: mark))
    append(number, width: 2)
  }
}

extension Int {
  fileprivate func dividedFloor(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}
