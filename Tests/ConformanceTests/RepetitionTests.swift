// SPDX-License-Identifier: Apache-2.0
// The same registry is told the same, in every seed and however many requests are under way.

import Conformance
import Contract
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Testing

@Suite struct RepetitionTests {
  static let faults = [
    "retention-same-request-differs", "retention-total-moves-alone",
    "webhook-conflict-when-repeated",
  ]

  @Test(arguments: faults)
  func `a fault is told by the same cases however it is asked`(name: String) async throws {
    let fault = try #require(Fault.named(name))
    let operation = try #require(Catalog.operations.first { $0.id == fault.operation })
    var sets: Set<[String]> = []
    for seed in 1...7 as ClosedRange<UInt64> {
      for concurrency in [1, 8, 32] {
        let registry = MockRegistry(.init(seed: seed, fault: fault))
        let plan = Plan(
          for: [operation], against: TargetFacts(of: registry, for: .swr),
          selection: Selection(claims: [.paging, .filters, .relations]))
        let results = await Run(
          plan, over: EmbeddedTransport(registry, for: .swr, waits: false), concurrency: concurrency
        ).results()
        let failed = results.filter { $0.verdict.outcome == .failed }
        #expect(failed.contains { $0.rule == fault.rule }, "seed \(seed), \(concurrency) at once")
        sets.insert(failed.map(\.id))
      }
    }
    #expect(sets.count == 1, "\(sets)")
  }
}
