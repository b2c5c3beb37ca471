// SPDX-License-Identifier: Apache-2.0
// A run against each hostility: nothing is passed or failed that is not, and the run survives.

import Conformance
import Contract
import Foundation
import Loopback
import MockRegistry
import SWRSpecs
import Testing
import Wire

@testable import LiveTransport

@Suite(.serialized, .timeLimit(.minutes(30)))
struct HostileServerTests {
  @Test(arguments: Hostility.framing + Hostility.heads + Hostility.codings)
  func `a run says of HTTP/1.1 what is true`(hostility: Hostility) async throws {
    try await expect(hostility)
  }

  @Test(arguments: Hostility.breaks)
  func `a run says of a broken answer what is true`(hostility: Hostility) async throws {
    try await expect(hostility)
  }

  @Test(arguments: Hostility.frames)
  func `a run says of HTTP/2 what is true`(hostility: Hostility) async throws {
    try await expect(hostility)
  }

  @Test func `there are at least 150 of them, no two alike`() {
    let all = [
      Hostility.framing, Hostility.heads, Hostility.codings, Hostility.breaks, Hostility.frames,
    ]
    let names = all.flatMap { $0.map(\.testDescription) }
    #expect(Set(names).count == names.count)
    #expect(names.count >= 150, "\(names.count)")
  }

  private func expect(_ hostility: Hostility) async throws {
    let healthy = try await Self.healthy.value
    let results = try await Self.results(hostility)
    let failed = Set(results.filter { $0.verdict.outcome == .failed }.map(\.rule))
    let changed = results.filter { healthy[$0.id] != $0.verdict.outcome }
    let told = changed.map { result in
      ([result.id, result.verdict.outcome.rawValue, result.verdict.reason ?? ""]
        + result.findings.map(\.summary)).joined(separator: " ")
    }.joined(separator: "\n")
    func expect(_ holds: Bool) {
      #expect(holds, "\(hostility.verdict)\n\(told)", sourceLocation: hostility.place)
    }
    switch hostility.verdict {
    case .passes:
      expect(changed.isEmpty)
    case .warns(let rule, let words):
      expect(failed.isEmpty && changed.allSatisfy { $0.rule == rule } && told.contains(words))
    case .fails(let rules, let words):
      let alternatives = rules.split(separator: " or ").map { rules in
        Set(rules.split(separator: ", ").map(String.init))
      }
      expect(alternatives.contains(failed) && told.contains(words))
    case .inconclusive(let words):
      expect(
        failed.isEmpty && told.contains(words)
          && changed.allSatisfy { $0.verdict.outcome == .inconclusive })
    }
  }

  /// What is said of a server that does nothing of the kind.
  private static let healthy = Task {
    let said = try await results(Hostility("nothing", "", times: 0, .passes))
    return Dictionary(uniqueKeysWithValues: said.map { ($0.id, $0.verdict.outcome) })
  }

  private static func results(_ hostility: Hostility) async throws -> [CaseResult] {
    let registry = MockRegistry(.init(rows: 12))
    let server = try HostileServer(hostility) { request in
      var page = request
      if hostility.speaksHTTP2 { page = Self.victim(registry) }
      return registry.answer(page).response
    }
    defer { withExtendedLifetime(server) {} }
    var limits = CurlTransport.Limits()
    limits.bodyBytes = 1 << 20
    if case .hangs = hostility.ending { limits.patience = .seconds(1) }
    var target = try Self.target(of: registry, at: server.endpoint)
    var transport: any Transport = try CurlTransport(target: target, limits: limits)
    if hostility.speaksHTTP2 {
      target.route.version = .http2
      let healthy = try HostileServer(Hostility("nothing", "", times: 0, .passes)) {
        registry.answer($0).response
      }
      transport = Divided(
        victim: try CurlTransport(target: target, limits: limits),
        others: try CurlTransport(target: Self.target(of: registry, at: healthy.endpoint)), healthy)
    }
    let plan = Plan(
      for: Catalog.operations.filter { $0.id == "ListGcTasks" }, against: target.facts,
      selection: Selection(claims: [.shape]))
    return await Run(plan, over: transport, concurrency: 2).results()
  }

  private static func target(of registry: MockRegistry, at endpoint: String) throws -> Target {
    var environment = ["SWR_ENDPOINT": endpoint]
    for fact in registry.facts.entries {
      environment["SWR_\(fact.key.uppercased())"] = fact.value
    }
    return try Target.load(nil, of: .swr, environment: environment)
  }

  /// The request that a server of HTTP/2 maltreats, as one of HTTP/1.1 would have read it.
  private static func victim(_ registry: MockRegistry) -> HTTPRequest {
    let facts = registry.facts
    return HTTPRequest(
      target: "/v2/\(facts["project_id"]!)/instances/\(facts["instance_id"]!)/system/gc"
        + HostileServer.victim,
      headers: ["X-Auth-Token": facts["token"]!])
  }
}

/// Sends the victim one way and all other requests another.
private struct Divided: Transport {
  let victim: CurlTransport
  let others: CurlTransport
  /// Lives as long as somebody asks it.
  let server: HostileServer

  init(victim: CurlTransport, others: CurlTransport, _ server: HostileServer) {
    (self.victim, self.others, self.server) = (victim, others, server)
  }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let isVictim = request.target.hasSuffix(HostileServer.victim)
    return try await (isVictim ? victim : others).send(request, as: credential)
  }
}
