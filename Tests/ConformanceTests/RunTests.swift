// SPDX-License-Identifier: Apache-2.0
// What is sent, how often, and what is said where a baseline request is refused or data moves.

import Contract
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Synchronization
import Testing
import Wire

@testable import Conformance

@Suite struct DoorTests {
  typealias Row = (response: HTTPResponse, access: Contract.Operation.Access, outcome: String?)

  static let unpublished = HTTPResponse(404, #"{"error_code":"APIGW.0101","error_msg":"no"}"#)
  static let baselineRequests: [Row] = [
    (.rows([]), .everyTenant, nil), (HTTPResponse(500, "{}"), .everyTenant, nil),
    (HTTPResponse(401, "{}"), .everyTenant, "not let in: status 401"),
    (HTTPResponse(401, "{}"), .allowListed, "not let in: status 401"),
    (HTTPResponse(407, "{}"), .everyTenant, "not let in: status 407 from a proxy"),
    (
      HTTPResponse(429, "{}"), .allowListed,
      "not reached: status 429, too many requests; ask more slowly with --rate"
    ),
    (HTTPResponse(403, "{}"), .everyTenant, "not let in: status 403"),
    (HTTPResponse(403, "{}"), .allowListed, "not enabled for this tenant: status 403"),
    (
      unpublished, .everyTenant,
      "not found: the gateway knows no such operation: APIGW.0101 no; it may not be published in "
        + "this region, or the path of the endpoint is wrong"
    ),
    (unpublished, .allowListed, "not enabled for this tenant: status 404: APIGW.0101 no"),
    (HTTPResponse(404, #"{"error_code":"SWR.404001","error_msg":"no"}"#), .allowListed, nil),
  ]

  @Test(arguments: baselineRequests)
  func `a baseline request that is refused says why`(
    response: HTTPResponse, access: Contract.Operation.Access, reason: String?
  ) {
    var operation = Contract.Operation.sample()
    operation.access = access
    let decision = BaselineDecision(operation, Reading(response, of: operation), isClaimed: false)
    let verdict: Verdict? = if case .closed(let verdict) = decision { verdict } else { nil }
    #expect(verdict?.reason == reason)
    let isSkipped = reason?.hasPrefix("not enabled") == true
    #expect(verdict?.outcome == (isSkipped ? .skipped : reason == nil ? nil : .inconclusive))
  }

  @Test(arguments: [
    (Fact.otherInstanceID, "instance_id", "ListInstance has no row whose id is 4711"),
    (.otherNamespaceName, "namespace_name", "ListInstanceNamespaces has no row whose name is "),
    (.otherRetentionPolicyID, "policy_id", "ListInstanceRetentionPolicies has no row whose id is "),
  ])
  func `what is not found under a parent that is not there says nothing`(
    other: Fact, parent: String, reason: String
  ) async {
    let registry = MockRegistry()
    let rule = "ListInstanceRetentionPolicyExecTasks.errors.other-\(parent)"
    func verdict(of facts: TargetFacts, _ operations: [Contract.Operation]) async -> Verdict? {
      let plan = Plan(for: operations, against: facts, selection: Selection(only: [rule]))
      return await Run(plan, over: EmbeddedTransport(registry, for: .swr, waits: false))
        .results().first?.verdict
    }
    var facts = TargetFacts(of: registry, for: .swr)
    #expect(await verdict(of: facts, Catalog.operations)?.outcome == .passed)
    facts.values[other] = "4711"
    let told = await verdict(of: facts, Catalog.operations)
    #expect(told?.outcome == .inconclusive && told?.reason?.contains(reason) == true)
    // A list of parents that nobody can read keeps nobody from asking.
    #expect(
      await verdict(of: facts, [.listInstanceRetentionPolicyExecTasks])?.outcome == .passed)
  }

  @Test func `who claims GC is held to it`() async throws {
    let registry = MockRegistry(.init(variants: try [#require(Variant.named("gc-not-enabled"))]))
    let plan = Plan(
      for: [.listGcTasks], against: TargetFacts(of: registry, for: .swr),
      selection: Selection(
        only: ["ListGcTasks.shape.status-200"], claimedOperations: ["ListGcTasks"]))
    let results = await Run(plan, over: EmbeddedTransport(registry, for: .swr, waits: false))
      .results()
    #expect(results.map(\.verdict.outcome) == [.failed])
    #expect(ExitCode(of: results) == .failed)
  }

  @Test(arguments: ["gc-not-enabled", "gc-not-published"])
  func `where GC is not enabled its cases are skipped and the others judged`(
    variant: String
  ) async throws {
    let registry = MockRegistry(
      .init(variants: try [#require(Variant.named(variant))]))
    let log = CountingTransport(EmbeddedTransport(registry, for: .swr, waits: false))
    let plan = Plan(
      for: [.listGcTasks, .listInstanceJobs], against: TargetFacts(of: registry, for: .swr),
      selection: Selection(claims: [.shape]))
    let results = await Run(plan, over: log).results()
    let gc = results.filter { $0.operation == "ListGcTasks" && $0.level == .shape }
    #expect(gc.count > 20)
    #expect(gc.allSatisfy { $0.verdict.reason?.hasPrefix("not enabled for this tenant") == true })
    #expect(log.lines.count { $0.contains("/system/gc") } == 1)
    #expect(ExitCode(of: results) == .passed)
  }

  @Test(arguments: [
    ("gc-not-enabled", "not let in: status 403"), ("gc-not-published", "not found: "),
  ])
  func `where nothing else was shown to us GC is not called disabled`(
    variant: String, reason: String
  ) async throws {
    let registry = MockRegistry(.init(variants: try [#require(Variant.named(variant))]))
    for part in [nil, Report.Part(try #require(Shard(1, of: 1)), of: "", options: [])] {
      let whole = Selection(only: ["ListGcTasks.shape"])
      let selection = part.map { whole.limited(to: $0, among: Catalog.operations) } ?? whole
      let plan = Plan(
        for: [.listGcTasks], against: TargetFacts(of: registry, for: .swr), selection: selection)
      let results = await Run(
        plan, over: EmbeddedTransport(registry, for: .swr, waits: false)
      ).results()
      let told = part == nil ? reason : "not enabled for this tenant"
      #expect(results.allSatisfy { $0.verdict.reason?.hasPrefix(told) == true })
      #expect(ExitCode(of: results, isPart: part != nil) == (part == nil ? .unreachable : .passed))
    }
  }

  @Test func `a list that is cut behind its first page fails no case`() async {
    let registry = MockRegistry(.init(rows: 1000))
    let plan = Plan(
      for: Catalog.operations, against: TargetFacts(of: registry, for: .swr),
      selection: Selection(pages: 1))
    let results = await Run(
      plan, over: EmbeddedTransport(registry, for: .swr, waits: false)
    ).results()
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    #expect(results.count(.inconclusive) > 10)
  }

  @Test func `a token that is not taken costs one request for each operation`() async {
    let log = CountingTransport { _ in
      .success(HTTPResponse(401, #"{"error_code":"APIGW.0301","error_msg":"no"}"#))
    }
    let plan = Plan(for: Catalog.operations, against: .sample)
    let results = await Run(plan, over: log).results()
    #expect(log.lines.count == Catalog.operations.count)
    let locked = Verdict.inconclusive(.unauthenticated("status 401: APIGW.0301 no", status: 401))
    #expect(results.filter { $0.verdict.outcome != .skipped }.allSatisfy { $0.verdict == locked })
    #expect(results.allSatisfy { $0.findings.isEmpty })
    #expect(ExitCode(of: results, strict: true, allowEmpty: true) == .unreachable)
  }

  @Test func `a server that is not there costs one request`() async {
    let failure = TransportFailure(.refused, "127.0.0.1:9 refused the connection")
    let log = CountingTransport { _ in .failure(failure) }
    let results = await Run(Plan(for: Catalog.operations, against: .sample), over: log).results()
    #expect(log.lines.count == 1)
    #expect(
      results.first?.verdict == .inconclusive(.unreachable("127.0.0.1:9 refused the connection")))
    #expect(ExitCode(of: results) == .unreachable)
  }
}

@Suite struct RunTests {
  @Test func `each distinct request is sent once`() async {
    let registry = MockRegistry()
    let log = CountingTransport(EmbeddedTransport(registry, for: .swr))
    let selection = Selection(claims: [.shape, .errors])
    let plan = Plan(
      for: Catalog.operations, against: TargetFacts(of: registry, for: .swr), selection: selection)
    let run = Run(plan, over: log, concurrency: 8)
    let results = await run.results()
    #expect(ExitCode(of: results) == .passed)
    // One object is asked for again where a list would be asked for another page.
    let twice = Catalog.operations.count(where: \.paging.isObject)
    #expect(Set(log.lines).count == log.lines.count - twice)
    #expect(run.requestCount == log.lines.count)
    for planned in plan.cases { _ = await run.result(of: planned.id) }
    #expect(run.requestCount == log.lines.count)
    #expect(Set(log.lines).count == log.lines.count - twice, "and not again for a single case")
  }

  /// Judges rows against total where the n-th visit of a page is made up on the spot.
  private func verdict(
    _ page: @escaping @Sendable (_ visit: Int, _ query: Probe.Request) -> HTTPResponse
  ) async -> Verdict? {
    let visits = Mutex<[String: Int]>([:])
    let transport = CountingTransport { request in
      let visit = visits.withLock { visits in
        visits[request.target, default: 0] += 1
        return visits[request.target]!
      }
      let query = request.query.map { Probe.Parameter($0.name, encoded: $0.value ?? "") }
      return .success(page(visit, Probe.Request(path: request.path, query: query)))
    }
    let plan = Plan(for: [.sample()], against: .sample, checks: [.rowsEqualTotal])
    return await Run(plan, over: transport, concurrency: 1).results().first?.verdict
  }

  @Test func `a total that is always wrong breaks the contract`() async {
    let verdict = await verdict { _, query in RowList(rows: 23, total: 24).answer(query) }
    #expect(verdict == .failed(asserted: 69))
  }

  @Test func `a total that was wrong once is not held against anybody`() async {
    let verdict = await verdict { visit, query in
      RowList(rows: 23, total: visit == 1 ? 24 : 23).answer(query)
    }
    #expect(verdict == .passed(asserted: 69))
  }

  @Test func `a list that grows while it is read decides nothing`() async {
    let verdict = await verdict { visit, query in
      RowList(rows: 23 + visit, total: 22 + visit).answer(query)
    }
    guard case .inconclusive(.dataMoved(let what)) = verdict else {
      Issue.record("the verdict is \(String(describing: verdict))")
      return
    }
    #expect(what == "total 23 → 25")
  }
}

/// A transport that notes what is sent through it.
final class CountingTransport: Transport {
  private let log = Mutex<[String]>([])
  private let answer:
    @Sendable (HTTPRequest, Credential) async -> Result<HTTPResponse, TransportFailure>

  /// Hands every request on.
  init(_ other: any Transport) {
    answer = { request, credential in
      do throws(TransportFailure) {
        return .success(try await other.send(request, as: credential))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Makes every answer up.
  init(_ answer: @escaping @Sendable (HTTPRequest) -> Result<HTTPResponse, TransportFailure>) {
    self.answer = { request, _ in answer(request) }
  }

  /// Credential, method and target of each request, in the order sent.
  var lines: [String] { log.withLock { $0 } }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    log.withLock { $0.append("\(credential) \(request.method) \(request.target)") }
    return try await answer(request, credential).get()
  }
}
