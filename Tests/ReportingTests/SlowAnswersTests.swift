// SPDX-License-Identifier: Apache-2.0
// An answer that took far longer than its like is told, and nothing else is.

import Conformance
import Reporting
import Testing
import Wire

struct SlowAnswersTests {
  @Test func `an answer of three seconds among quick ones is told`() {
    let text = Self.text([0.01, 0.01, 3, 0.01, 0.012, 0.01])
    #expect(
      text.contains(
        "GET /jobs?offset=2 took 3.0 s, where half of the answers of ListJobs came within 0.010 s "
      ))
  }

  @Test func `more of them are counted`() {
    #expect(Self.text([0.01, 0.01, 3, 0.01, 2, 0.01]).contains("0.010 s; 1 more took as long"))
  }

  @Test(arguments: [
    ("all are slow", [3, 3, 3, 3, 3, 3.0]),
    ("a second is not reached", [0.01, 0.01, 0.01, 0.01, 0.9]),
    ("too few to compare", [0.01, 0.01, 0.01, 3]),
    ("not twenty times as long", [0.2, 0.2, 0.2, 0.2, 2]),
  ])
  func `what is usual is not told`(_ why: String, _ seconds: [Double]) {
    #expect(!Self.text(seconds).contains(" took "), "\(why)")
  }

  @Test func `what nobody measured is not told`() {
    #expect(!Self.text([0.01, 0.01, 0.01, 0.01, 0.01, 3], isMeasured: false).contains(" took "))
  }

  private static func text(_ seconds: [Double], isMeasured: Bool = true) -> String {
    var report = Report.sample([])
    report.timings = seconds.enumerated().map { number, seconds in
      Report.Timing(
        operation: "ListJobs",
        request: .init(method: .get, target: "/jobs?offset=\(number)", credential: .own),
        status: 200, seconds: seconds,
        phases: isMeasured
          ? ExchangePhases(
            nameLookup: 0, connect: 0, tls: 0, firstByte: seconds, lastByte: seconds) : nil,
        bytes: 2)
    }
    return TextReport().text(of: report).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
