// SPDX-License-Identifier: Apache-2.0
// Every side of every quirk, taken by the mock and seen by the suite; and what that does to cases.

import Contract
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Testing

@testable import Conformance

@Suite(.timeLimit(.minutes(30))) struct QuirkResultTests {
  @Test func `the mock takes every side that answers can show, and no other`() {
    let sides = Catalog.operations.flatMap(\.quirks).flatMap { quirk in
      quirk.sides.map { "\(quirk.id)=\($0.name)" }
    }
    let behaviors = QuirkBehavior.catalog.map(\.name)
    #expect(Set(behaviors).count == behaviors.count)
    #expect(Set(behaviors).symmetricDifference(sides).sorted() == [])
  }

  @Test func `a case that holds servers to a quirk is planned`() {
    let plan = Plan(for: Catalog.operations, against: .sample)
    let ids = Set(plan.cases.map(\.id))
    for operation in Catalog.operations {
      for quirk in operation.quirks {
        guard case .heldBy(let name) = quirk.detection else { continue }
        #expect(ids.contains("\(operation.id).\(name)"), "\(quirk.id)")
      }
    }
  }

  @Test(arguments: QuirkBehavior.catalog.map(\.name))
  func `a side that the mock takes is the one that is seen`(name: String) async throws {
    let behavior = try #require(QuirkBehavior.named(name))
    let operations = Self.operations(of: behavior)
    #expect(!operations.isEmpty)
    let results = await Self.results(of: behavior, operations) {
      "\($0.id).quirks.\(behavior.quirk)"
    }
    #expect(results.compactMap(\.quirkResult?.side) == operations.map { _ in behavior.side })
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
  }

  /// Sides that other variants do not take already; those are judged by the self-test.
  @Test(arguments: QuirkBehavior.catalog.filter(\.isOwn).map(\.name))
  func `a side breaks a case only where the mock says so`(name: String) async throws {
    let behavior = try #require(QuirkBehavior.named(name))
    let results = await Self.results(of: behavior, Self.operations(of: behavior)) { $0.id }
    let failed = results.filter { $0.verdict.outcome == .failed }.map(\.id)
    #expect(failed.isEmpty != behavior.breaks, "\(failed)")
  }

  @Test func `a quirk that is not observed never changes the exit code`() async throws {
    let registry = MockRegistry(.init(rows: 0))
    let plan = Plan(
      for: Catalog.operations, against: TargetFacts(of: registry, for: .swr),
      selection: Selection(only: ["ListGcTasks.quirks.gc-job-kind-enum"]))
    let results = await Run(plan, over: EmbeddedTransport(registry, for: .swr, waits: false))
      .results()
    #expect(results.map(\.quirkResult?.outcome) == [.notObserved])
    #expect(results.map(\.verdict) == [.skipped(.notApplicable("not observed"))])
    #expect(ExitCode(of: results) == .passed)
  }

  /// The operations that have the quirk with that side.
  private static func operations(of behavior: QuirkBehavior) -> [Contract.Operation] {
    Catalog.operations.filter { operation in
      operation.quirks.contains { quirk in
        quirk.id == behavior.quirk && quirk.sides.contains { $0.name == behavior.side }
      }
    }
  }

  private static func results(
    of behavior: QuirkBehavior, _ operations: [Contract.Operation],
    only prefix: (Contract.Operation) -> String
  ) async -> [CaseResult] {
    let registry = MockRegistry(.init(behaviors: [behavior]))
    let plan = Plan(
      for: operations, against: TargetFacts(of: registry, for: .swr),
      selection: Selection(only: operations.map(prefix), allowsUnsafeMethods: true))
    return await Run(
      plan, over: EmbeddedTransport(registry, for: .swr, waits: false), concurrency: 1
    )
    .results()
  }
}
