// SPDX-License-Identifier: Apache-2.0
// Dates of header fields, in the one form that may be sent.

import Testing
import Wire

@Suite struct HTTPDateTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400),
    ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
    ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
  ])
  func `a date is read and written`(_ text: String, _ seconds: Int) {
    #expect(Instant(httpDate: text)?.seconds == Int64(seconds))
    #expect(Instant(seconds: Int64(seconds)).httpDate == text)
  }

  @Test(arguments: [
    "", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 6 Nov 1994 08:49:37 GMT",
    "Sun, 06 anF 1994 08:49:37 GMT", "Sun, 06 Nov 1994  08:49:37 GMT",
    "Thu, 30 Feb 2024 00:00:00 GMT", "Sun, 06 Nov 1994 25:00:00 GMT",
    "Sun, 06 Nov 1994 08:49:37.5 GMT",
  ])
  func `other text is no date`(_ text: String) { #expect(Instant(httpDate: text) == nil) }
}
