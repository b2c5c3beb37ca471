// SPDX-License-Identifier: Apache-2.0
// Runs that come to no proper end: interrupted, used up, cut off, or with the service away.

import Contract
import Synchronization
import Testing
import Wire

@testable import Conformance

@Suite struct GivingUpTests {
  @Test func `an interrupted run judges what it knows and names the rest`() async {
    let (asked, ask) = AsyncStream<Void>.makeStream()
    let registry = CountingTransport { _ in .success(.rows(["1"])) }
    let stalling = StallingTransport(registry, told: ask) { $0.contains("limit=0") }
    let plan = Plan(for: [.sample()], against: .sample, checks: [.listIsAnswered, .badLimit])
    let run = Run(plan, over: stalling, concurrency: 1)
    async let judged = run.results()
    for await _ in asked.prefix(1) { run.giveUp(judgingFor: .seconds(600)) }
    let results = await judged
    let interrupted = Verdict.inconclusive(.givenUp("the run was interrupted"))
    #expect(results.first?.id == "Sample.shape.status-200")
    #expect(results.first?.verdict.outcome == .passed)
    #expect(results.count > 1 && results.dropFirst().allSatisfy { $0.verdict == interrupted })
    #expect(ExitCode(of: results) == .unreachable)
  }

  @Test func `nothing is sent once a run is given up`() async {
    let log = CountingTransport { _ in .success(.rows([])) }
    let run = Run(Plan(for: [.sample()], against: .sample), over: log)
    run.giveUp(judgingFor: .seconds(600))
    let results = await run.results()
    #expect(log.lines == [])
    let reasons = Set(results.map(\.verdict.reason))
    #expect(reasons.contains("given up: the run was interrupted"))
    #expect(results.allSatisfy { [.inconclusive, .skipped].contains($0.verdict.outcome) })
  }

  @Test func `a request that alone makes the service fail is held against it`() async {
    let log = CountingTransport { request in
      .success(request.target.contains("limit=0") ? HTTPResponse(503, "{}") : .rows(["1"]))
    }
    let results = await errors(over: log)
    #expect(results["Sample.errors.no-server-error"]?.outcome == .failed)
    #expect(results["Sample.errors.limit-zero"]?.outcome == .failed)
    #expect(log.lines.count { !$0.contains("?") && $0.hasSuffix("/rows/7") } > 1)
  }

  @Test func `a service that goes away in the middle is not held against it`() async {
    let visits = Mutex(0)
    let log = CountingTransport { _ in
      let visit = visits.withLock { visits in
        visits += 1
        return visits
      }
      return .success(visit == 1 ? .rows(["1"]) : HTTPResponse(502, "{}"))
    }
    let results = await errors(over: log)
    #expect(!results.values.contains { $0.outcome == .failed || $0.outcome == .warned })
    let told = results["Sample.errors.no-server-error"]?.reason ?? ""
    #expect(told.hasPrefix("not reached: status 502, to the plain request too"))
  }

  @Test func `a service that is away costs one request and is not reached`() async {
    let log = CountingTransport { _ in .success(HTTPResponse(504, "{}")) }
    let results = await errors(over: log)
    #expect(log.lines.count == 1)
    #expect(results.values.allSatisfy { $0.outcome == .inconclusive || $0.outcome == .skipped })
  }

  @Test func `a body without end is not read again for each case`() async {
    let failure = TransportFailure(.tooLarge, "h sent a body of more than 9 bytes")
    let log = CountingTransport { _ in .failure(failure) }
    let results = await errors(over: log)
    #expect(log.lines.count == 1)
    #expect(results["Sample.errors.limit-zero"] == .inconclusive(.unreachable(failure.description)))
  }

  private func errors(over transport: any Transport) async -> [String: Verdict] {
    let plan = Plan(
      for: [.sample()], against: .sample, selection: Selection(claims: [.errors]))
    let results = await Run(plan, over: transport, concurrency: 1).results()
    return Dictionary(uniqueKeysWithValues: results.map { ($0.id, $0.verdict) })
  }
}

@Suite struct RedirectionTests {
  @Test(arguments: [
    ("https://other.example/login", "https://other.example/login"), ("/login", "/login"),
    ("https://user:word@other.example/a@b", "https://…@other.example/a@b"),
    ("//user@other.example", "//…@other.example"),
    ("https://other.example/?token=secret#x", "https://other.example/?…"),
    ("/a#token", "/a#…"), ("https://u:p?x@y@z/", "https://u:p?…"),
  ])
  func `the place is told without what may be secret`(place: String, told: String) {
    let response = HTTPResponse(status: 302, headers: ["Location": place])
    #expect(Reading(response).response?.redirection == told)
  }

  @Test func `a list that leads elsewhere fails and says where to`() throws {
    let response = HTTPResponse(status: 307, headers: ["Location": "https://other.example/?k=s"])
    let result = try Check.listIsAnswered.result(answering: response)
    #expect(result.verdict.outcome == .failed)
    #expect(
      result.findings.map(\.received.description) == ["status 307 to https://other.example/?…"])
  }

  @Test func `an answer that stays has no place to go`() {
    let granted = Reading(HTTPResponse(status: 200, headers: ["Location": "/a"]))
    #expect(granted.response?.redirection == nil)
    #expect(Reading(HTTPResponse(status: 304)).response?.redirection == nil)
  }
}

/// Hands requests on but for some, which it never answers.
private struct StallingTransport: Transport {
  let other: any Transport
  /// Told of each request that is left waiting.
  let told: AsyncStream<Void>.Continuation
  let stalls: @Sendable (String) -> Bool

  init(
    _ other: any Transport, told: AsyncStream<Void>.Continuation,
    _ stalls: @escaping @Sendable (String) -> Bool
  ) {
    (self.other, self.told, self.stalls) = (other, told, stalls)
  }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    guard stalls(request.target) else { return try await other.send(request, as: credential) }
    told.yield()
    try? await Task.sleep(for: .seconds(3600))
    throw TransportFailure(.other, "nobody answered")
  }
}
