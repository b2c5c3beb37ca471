// SPDX-License-Identifier: Apache-2.0
// Puts the mock registry where a server would be, without a socket between.

public import Conformance
public import Contract
import Loopback
public import MockRegistry
import Redaction
public import Wire

/// A transport whose other end is a mock registry in the same process.
public struct EmbeddedTransport: Transport {
  let registry: MockRegistry
  let waits: Bool
  private let redaction: Redaction
  private let profile: Profile

  /// - Parameter waits: Whether a slow answer is waited for, or taken at once and said to be late.
  public init(_ registry: MockRegistry, for profile: Profile, waits: Bool = true) {
    self.profile = profile
    self.registry = registry
    self.waits = waits
    let token = registry.facts["token"] ?? ""
    redaction = Redaction(for: profile, secrets: [token, Credential.mistyped(token)])
  }

  public var answersAtOnce: Bool { true }

  /// Asks the registry, and fails as a client of a socket would where the delivery is not whole.
  public func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let answer = registry.answer(signed(request, as: credential))
    if waits, answer.delay > .zero { try? await Task.sleep(for: answer.delay) }
    var response = redaction.redacted(try received(answer))
    if !waits, answer.delay > .zero { response.phases = .all(in: answer.delay) }
    return response
  }

  /// The request with what it shows to be let in, right or wrong.
  private func signed(_ request: HTTPRequest, as credential: Credential) -> HTTPRequest {
    var shown = request
    switch credential {
    case .own: shown.headers[profile.credentials.header] = registry.facts["token"]
    case .absent, .other: shown.headers[profile.credentials.header] = nil
    case .wrong: shown.headers[profile.credentials.header] = profile.wrongToken
    case .empty: shown.headers[profile.credentials.header] = ""
    case .blank: shown.headers[profile.credentials.header] = Credential.blankToken
    case .mistyped:
      shown.headers[profile.credentials.header] = registry.facts["token"].map(Credential.mistyped)
    case .altered:
      shown = registry.signed(request)
      shown.headers["Authorization"] = shown.headers["Authorization"].map { text in
        text.dropLast() + (text.hasSuffix("0") ? "1" : "0")
      }
    case .misplaced:
      shown.target = Credential.otherTarget(than: request)
      shown = registry.signed(shown)
      shown.target = request.target
    case .outdated: shown = registry.signed(request, age: Credential.outdatedAge)
    }
    return shown
  }

  private func received(_ answer: LoopbackAnswer) throws(TransportFailure) -> HTTPResponse {
    var response = answer.response
    switch answer.delivery {
    case .whole, .chunked:
      return response
    case .gzip:
      response.headers["Content-Encoding"] = "gzip"
      response.arrival = HTTPResponse.Arrival(oddities: [.init(.compressed, "gzip")])
      return response
    case .twice:
      response.arrival = HTTPResponse.Arrival(
        oddities: [.init(.bytesBehind, "more bytes than the answer has")])
      return response
    case .closed:
      throw TransportFailure(.closed, "the mock registry closed the connection without an answer")
    case .truncated(let count):
      throw Self.truncation(after: count, of: response.body.count)
    case .misdeclared(let length) where length > response.body.count:
      throw Self.truncation(after: response.body.count, of: length)
    case .misdeclared(let length):
      response.body = Array(response.body.prefix(length))
      return response
    }
  }

  private static func truncation(after count: Int, of length: Int) -> TransportFailure {
    TransportFailure(
      .truncated,
      "the mock registry closed the connection after \(count) of \(length.counted("byte"))")
  }
}

extension ExchangePhases {
  /// Those of an answer for which a client would have waited that long.
  fileprivate static func all(in delay: Duration) -> ExchangePhases {
    let seconds = delay / .seconds(1)
    return ExchangePhases(
      nameLookup: 0, connect: 0, tls: 0, firstByte: seconds, lastByte: seconds)
  }
}
