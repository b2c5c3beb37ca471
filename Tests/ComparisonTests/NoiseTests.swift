// SPDX-License-Identifier: Apache-2.0
// A server beside itself: what only moves is noise, and what rests is no difference.

import Comparison
import Conformance
import Contract
import Foundation
import MockRegistry
import SWRSpecs
import Testing

struct NoiseTests {
  /// Few by default, since each asks four times; `SWR_CHURN_RUNS` says otherwise.
  static let seeds =
    0..<(ProcessInfo.processInfo.environment["SWR_CHURN_RUNS"].flatMap(UInt64.init) ?? 8)

  @Test(arguments: seeds)
  func `a server whose data moves differs from itself in nothing but noise`(
    _ seed: UInt64
  ) async {
    let paces = [1, 2, 3, 5, 7, 11, 20]
    let registry = MockRegistry(.init(seed: seed, churn: paces[Int(seed / 5) % paces.count]))
    let operation = Catalog.operations[Int(seed) % Catalog.operations.count].id
    let comparison = await Pair(
      [operation], registry, registry, claims: [.shape, .paging, .filters, .relations]
    ).comparison(turns: 2)
    let text = comparison.text(strict: true)
    #expect(comparison.differences.allSatisfy { $0.sort == .noise }, "\(text)")
    #expect([.passed, .unasserted].contains(comparison.exit(strict: true)), "\(text)")
  }

  @Test func `what differs alike for several operations is told once`() async throws {
    let odd = MockRegistry(.init(variants: [try #require(Variant.named("upstream-headers"))]))
    let comparison = await Pair(["ListInstanceJobs", "ListGcTasks"], MockRegistry(), odd)
      .comparison()
    let text = comparison.text(strict: false)
    let count = comparison.differences.count
    #expect(count > 1 && text.components(separatedBy: "\nunspoken").count - 1 < count, "\(text)")
    #expect(text.contains("and the same for ListInstanceJobs\n"), "\(text)")
  }

  @Test func `rows that only one side has are told, and rows of other data are not compared`() async
  {
    let more = MockRegistry(.init(rows: 41))
    let few = await Pair(["ListInstanceJobs"], MockRegistry(.init(rows: 40)), more).comparison()
    #expect(few.differences.contains { $0.kind == .rows && $0.second.hasPrefix("1 row more") })
    #expect(few.exit(strict: false) == .passed)
    let none = await Pair(["ListInstanceJobs"], MockRegistry(.init(rows: 3)), more).comparison()
    #expect(none.notices.first?.contains("has other rows here and there") == true)
  }

  @Test(arguments: ["ListGcTasks", "ListInstanceJobs"])
  func `two servers that rest and are alike have no difference`(_ operation: String) async {
    // Several pages of one walk are under way at once.
    let comparison = await Pair([operation], MockRegistry(), MockRegistry())
      .comparison(concurrency: 8)
    #expect(comparison.differences == [])
    #expect(comparison.uncompared == [])
    #expect(comparison.exit(strict: true) == .passed)
  }
}
