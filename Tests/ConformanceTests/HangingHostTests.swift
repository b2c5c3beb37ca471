// SPDX-License-Identifier: Apache-2.0
// A host that never answers is waited for once, however many operations there are.

import Contract
import SWRSpecs
import Synchronization
import Testing
import Wire

@testable import Conformance

@Suite struct HangingHostTests {
  @Test(arguments: [1, 4, 16])
  func `a host that cannot be reached is asked once`(concurrency: Int) async {
    for kind in [TransportFailure.Kind.timedOut, .refused, .unknownHost, .tls, .proxy] {
      let transport = FailingTransport { _ in TransportFailure(kind, "no way") }
      let results = await Run(
        Plan(for: Catalog.operations, against: .sample), over: transport, concurrency: concurrency
      ).results()
      #expect(transport.count == 1)
      #expect(ExitCode(of: results) == .unreachable)
      #expect(results.allSatisfy { [.inconclusive, .skipped].contains($0.verdict.outcome) })
      #expect(Set(results.map(\.operation)).count == Catalog.operations.count)
    }
  }

  @Test func `a connection that was closed once says nothing of the other operations`() async {
    let transport = FailingTransport { _ in TransportFailure(.closed, "gone") }
    _ = await Run(Plan(for: Catalog.operations, against: .sample), over: transport).results()
    #expect(transport.count >= Catalog.operations.count)
  }

  @Test func `a host that has answered is asked on, whatever hangs later`() async {
    let transport = FailingTransport { $0 == 1 ? nil : TransportFailure(.timedOut, "slow") }
    _ = await Run(Plan(for: Catalog.operations, against: .sample), over: transport).results()
    #expect(transport.count >= Catalog.operations.count)
  }

  @Test func `a file is asked for everything, since nobody waits for it`() async {
    let transport = FailingTransport(atOnce: true) { _ in TransportFailure(.timedOut, "slow") }
    _ = await Run(Plan(for: Catalog.operations, against: .sample), over: transport).results()
    #expect(transport.count == Catalog.operations.count)
  }
}

/// Fails by the number of the request, and answers with an empty list where it does not.
private final class FailingTransport: Transport {
  private let failure: @Sendable (Int) -> TransportFailure?
  private let requests = Mutex(0)
  let answersAtOnce: Bool

  init(atOnce: Bool = false, _ failure: @escaping @Sendable (Int) -> TransportFailure?) {
    self.failure = failure
    answersAtOnce = atOnce
  }

  var count: Int { requests.withLock { $0 } }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let number = requests.withLock { requests in
      requests += 1
      return requests
    }
    if let failure = failure(number) { throw failure }
    return HTTPResponse(status: 200, body: Array(#"{"total":0,"jobs":[],"tasks":[]}"#.utf8))
  }
}
