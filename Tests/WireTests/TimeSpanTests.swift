// SPDX-License-Identifier: Apache-2.0
// Lengths of time as people type them, and the percentiles of many.

import Testing
import Wire

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("800ms", 0.8), ("2s", 2), ("1.5s", 1.5), ("0.5ms", 0.0005), ("86400s", 86_400),
  ])
  func `a number and its unit are a time`(text: String, seconds: Double) {
    #expect(TimeSpan.seconds(text) == seconds)
  }

  @Test(arguments: ["", "s", "ms", "5", "5m", "-1s", "0s", "1e3s", "86401s", "1 s", "nans", "infs"])
  func `anything else is none`(text: String) { #expect(TimeSpan.seconds(text) == nil) }

  @Test(arguments: [
    (95, 19), (50, 10), (100, 20), (1, 1), (96, 20),
  ])
  func `a percentile is the nearest rank`(share: Int, wanted: Double) {
    #expect((1...20).reversed().map(Double.init).percentile(share) == wanted)
  }

  @Test func `one value is every percentile, and none has none`() {
    #expect([7.0].percentile(1) == 7 && [7.0].percentile(95) == 7)
    #expect([Double]().percentile(50) == nil)
  }
}
