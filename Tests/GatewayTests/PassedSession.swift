// SPDX-License-Identifier: Apache-2.0
// A session of a client with the mock, as a gateway sees it, and what is said of it.

import Conformance
import Contract
import EmbeddedTarget
import Foundation
import Gateway
import LiveTransport
import MockRegistry
import Recording
import SWRSpecs
import Synchronization
import Wire

/// Everything that one plan asks of a mock, exchange by exchange.
struct PassedSession {
  /// Of one operation, which is planned in no time.
  let suite: ConformanceSuite
  var exchanges: [PassedExchange]
  let facts: TargetFacts
  let token: String

  /// - Parameter operation: Its cases are asked and judged.
  init(_ configuration: MockRegistry.Configuration = .init(), _ operation: String) async {
    let registry = MockRegistry(configuration)
    suite = ConformanceSuite(Catalog.operations.filter { $0.id == operation }, .swr)
    let facts = TargetFacts(of: registry, for: .swr)
    let token = registry.facts["token"] ?? ""
    let log = Mutex<[PassedExchange]>([])
    let run = Run(
      suite.plan(against: facts),
      over: EmbeddedTransport(registry, for: .swr, waits: false), concurrency: 1
    ) { exchange in
      log.withLock { log in
        let start = 1_700_000_000 + Double(log.count)
        log.append(
          PassedExchange(
            request: HTTPRequest(exchange, token), result: exchange.result, start: start, seconds: 0
          ))
      }
    }
    _ = await run.results()
    (self.facts, self.token) = (facts, token)
    exchanges = log.withLock { $0 }
  }

  /// What the judge says when all has passed, and what it told before.
  func judged(
    window: TrafficJudge.Window = .init(),
    keep: @escaping @Sendable (PassedExchange) -> Void = { _ in }
  ) async -> (judgement: TrafficJudge.Judgement, events: [TrafficJudge.Event]) {
    let events = Mutex<[TrafficJudge.Event]>([])
    let judge = TrafficJudge(
      suite, of: facts, window: window, keep: keep,
      tell: { event in events.withLock { $0.append(event) } })
    exchanges.forEach(judge.put)
    return (await judge.judgement(isFinal: true), events.withLock { $0 })
  }
}

extension HTTPRequest {
  /// As a client would send it that has a token.
  fileprivate init(_ exchange: Exchange, _ token: String) {
    self = exchange.request.httpRequest
    headers["Host"] = "127.0.0.1:8080"
    switch exchange.request.credential {
    case .own: headers["X-Auth-Token"] = token
    case .wrong: headers["X-Auth-Token"] = Profile.swr.wrongToken
    case .empty: headers["X-Auth-Token"] = ""
    case .blank: headers["X-Auth-Token"] = Credential.blankToken
    case .absent, .other, .mistyped: break
    case .altered, .misplaced, .outdated:
      headers["Authorization"] =
        "SDK-HMAC-SHA256 Access=key, SignedHeaders=host, Signature=\(UUID())"
    }
  }
}

extension [CaseResult] {
  func ids(_ outcome: Verdict.Outcome) -> Set<String> {
    Set(filter { $0.verdict.outcome == outcome }.map(\.id))
  }
}
