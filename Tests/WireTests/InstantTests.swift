// SPDX-License-Identifier: Apache-2.0
// RFC 3339 as it is read, refused, ordered and written.

import Testing
import Wire

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
    ("2024-02-29T12:00:00Z", 1_709_208_000),
    ("2000-02-29T00:00:00Z", 951_782_400), ("0001-01-01T00:00:00Z", -62_135_596_800),
    ("0000-01-01T00:00:00Z", -62_167_219_200), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ("1985-04-12T23:20:50.52Z", 482_196_050), ("1996-12-19T16:39:57-08:00", 851_042_397),
    ("1937-01-01T12:00:27.87+00:20", -1_041_337_173), ("2024-05-17T00:30:00+23:59", 1_715_819_460),
  ])
  func `an instant has its seconds since 1970`(text: String, seconds: Int64) throws {
    #expect(try Instant(parsing: text).seconds == seconds)
  }

  @Test func `the spelling is kept beside the time`() throws {
    let instant = try Instant(parsing: "2024-05-17T08:30:00.120-03:30")
    #expect(instant.nanoseconds == 120_000_000)
    #expect(instant.fractionDigits == 3)
    #expect(instant.offsetMinutes == -210)
    #expect(!instant.isWrittenInUTC)
    #expect(try Instant(parsing: "2024-05-17T08:30:00.000000001Z").nanoseconds == 1)
  }

  @Test(arguments: [
    ("", "empty text"), (" 2024-05-17T08:30:00Z", "surrounding blank"),
    ("2024-05-17T08:30:00Z\n", "surrounding blank"),
    ("2024-05-17 08:30:00Z", "date and time are separated by a blank; RFC 3339 wants T"),
    ("2024-05-17t08:30:00Z", "lower-case t, which RFC 3339 allows and many readers refuse"),
    ("2024-05-17T08:30:00z", "lower-case z, which RFC 3339 allows and many readers refuse"),
    ("2024-05-17", "date without a time"),
    ("2024-05-17_08:30:00Z", "no T before the time"),
    ("24-05-17T08:30:00Z", "year is not 4 digits"),
    ("+2024-05-17T08:30:00Z", "year is not 4 digits"),
    ("2024/05/17T08:30:00Z", "no - before the month"),
    ("2024-5-17T08:30:00Z", "month is not 2 digits"),
    ("2024-13-01T00:00:00Z", "month 13 is not within 1 to 12"),
    ("2024-00-01T00:00:00Z", "month 0 is not within 1 to 12"),
    ("2023-02-29T00:00:00Z", "February 2023 has 28 days"),
    ("1900-02-29T00:00:00Z", "February 1900 has 28 days"),
    ("2024-02-30T00:00:00Z", "February 2024 has 29 days"),
    ("2024-04-31T00:00:00Z", "April 2024 has 30 days"),
    ("2024-05-00T00:00:00Z", "day 0 does not exist"),
    ("2024-05-17T24:00:00Z", "hour 24 is not within 0 to 23"),
    ("2024-05-17T08:60:00Z", "minute 60 is not within 0 to 59"),
    ("2024-05-17T08:30:61Z", "second 61 is not within 0 to 60"),
    ("2024-05-17T08:30Z", "no : before the second"), ("2024-05-17T08", "no : before the minute"),
    ("2024-05-17T08:30:00.Z", "no fraction digits behind the point"),
    (
      "2024-05-17T08:30:00.1234567890Z",
      "more than 9 fraction digits, which RFC 3339 allows and many readers refuse"
    ),
    ("2024-05-17T08:30:00,5Z", "fraction behind a comma; RFC 3339 wants a point"),
    ("2024-05-17T08:30:00", "no offset; RFC 3339 wants Z or +hh:mm"),
    ("2024-05-17T08:30:00 +08:00", "no offset; RFC 3339 wants Z or +hh:mm"),
    ("2024-05-17T08:30:00+0800", "no : before the offset minute"),
    ("2024-05-17T08:30:00+8:00", "offset hour is not 2 digits"),
    ("2024-05-17T08:30:00+24:00", "offset hour 24 is not within 0 to 23"),
    ("2024-05-17T08:30:00+08:60", "offset minute 60 is not within 0 to 59"),
    ("2024-05-17T08:30:00ZZ", "characters behind the offset"),
    ("２０２４-05-17T08:30:00Z", "year is not 4 digits"),
  ])
  func `a broken text is refused in words`(text: String, words: String) {
    let error = #expect(throws: InstantError.self) { try Instant(parsing: text) }
    #expect(error?.description == words)
  }

  @Test(arguments: [
    "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2015-06-30T23:59:60.25Z",
    "2017-01-01T07:59:60+08:00",
  ])
  func `a leap second stands between its neighbours`(text: String) throws {
    let leap = try Instant(parsing: text)
    let before = Instant(seconds: leap.seconds, nanoseconds: 999_999_999)
    #expect(before < leap && leap < Instant(seconds: leap.seconds + 1))
    #expect(leap.description.contains(":60"))
    #expect(try Instant(parsing: leap.description) == leap)
  }

  @Test(arguments: [
    "1990-12-30T23:59:60Z", "1990-12-31T23:58:60Z", "1990-12-31T23:59:60-08:00",
    "2024-03-31T23:59:60Z", "2024-06-30T00:00:60Z",
  ])
  func `second 60 anywhere else is refused`(text: String) {
    #expect(throws: InstantError.noLeapSecond) { try Instant(parsing: text) }
  }

  @Test(arguments: [
    ("2024-05-17t08:30:00z", "2024-05-17T08:30:00Z"),
    ("2024-05-17T08:30:00.1234567899+08:00", "2024-05-17T08:30:00.123456789+08:00"),
    ("2024-05-17t08:30:00.000000000000z", "2024-05-17T08:30:00Z"),
  ])
  func `a form that only the standard allows means the same`(odd: String, plain: String) throws {
    #expect(try Instant(reading: odd) == Instant(parsing: plain))
    #expect(throws: InstantError.self) { try Instant(parsing: odd) }
    #expect(throws: InstantError.dateOnly) { try Instant(reading: "2024-05-17") }
  }

  @Test func `instants are equal by the time they mean`() throws {
    let utc = try Instant(parsing: "2024-05-17T08:30:00Z")
    let local = try Instant(parsing: "2024-05-17T16:30:00.000+08:00")
    #expect(utc == local && utc.hashValue == local.hashValue)
    #expect(try utc < Instant(parsing: "2024-05-17T08:30:00.000000001Z"))
    #expect(
      try Instant(parsing: "2024-05-17T23:00:00+08:00") < Instant(parsing: "2024-05-17T16:00:00Z")
    )
  }

  @Test(arguments: [
    ("0001-01-01T00:00:00Z", true), ("0001-01-01T00:00:00.000Z", true),
    ("0001-01-01T00:00:00+00:00", true), ("0001-01-01T08:00:00+08:00", true),
    ("0001-01-01T00:00:00+08:00", true), ("0001-01-01T08:05:43+08:05", true),
    ("0001-01-01T00:00:00.001Z", false), ("0001-01-01T00:00:01Z", false),
    ("0001-01-01T08:01:00+08:00", false), ("0001-01-02T00:00:00+08:00", false),
    ("1970-01-01T00:00:00Z", false),
  ])
  func `the zero time is the first of year 1 in any zone`(text: String, isZero: Bool) throws {
    #expect(try Instant(parsing: text).isZeroTime == isZero)
  }

  @Test func `an instant is written in UTC with its digits`() throws {
    #expect(Instant(seconds: 0).description == "1970-01-01T00:00:00Z")
    #expect(Instant(seconds: -1, nanoseconds: 500_000_000).description == "1969-12-31T23:59:59.5Z")
    #expect(Instant(seconds: 1, fractionDigits: 3).description == "1970-01-01T00:00:01.000Z")
    let local = try Instant(parsing: "2024-05-17T00:30:00.120+08:00")
    #expect(local.description == "2024-05-16T16:30:00.120Z")
  }

  @Test func `every day of four centuries is written and read back`() throws {
    for day in stride(from: -25_567, through: 120_530, by: 1) {
      let instant = Instant(seconds: Int64(day) * 86_400)
      let again = try Instant(parsing: instant.description)
      if again != instant { Issue.record("day \(day) is \(instant)") }
    }
  }
}
