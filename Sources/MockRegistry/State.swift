// SPDX-License-Identifier: Apache-2.0
// The only things that change while a mock registry runs: a counter, and the rows if they move.

import Wire

/// What has been asked so far, and where the rows stand.
struct State: Sendable {
  private let configuration: MockRegistry.Configuration
  private var serial: UInt64 = 0
  private var visits: [Listing: Int] = [:]
  /// How often each request came; kept only for faults that change their mind.
  private var asked: [HTTPRequest: Int] = [:]
  private var tables: [Listing: Table]
  private var source: SplitMix64

  init(_ configuration: MockRegistry.Configuration) {
    self.configuration = configuration
    source = SplitMix64(state: configuration.seed)
    let all = Listing.allCases.map { ($0, Table($0, rows: configuration.rows)) }
    tables = Dictionary(uniqueKeysWithValues: all)
  }

  /// Counts a request in, lets the data move if it is time, and hands out what the answer needs.
  mutating func turn(_ listing: Listing?, by request: HTTPRequest) -> Turn {
    serial += 1
    guard let listing else { return Turn(id: requestID, visit: 0, repeats: 0, table: nil) }
    let visit = visits[listing, default: 0]
    visits[listing] = visit + 1
    if let churn = configuration.churn, churn > 0, visit % churn == churn - 1 {
      tables[listing]?.churn(using: &source)
    }
    let repeats = asked[request, default: 0]
    if configuration.fault?.listing == listing { asked[request] = repeats + 1 }
    return Turn(id: requestID, visit: visit, repeats: repeats, table: tables[listing])
  }

  private var requestID: String {
    var digits = SplitMix64(state: configuration.seed &+ serial << 20)
    return Self.hexadecimal(digits.next()) + Self.hexadecimal(digits.next())
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What one request is given when it is counted in.
struct Turn: Sendable {
  /// The request id, 32 hexadecimal digits.
  var id: String
  /// How many requests of the same list came before.
  var visit: Int
  /// How many of them were the same request; 0 unless the list has a fault.
  var repeats: Int
  /// The rows as they are at this moment; nil where the path names no list.
  var table: Table?
}
