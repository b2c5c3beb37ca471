// SPDX-License-Identifier: Apache-2.0
// Two parsers in turn over the same bytes, so that a busy machine slows both.

import Foundation
import Wire

/// Median throughputs in megabytes (10⁶ bytes) per second.
struct Race {
  static let rounds = 41

  let wire: Double
  let foundation: Double

  init(over page: [UInt8]) throws {
    let data = Data(page)
    var seconds: (wire: [Double], foundation: [Double]) = ([], [])
    for _ in 0..<Self.rounds {
      seconds.wire.append(
        try Self.seconds(repeating: 400) { try JSONDocument(parsing: page).tapeByteCount > 0 }
      )
      seconds.foundation.append(
        try Self.seconds(repeating: 20) {
          try JSONSerialization.jsonObject(with: data) is [String: Any]
        }
      )
    }
    wire = Self.throughput(of: page, seconds.wire)
    foundation = Self.throughput(of: page, seconds.foundation)
  }

  private static func seconds(repeating count: Int, _ parse: () throws -> Bool) rethrows -> Double {
    let time = try ContinuousClock().measure {
      for _ in 0..<count {
        let isParsed = try parse()
        precondition(isParsed)
      }
    }
    return time / .seconds(1) / Double(count)
  }

  private static func throughput(of page: [UInt8], _ seconds: [Double]) -> Double {
    Double(page.count) / seconds.sorted()[seconds.count / 2] / 1e6
  }
}
