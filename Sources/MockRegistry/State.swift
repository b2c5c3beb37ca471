// SPDX-License-Identifier: Apache-2.0
// The only things that change while a mock registry runs: counters, tokens, and moving rows.

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
  /// The tokens that are good now.
  private var tokens: Set<String>
  private var disruption: Disruption

  init(_ configuration: MockRegistry.Configuration) {
    self.configuration = configuration
    source = SplitMix64(state: configuration.seed)
    tokens = Set([MockRegistry.Facts.only["token"]].compactMap(\.self))
    disruption = Disruption(configuration.interferences)
    let all = Listing.allCases.map { ($0, Table($0, rows: configuration.rows)) }
    tables = Dictionary(uniqueKeysWithValues: all)
  }

  /// Counts a request in, lets the data move if it is time, and hands out what the answer needs.
  mutating func turn(_ listing: Listing?, by request: HTTPRequest) -> Turn {
    serial += 1
    let interference = disruption.refusal(of: request, for: listing)
    if interference == nil, let token = request.headers["X-Auth-Token"], tokens.contains(token),
      disruption.tokensRunOut()
    {
      tokens = []
    }
    var turn = Turn(
      id: requestID, validator: CredentialValidator(tokens: tokens, now: configuration.clock()),
      interference: interference, delay: disruption.delay)
    if let listing { visit(listing, by: request, &turn) }
    return turn
  }

  /// Makes a token that is good from now on.
  mutating func issueToken() -> String {
    let token = "mock.\(requestID).issued-by-the-mock-registry"
    tokens.insert(token)
    return token
  }

  private mutating func visit(_ listing: Listing, by request: HTTPRequest, _ turn: inout Turn) {
    let visit = visits[listing, default: 0]
    visits[listing] = visit + 1
    if let churn = configuration.churn, churn > 0, visit % churn == churn - 1 {
      tables[listing]?.churn(using: &source)
    }
    turn.visit = visit
    turn.table = tables[listing]
    guard configuration.fault?.listing == listing else { return }
    turn.repeats = asked[request, default: 0]
    asked[request] = turn.repeats + 1
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
  /// Who is let in at this moment.
  var validator: CredentialValidator
  /// Why the request is not even looked at.
  var interference: ErrorResponse?
  /// By how much longer the answer takes.
  var delay: Duration
  /// How many requests of the same list came before.
  var visit = 0
  /// How many of them were the same request; 0 unless the list has a fault.
  var repeats = 0
  /// The rows as they are at this moment; nil where the path names no list.
  var table: Table?
}
