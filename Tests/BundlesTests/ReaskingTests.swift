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
    of operation: String, recorded: MockRegistry, now: MockRegistry
  ) async throws -> Reasking.Outcome {
    let suite = ConformanceSuite(Catalog.operations.filter { $0.id == operation }, .swr)
    let facts = TargetFacts(of: recorded, for: .swr)
    let run = Run(
      suite.plan(against: facts, selection: Selection(only: ["\(operation)."])),
      over: EmbeddedTransport(recorded, for: .swr, waits: false), concurrency: 1)
    _ = await run.results()
    let reasking = Reasking(
      suite.operations, at: facts.endpoint, recorded: run.readings,
      over: EmbeddedTransport(now, for: .swr, waits: false))
    try #require(reasking.askable.count > 5)
    return await reasking.outcome(of: reasking.askable)
  }

  @Test(arguments: Catalog.operations.prefix(5).map(\.id))
  func `an honest recording is taken while the data moves`(operation: String) async throws {
    for seed in UInt64(1)...6 {
      let configuration = MockRegistry.Configuration(seed: seed, churn: seed % 2 == 0 ? 2 : 5)
      let registry = MockRegistry(configuration)
      let outcome = try await outcome(of: operation, recorded: registry, now: registry)
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
      of: fault.operation, recorded: MockRegistry(), now: MockRegistry(.init(fault: fault)))
    #expect(!outcome.differences.isEmpty)
  }

  @Test func `a recording of other rows is found`() async throws {
    let outcome = try await outcome(
      of: "ListInstanceJobs", recorded: MockRegistry(.init(seed: 1)),
      now: MockRegistry(.init(seed: 99)))
    #expect(!outcome.differences.isEmpty)
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
