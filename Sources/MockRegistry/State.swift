// SPDX-License-Identifier: Apache-2.0
// The only things that change while a mock registry runs: counters, tokens, and moving rows.

import Wire

/// What has been asked so far, and where the rows stand.
struct State: Sendable {
  private let configuration: MockRegistry.Configuration
  private var serial: UInt64 = 0
  private var visits: [ListOperation: Int] = [:]
  /// How often each request came; kept only for faults that change their mind.
  private var asked: [HTTPRequest: Int] = [:]
  private var tables: [ListOperation: Table]
  private var source: SplitMix64
  /// The tokens that are good now.
  private var tokens: Set<String>
  private var disruption: Disruption

  init(_ configuration: MockRegistry.Configuration) {
    self.configuration = configuration
    source = SplitMix64(state: configuration.seed)
    tokens = Set([MockRegistry.Facts.only["token"]].compactMap(\.self))
    disruption = Disruption(configuration.interferences)
    tables = Inventory.tables(rows: configuration.rows)
  }

  /// Counts a request in, lets the data move if it is time, and hands out what the answer needs.
  mutating func turn(_ list: ListOperation?, by request: HTTPRequest) -> Turn {
    serial += 1
    let interference = disruption.refusal(of: request, for: list)
    if interference == nil, let token = request.headers["X-Auth-Token"], tokens.contains(token),
      disruption.tokensRunOut()
    {
      tokens = []
    }
    var turn = Turn(
      id: requestID, validator: CredentialValidator(tokens: tokens, now: configuration.clock()),
      interference: interference, delay: disruption.delay)
    if let list, list.isJudged { visit(list, by: request, &turn) }
    turn.tables = tables
    return turn
  }

  /// Makes a token that is good from now on.
  mutating func issueToken() -> String {
    let token = "mock.\(requestID).issued-by-the-mock-registry"
    tokens.insert(token)
    return token
  }

  private mutating func visit(_ list: ListOperation, by request: HTTPRequest, _ turn: inout Turn) {
    let visit = visits[list, default: 0]
    visits[list] = visit + 1
    if let churn = configuration.churn, churn > 0, visit % churn == churn - 1 {
      tables[list.origin ?? list]?.churn(using: &source)
    }
    turn.visit = visit
    guard configuration.fault?.list == list else { return }
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
  /// The rows of every list of the registry's facts as they are at this moment.
  var tables: [ListOperation: Table] = [:]
}
