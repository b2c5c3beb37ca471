// SPDX-License-Identifier: Apache-2.0
// The form that is read straight from its bytes is read as the whole grammar reads it.

import Testing
import Wire

struct PlainInstantTests {
  @Test(arguments: [
    "2024-05-17T08:30:00Z", "2024-02-29T23:59:59.1Z", "2024-05-17T08:30:00.123456789Z",
    "2024-05-17T08:30:00+08:00", "2024-05-17T00:30:00.5-11:45", "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999999-23:59",
  ])
  func `a plain form means what the grammar says`(text: String) throws {
    let plain = try #require(Self.plain(text))
    let exact = try Instant(parsing: text)
    #expect(plain == exact)
    #expect(plain.offsetMinutes == exact.offsetMinutes)
    #expect(plain.fractionDigits == exact.fractionDigits)
    #expect(plain.isWrittenInUTC == exact.isWrittenInUTC)
  }

  @Test(arguments: [
    "2024-05-17T08:30:00", "2024-05-17T08:30:00+08", "2024-05-17T08:30:00+0800",
    "2024-05-17T08:30:00+24:00", "2024-05-17T08:30:00+08:60", "2024-05-17T08:30:00 08:00",
    "2024-05-17T08:30:00.+08:00", "2024-05-17T08:30:00.1234567890Z", "2024-02-30T08:30:00+08:00",
    "2024-05-17T08:30:00.12:34", "2024-05-17T08:30:00z", "2024-05-17 08:30:00+08:00",
  ])
  func `any other form is left to the grammar, which refuses it`(text: String) {
    #expect(Self.plain(text) == nil)
    #expect(throws: InstantError.self) { try Instant(parsing: text) }
  }

  private static func plain(_ text: String) -> Instant? {
    Array(text.utf8).withUnsafeBufferPointer {
      Instant(plain: $0.baseAddress!, count: $0.count)
    }
  }
}
