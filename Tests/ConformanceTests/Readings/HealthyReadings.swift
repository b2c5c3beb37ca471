// SPDX-License-Identifier: Apache-2.0
// A registry that keeps every promise is told of nothing, whatever its list is like.

import Conformance
import Contract
import Testing
import Wire

@Suite struct HealthyReadings {
  static let papers: [Paper] = [
    .list, .marked, .list.having(200), .marked.having(200), .list.having(30), .marked.having(40),
    .multiples, .small,
    Paper(operation: .paper(filtered: false), rows: Paper.rows(33)),
  ]

  @Test(arguments: papers.indices)
  func `a healthy registry passes every case that can be asked`(index: Int) async {
    let told = await Self.results(Self.papers[index]).map { "\($0.id) \($0.told())" }
    #expect(
      told.filter { !$0.hasSuffix(" passed") } == [
        "Paper.errors.status-500 skipped: no request of a client can provoke the status"
      ])
  }

  static func results(_ paper: Paper, _ deviation: Deviation = .none) async -> [CaseResult] {
    let plan = Plan(
      for: [paper.operation], against: Paper.facts, selection: Selection(allowsUnsafeMethods: true))
    return await Run(plan, over: PaperRegistry(paper, deviation), concurrency: 1).results()
  }
}
