// SPDX-License-Identifier: Apache-2.0
// Readings of servers that take their time, and of budgets that nobody or somebody gave.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct TimingReadings {
  /// A registry whose answers take so many seconds each, by the number of the request.
  private static func taking(_ seconds: @escaping @Sendable (Asked) -> Double) -> Deviation {
    Deviation { asked, healthy in
      var response = healthy(asked)
      let end = seconds(asked)
      response.phases = ExchangePhases(
        nameLookup: 0, connect: 0, tls: 0, firstByte: end / 2, lastByte: end)
      return response
    }
  }

  private static let words =
    " ← 2100 ms for the 95th percentile of 20 answers, 100 ms for the median, 2100 ms for the slowest"

  static let rows: [(String, TimeBudgets, Deviation, String)] = [
    ("nobody asked", TimeBudgets(), taking { _ in 5 }, "there is no case"),
    ("another operation", TimeBudgets(own: ["Other": 1]), taking { _ in 5 }, "there is no case"),
    ("at the limit", TimeBudgets(general: 2), taking { _ in 2 }, "passed"),
    (
      "one of twenty is slow", TimeBudgets(general: 1), taking { $0.number == 7 ? 9 : 0.1 },
      "passed"
    ),
    (
      "two of twenty are slow", TimeBudgets(general: 0.8),
      taking { [7, 11].contains($0.number) ? 2.1 : 0.1 },
      "failed: 5 of 100 answers take 2100 ms or longer" + words
    ),
    (
      "its own time wins", TimeBudgets(general: 9, own: ["Paper": 0.05]),
      taking { [7, 11].contains($0.number) ? 2.1 : 0.1 },
      "failed: 5 of 100 answers take 2100 ms or longer" + words
    ),
  ]

  @Test(arguments: rows.indices)
  func `95 of 100 answers come in time`(index: Int) async throws {
    let (_, budgets, deviation, wanted) = Self.rows[index]
    let registry = PaperRegistry(.list, deviation)
    let selection = Selection(only: ["Paper.timing", "Paper.errors.limit"], budgets: budgets)
    var plan = Plan(for: [Paper.list.operation], against: Paper.facts, selection: selection)
    #expect(plan.cases.contains { $0.level == .timing } == (wanted != "there is no case"))
    plan = Plan(
      for: [Paper.list.operation], against: Paper.facts,
      selection: Selection(only: ["Paper.timing", "Paper.paging"], budgets: budgets))
    let results = await Run(plan, over: registry, concurrency: 1).results()
    let said = results.first { $0.level == .timing }?.told(wanted) ?? "there is no case"
    let count = said.firstMatch(of: #/percentile of (\d+)/#).map { "\($0.output.1)" } ?? "20"
    #expect(said.replacing("of \(count) answers", with: "of 20 answers") == wanted)
  }

  @Test func `a finding names the slowest request`() async throws {
    let plan = Plan(
      for: [Paper.list.operation], against: Paper.facts,
      selection: Selection(
        only: ["Paper.timing", "Paper.errors.limit"], claims: [.errors],
        budgets: TimeBudgets(general: 0.001)))
    let registry = PaperRegistry(.list, Self.taking { $0.has("limit=-1") ? 3 : 1 })
    let results = await Run(plan, over: registry, concurrency: 1).results()
    let finding = try #require(results.first { $0.level == .timing }?.findings.first)
    #expect(finding.evidence?.repeatLines[0].contains("limit=-1") == true)
    #expect(results.allSatisfy { $0.cost.seconds ?? 0 >= 1 })
  }

  @Test(
    arguments: [
      ("800ms", 0.8, nil), ("ListGcTasks=2s", nil, 2), ("1s,ListGcTasks=1.5s,2s", 2, 1.5),
    ] as [(String, Double?, Double?)])
  func `a budget is for all or for one`(text: String, general: Double?, own: Double?) throws {
    let budgets = try #require(TimeBudgets(text))
    #expect(budgets["ListInstanceJobs"] == general)
    #expect(budgets["ListGcTasks"] == own ?? general)
  }

  @Test(arguments: ["", "800", "ms", "-1s", "0s", "A=", "1s,", "1h", "A=B=1s2"])
  func `other words are no budget`(text: String) { #expect(TimeBudgets(text) == nil) }
}
