// SPDX-License-Identifier: Apache-2.0
// The mock registry serves the lists too, and knows nothing of how they are read here.

import Conformance
import Contract
import Discovery
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Testing

@Suite struct MockTests {
  private func discover(_ given: [Fact: String], of registry: MockRegistry) async -> DiscoveryResult
  {
    await DiscoveryResult(
      of: given, for: Catalog.operations, by: .swr, over: EmbeddedTransport(registry, for: .swr))
  }

  @Test func `the mock is found out from its project alone`() async {
    let registry = MockRegistry()
    var expected = TargetFacts(of: registry, for: .swr).values
    expected[.foreignProjectID] = nil
    let result = await discover([.projectID: expected[.projectID]!], of: registry)
    #expect(result.ending == .complete)
    #expect(result.facts == expected)
    #expect(result.choices.allSatisfy { ($0.rows ?? 0) > 0 })
  }

  @Test func `another project is barred, with what the mock says of it`() async {
    let registry = MockRegistry()
    let foreign = registry.facts["foreign_project_id"]!
    let result = await discover([.projectID: foreign], of: registry)
    #expect(result.ending == .barred)
    #expect(
      result.remarks.first?.hasPrefix("ListInstance answered status 403: SWR.403001 ") == true)
  }

  @Test func `of an empty mock all but its tasks is found, and told as empty`() async {
    let registry = MockRegistry(.init(rows: 0))
    let result = await discover([.projectID: registry.facts["project_id"]!], of: registry)
    #expect(result.ending == .lacking)
    #expect(result.facts[.replicationExecutionID] != nil, "lists without rows are better than none")
    #expect(result.facts[.replicationTaskID] == nil)
    #expect(result.remarks.contains { $0.contains("is empty even there") })
  }
}
