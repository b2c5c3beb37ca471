// SPDX-License-Identifier: Apache-2.0
// Specs that were written as JSON and read back plan the same cases and give the same verdicts.

import Conformance
import Contract
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Testing

@Suite struct ReadBackTests {
  private static let readBack = Result {
    try ContractDocument(
      parsing: Array(ContractDocument(Catalog.operations, of: .swr).text.utf8), of: .swr
    ).operations
  }

  @Test func `the plan from a contract document is the plan from the literals`() throws {
    let registry = MockRegistry()
    let plans = try [Catalog.operations, Self.readBack.get()].map {
      Plan(
        for: $0, against: TargetFacts(of: registry, for: .swr),
        selection: Selection(isThorough: true, allowsUnsafeMethods: true))
    }
    #expect(plans[0].cases.count > 500)
    #expect(plans[1].cases.map(Shown.init) == plans[0].cases.map(Shown.init))
    #expect(plans[1].probes == plans[0].probes)
    #expect(plans[1].requestCount(rows: 40) == plans[0].requestCount(rows: 40))
  }

  @Test func `a run by a contract document has the results of the literals`() async throws {
    let literal = await results(of: Catalog.operations)
    #expect(try await results(of: Self.readBack.get()) == literal)
    #expect(literal.count > 500)
  }

  private func results(of operations: [Contract.Operation]) async -> [CaseResult] {
    let registry = MockRegistry(.init(fault: Fault.named("gc-id-string")))
    let plan = Plan(for: operations, against: TargetFacts(of: registry, for: .swr))
    return await Run(plan, over: EmbeddedTransport(registry, for: .swr), concurrency: 1).results()
  }

  /// Everything of a case but the function that judges.
  private struct Shown: Equatable {
    var words: [String?]
    var level: Level
    var obligation: ObligationLevel
    var clause: Clause
    var asks: Case.Asks
    var needs: Set<Fact>
    var comparesAnswers: Bool

    init(_ planned: Case) {
      words = [
        planned.id, planned.operation, planned.rule, planned.title, planned.skipReason?.description,
      ]
      level = planned.level
      obligation = planned.obligation
      clause = planned.clause
      asks = planned.asks
      needs = planned.needs
      comparesAnswers = planned.comparesAnswers
    }
  }
}
