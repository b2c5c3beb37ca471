// SPDX-License-Identifier: Apache-2.0
// What somebody between a client and its server has seen so far, as a recording that grows.

public import Conformance
public import Contract
public import Wire

/// One exchange of others, as it passed.
public struct PassedExchange: Sendable {
  /// As the client sent it, with what proves who asks.
  public var request: HTTPRequest
  /// The same as it may be shown.
  public internal(set) var shown: HTTPRequest
  /// By what requests of one caller are told from those of another, without any secret; nil where
  /// nobody says who asks, or ``PassingMask`` has not been there.
  public internal(set) var caller: String?
  /// As the client reads it, decoded.
  public var result: Result<HTTPResponse, TransportFailure>
  /// When it was sent, in seconds since 1970.
  public var start: Double
  /// From the first byte sent to the last byte received, in seconds.
  public var seconds: Double

  public init(
    request: HTTPRequest, result: Result<HTTPResponse, TransportFailure>, start: Double,
    seconds: Double
  ) {
    (self.request, self.result, self.start, self.seconds) = (request, result, start, seconds)
    shown = request
  }
}

/// Exchanges that passed, kept in memory with their bodies until they are judged.
public struct PassingSession: Sendable {
  /// How many exchanges have passed, those of no list included.
  public private(set) var count = 0
  /// What the bodies of the kept ones weigh, in bytes.
  public private(set) var byteCount = 0
  /// How many exchanges are kept.
  public var keptCount: Int { entries.count }
  private var entries: [HAREntry] = []
  private var omissions = Omissions()
  private let endpoint: String
  private let operations: [Contract.Operation]
  private let profile: Profile

  /// - Parameter endpoint: To which all of them go.
  public init(to endpoint: String, _ operations: [Contract.Operation], of profile: Profile) {
    (self.endpoint, self.operations, self.profile) = (endpoint, operations, profile)
  }

  /// Keeps an exchange, if it is about a list of the contract.
  ///
  /// - Returns: Whether it was kept.
  @discardableResult
  public mutating func keep(_ exchange: PassedExchange) -> Bool {
    count += 1
    do throws(Omission) {
      let entry = try HAREntry(exchange, to: endpoint, by: profile.credentials)
      guard try operations.map(\.path).have(endOf: entry.url.path) else { return false }
      entries.append(entry)
      byteCount += (try? exchange.result.get().body.count) ?? 0
      return true
    } catch {
      omissions.count(error)
      return false
    }
  }

  /// What can be judged so far.
  ///
  /// - Parameter known: What a person says of the target.
  public func recorded(_ known: [Fact: String]) -> RecordedSession {
    RecordedSession(
      passed: HARFile(passed: entries, omissions, of: count, profile), operations, of: profile,
      .init(endpoint: endpoint, facts: known))
  }
}
