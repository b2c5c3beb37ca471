// SPDX-License-Identifier: Apache-2.0
// A small piece of the self-test, so that its verdicts are themselves seen to be right and wrong.

import Conformance
import Contract
import MockRegistry
import SWRSpecs
import SelfTest
import Testing

@Suite(.timeLimit(.minutes(30))) struct SelfTestTests {
  @Test func `faults are caught, variants tolerated, and what nothing trips is told`() async throws
  {
    let fault = try #require(Fault.named("gc-job-kind-lower-case"))
    let variant = try #require(Variant.catalog.first { $0.name == "job-kind-event" })
    let operations = Catalog.operations.filter { $0.id == "ListGcTasks" }
    let matrix = await SelfTest(of: operations, profile: .swr).matrix(
      faults: [fault], variants: [variant], movingRuns: 0)
    #expect(matrix.falseAlarms.map(\.id) == [])
    #expect(matrix.rows.map(\.name) == [fault.name, variant.name])
    #expect(matrix.rows.allSatisfy { $0.isTrue })
    #expect(matrix.rows.first?.caughtBy.map(\.id) == ["ListGcTasks.shape.tasks.job_kind"])
    #expect(!matrix.untripped.contains { $0.id == "ListGcTasks.shape.tasks.job_kind" })
    #expect(!matrix.isPassed, "one fault cannot trip every case")
  }

  @Test func `what another rule catches or tells is not as it should be`() async throws {
    let fault = try #require(Fault.named("gc-id-duplicate"))
    let variant = try #require(Variant.named("webhook-lower-case-words"))
    var gc = try #require(Catalog.operations.first { $0.id == "ListGcTasks" })
    (gc.relations, gc.quirks) = ([], [])
    let matrix = await SelfTest(of: [gc], profile: .swr).matrix(
      faults: [fault], variants: [variant], movingRuns: 0)
    #expect(matrix.rows.map(\.isTrue) == [false, false])
    for line in [
      "the fault gc-id-duplicate is not caught by relation-holds, but by ",
      "the variant webhook-lower-case-words is told by (",
    ] {
      #expect(matrix.text.contains(line), "\(matrix.text)")
    }
  }

  @Test func `faults and variants name rules that there are`() {
    let rules = Set(Check.all.map(\.rule))
    let named = Fault.catalog.map(\.rule) + Variant.catalog.flatMap(\.warns)
    #expect(Set(named).subtracting(rules).sorted() == [])
  }

  // The command itself does 200, which a release does in seconds.
  @Test func `data that moves is blamed on nobody in 60 seeded runs`() async {
    let matrix = await SelfTest(of: Catalog.operations, profile: .swr)
      .matrix(faults: [], variants: [], movingRuns: 60)
    #expect(matrix.rows.count == 60)
    #expect(matrix.rows.filter { !$0.isTrue }.map(\.name) == [])
    #expect(matrix.rows.contains { !$0.unresolved.isEmpty }, "some run has to notice the change")
  }
}
