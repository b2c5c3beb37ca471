// SPDX-License-Identifier: Apache-2.0
// What is wrong with a text that is meant to be an instant, in words that fit into a report.

/// The first rule of RFC 3339 that a text breaks; described in lower case, without a full stop.
public enum InstantError: Error, Hashable, CustomStringConvertible {
  case empty
  case surroundingBlank
  /// A part, such as "month", is not the number of digits it has to be.
  case digitsExpected(part: String, count: Int)
  /// A mark, such as `-` or `:`, is missing before a part.
  case markExpected(mark: Character, before: String)
  case dateOnly
  case blankSeparator
  case lowerCase(Character)
  case outOfRange(part: String, value: Int, range: ClosedRange<Int>)
  case noSuchDay(year: Int, month: Int, day: Int)
  case noLeapSecond
  case noFractionDigits
  case tooManyFractionDigits
  case commaFraction
  case noOffset
  case charactersBehind

  /// Whether the grammar of RFC 3339 has a place for the form, which is stricter here.
  public var isAllowedByStandard: Bool {
    switch self {
    case .lowerCase, .tooManyFractionDigits: true
    default: false
    }
  }

  public var description: String {
    switch self {
    case .empty: "empty text"
    case .surroundingBlank: "surrounding blank"
    case .digitsExpected(let part, let count): "\(part) is not \(count) digits"
    case .markExpected(let mark, let part): "no \(mark) before the \(part)"
    case .dateOnly: "date without a time"
    case .blankSeparator: "date and time are separated by a blank; RFC 3339 wants T"
    case .lowerCase(let letter):
      "lower-case \(letter), which RFC 3339 allows and many readers refuse"
    case .outOfRange(let part, let value, let range):
      "\(part) \(value) is not within \(range.lowerBound) to \(range.upperBound)"
    case .noSuchDay(let year, let month, let day): Self.describe(year, month, day)
    case .noLeapSecond: "second 60 is only at 23:59:60 UTC on the last day of June or December"
    case .noFractionDigits: "no fraction digits behind the point"
    case .tooManyFractionDigits:
      "more than 9 fraction digits, which RFC 3339 allows and many readers refuse"
    case .commaFraction: "fraction behind a comma; RFC 3339 wants a point"
    case .noOffset: "no offset; RFC 3339 wants Z or +hh:mm"
    case .charactersBehind: "characters behind the offset"
    }
  }

  private static func describe(_ year: Int, _ month: Int, _ day: Int) -> String {
    let days = Calendar.daysInMonth(year: year, month: month)
    return day == 0
      ? "day 0 does not exist" : "\(Calendar.monthNames[month - 1]) \(year) has \(days) days"
  }
}
