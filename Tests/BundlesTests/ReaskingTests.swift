// SPDX-License-Identifier: Apache-2.0
// A recording is put to its target again: honest ones are taken whatever moved, others are refused.

import Conformance
import Contract
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct ReaskingTests {
  /// What is different when all that a healthy mock was asked is put to another one.
  private func outcome(
    of operation: String, recorded: MockRegistry, over transport: any Transport
  ) async throws -> Reasking.Outcome {
    let suite = ConformanceSuite(Catalog.operations.filter { $0.id == operation }, .swr)
    let facts = TargetFacts(of: recorded, for: .swr)
    let run = Run(
      suite.plan(against: facts, selection: Selection(only: ["\(operation)."])),
      over: EmbeddedTransport(recorded, for: .swr, waits: false), concurrency: 1)
    _ = await run.results()
    let reasking = Reasking(
      suite.operations, at: facts.endpoint, recorded: run.readings, over: transport)
    try #require(reasking.askable.count > 5)
    return await reasking.outcome(of: reasking.askable)
  }

  @Test(arguments: Catalog.operations.prefix(5).map(\.id))
  func `an honest recording is taken while the data moves`(operation: String) async throws {
    for seed in UInt64(1)...6 {
      let configuration = MockRegistry.Configuration(seed: seed, churn: seed % 2 == 0 ? 2 : 5)
      let registry = MockRegistry(configuration)
      let outcome = try await outcome(
        of: operation, recorded: registry,
        over: EmbeddedTransport(registry, for: .swr, waits: false))
      #expect(outcome.differences == [])
      #expect(outcome.answered > 0)
    }
  }

  @Test(arguments: [
    "jobs-root-array", "jobs-created-201", "jobs-body-utf16", "retention-body-nan",
    "webhook-id-decimal", "gc-id-string", "gc-job-kind-lower-case",
  ])
  func `a target that has a fault which the recording lacks is found`(name: String) async throws {
    let fault = try #require(Fault.named(name))
    let outcome = try await outcome(
      of: fault.operation, recorded: MockRegistry(),
      over: EmbeddedTransport(MockRegistry(.init(fault: fault)), for: .swr, waits: false))
    #expect(!outcome.differences.isEmpty)
  }

  @Test func `a recording of other rows is found`() async throws {
    /// Shows rows of other names.
    struct Renaming: Transport {
      let mock: EmbeddedTransport
      func send(
        _ request: HTTPRequest, as credential: Credential
      ) async throws(TransportFailure) -> HTTPResponse {
        var answer = try await mock.send(request, as: credential)
        let text = String(decoding: answer.body, as: UTF8.self)
        answer.body = Array(text.replacing(#""id":"#, with: #""id":9"#).utf8)
        return answer
      }
    }
    let outcome = try await outcome(
      of: "ListGcTasks", recorded: MockRegistry(),
      over: Renaming(mock: EmbeddedTransport(MockRegistry(), for: .swr, waits: false)))
    #expect(!outcome.differences.isEmpty)
  }

  @Test func `of a list that is empty now nobody knows whether it is the same`() async throws {
    let outcome = try await outcome(
      of: "ListGcTasks", recorded: MockRegistry(),
      over: EmbeddedTransport(MockRegistry(.init(rows: 0)), for: .swr, waits: false))
    #expect(outcome.obstacles.count == 1, "\(outcome)")
    #expect(outcome.obstacles.first?.hasPrefix("ListGcTasks has no row any more, and ") == true)
    #expect(outcome.differences.allSatisfy { !$0.contains("shows none of") })
  }

  @Test func `who is not let in has found out nothing`() async throws {
    struct Closed: Transport {
      func send(
        _ request: HTTPRequest, as credential: Credential
      ) async throws(TransportFailure) -> HTTPResponse {
        throw TransportFailure(.refused, "127.0.0.1:9 refused the connection")
      }
    }
    let registry = MockRegistry()
    let suite = ConformanceSuite(Catalog.operations.filter { $0.id == "ListGcTasks" }, .swr)
    let facts = TargetFacts(of: registry, for: .swr)
    let run = Run(
      suite.plan(against: facts), over: EmbeddedTransport(registry, for: .swr, waits: false))
    _ = await run.results()
    let reasking = Reasking(
      suite.operations, at: facts.endpoint, recorded: run.readings, over: Closed())
    let outcome = await reasking.outcome(of: Array(reasking.askable.prefix(3)))
    #expect(outcome.answered == 0 && outcome.differences.isEmpty && outcome.obstacles.count == 3)
  }
}
