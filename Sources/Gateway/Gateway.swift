// SPDX-License-Identifier: Apache-2.0
// Stands between a client and its registry: requests out, answers back, and what passed is told.

import Conformance
import Contract
public import LiveTransport
import Loopback
public import Recording
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A gateway (RFC 9110, 3.7) on 127.0.0.1 to one endpoint; it lives until it is stopped.
///
/// Nothing is changed but what belongs to a connection: see ``PassingFields``. An answer is handed on
/// when it is whole; one that does not come whole becomes a 502 or 504 of the gateway's own, with a
/// field `Proxy-Status` (RFC 9209) that names it.
public final class Gateway: Sendable {
  private let server: LoopbackServer

  /// The start of every URL that clients are given, without a slash at the end.
  public var endpoint: String { server.endpoint }

  /// - Parameters:
  ///   - port: 0 takes a free one.
  ///   - seen: Is told of each exchange before its client is, from any thread; must not block.
  /// - Throws: Why there is no server, or no libcurl.
  public init(
    to target: Target, port: UInt16 = 0, limits: CurlTransport.Limits,
    seen: @escaping @Sendable (PassedExchange) -> Void
  ) throws {
    let passage = Passage(
      relay: try CurlRelay(target: target, limits: limits), fields: PassingFields(to: target),
      name: target.facts.profile.suite.name, seen: seen)
    server = try LoopbackServer(port: port) { asker in
      Task(executorPreference: passage.relay.executor) { await passage.serve(asker) }
    }
  }

  /// Closes the listener and all connections.
  public func stop() { server.stop() }
}

/// One request on its way through.
private struct Passage: Sendable {
  let relay: CurlRelay
  let fields: PassingFields
  /// By which the gateway calls itself.
  let name: String
  let seen: @Sendable (PassedExchange) -> Void

  func serve(_ asker: LoopbackServer.Asker) async {
    var request = asker.request
    if let authority = asker.authority {
      guard fields.leads(to: authority) else {
        return asker.answer(
          own(421, "http_request_denied", "this gateway leads to \(fields.host) and nowhere else"))
      }
      request.target = fields.withoutPrefix(request.target)
    }
    let (start, clock) = (Date().timeIntervalSince1970, ContinuousClock.now)
    func tell(_ result: Result<HTTPResponse, TransportFailure>) {
      seen(
        PassedExchange(
          request: request, result: result, start: start,
          seconds: (ContinuousClock.now - clock) / .seconds(1)))
    }
    do throws(TransportFailure) {
      let answer = try await relay.answer(to: fields.passed(request))
      tell(.success(answer.response.asAsked(by: request)))
      asker.relay(RelayedAnswer(answer, to: request.method))
    } catch {
      tell(.failure(error))
      let status: HTTPResponse.Status = error.kind == .timedOut ? 504 : 502
      asker.answer(own(status, error.kind.proxyError, error.description))
    }
  }

  /// An answer of the gateway's own, which no client can take for the registry's.
  private func own(
    _ status: HTTPResponse.Status, _ error: String, _ sentence: String
  ) -> HTTPResponse {
    let shown = sentence.unicodeScalars.map { (0x20...0x7E).contains($0.value) ? $0 : "?" }
    let details = String(String.UnicodeScalarView(shown)).flatMap { character in
      "\"\\".contains(character) ? "\\\(character)" : "\(character)"
    }
    return HTTPResponse(
      status: status,
      headers: [
        "Content-Type": "text/plain; charset=utf-8",
        "Proxy-Status": "\(name); error=\(error); details=\"\(String(details))\"",
      ],
      body: Array("\(name): \(sentence)\n".utf8))
  }
}

extension TransportFailure.Kind {
  /// The error type of RFC 9209, 2.3.
  fileprivate var proxyError: String {
    switch self {
    case .unknownHost: "dns_error"
    case .refused: "connection_refused"
    case .unreachable: "connection_timeout"
    case .tls: "tls_protocol_error"
    case .closed: "connection_terminated"
    case .truncated: "http_response_incomplete"
    case .timedOut: "http_response_timeout"
    case .malformed: "http_protocol_error"
    case .tooLarge: "http_response_body_size"
    case .proxy, .other, .notRecorded, .notKept, .givenUp, .unauthorized: "proxy_internal_error"
    }
  }
}

extension HTTPResponse {
  /// The answer without remarks on a coding that the client has asked for, or not forbidden.
  fileprivate func asAsked(by request: HTTPRequest) -> HTTPResponse {
    let wishes = request.headers.values(of: "Accept-Encoding").joined(separator: ",")
    guard var arrival, wishes.lowercased().filter({ $0 != " " }) != "identity" else { return self }
    var answer = self
    for oddity in arrival.oddities where oddity.kind == .unknownCoding {
      answer.gaps.body = "its body is coded as \(oddity.detail), which is not read here"
    }
    arrival.oddities.removeAll { [.compressed, .unknownCoding].contains($0.kind) }
    answer.arrival = arrival
    return answer
  }
}
