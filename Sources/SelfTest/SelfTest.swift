// SPDX-License-Identifier: Apache-2.0
// Runs every fault and every variant of the mock, and asks whether the suite told the truth.

import Conformance
public import Contract
import EmbeddedTarget
public import MockRegistry

/// Puts the suite itself to the test, against a registry whose faults are known.
public struct SelfTest: Sendable {
  private let operations: [Contract.Operation]
  private let profile: Profile
  private let plans: Plans
  /// Which of the mock's answers a seeded registry gives.
  let seed: UInt64

  public init(of operations: [Contract.Operation], profile: Profile, seed: UInt64 = 1) {
    self.profile = profile
    self.operations = operations
    self.seed = seed
    plans = Plans(of: operations, profile: profile)
  }

  /// Runs the healthy registry, every fault, every variant, and a registry whose data moves.
  ///
  /// - Parameter movingRuns: How many seeded runs have data that moves; each asks one operation,
  ///   for what compares answers.
  /// - Parameter progress: Told after each run how many of how many are done.
  public func matrix(
    faults: [Fault] = Fault.catalog, variants: [Variant] = Variant.catalog, movingRuns: Int = 200,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async -> Matrix {
    let healthy = await results(.init(seed: seed), for: await plans[.init()])
    let moving = (0..<movingRuns).map { Trial.movingData(seed: seed &+ UInt64($0)) }
    let trials = faults.map(Trial.fault) + variants.map(Trial.variant) + moving
    var count = 0
    let rows = await trials.mapConcurrently(
      atMost: 4,
      done: { _ in
        count += 1
        progress(count, trials.count)
      }
    ) { await row(of: $0, beside: healthy) }
    return Matrix(healthy: healthy, rows: rows)
  }

  enum Trial: Sendable {
    case fault(Fault)
    case variant(Variant)
    case movingData(seed: UInt64)
  }

  private func row(of trial: Trial, beside healthy: [CaseResult]) async -> Matrix.Row {
    switch trial {
    case .fault(let fault):
      // Its own rule is enough to see it; who else would notice is asked where that does not.
      let scopes = [
        Plans.Scope(operation: fault.operation, rule: fault.rule),
        Plans.Scope(operation: fault.operation),
        // What a run is spared, for the number of its requests, is asked with --thorough.
        Plans.Scope(operation: fault.operation, isThorough: true),
      ]
      var row = Matrix.Row(fault, results: [], beside: healthy)
      for scope in scopes where !row.isTrue {
        let judged = await results(.init(seed: seed, fault: fault), for: await plans[scope])
        row = Matrix.Row(fault, results: judged, beside: healthy)
      }
      return row
    case .variant(let variant):
      return Matrix.Row(
        variant,
        results: await results(.init(seed: seed, variants: [variant]), for: await plans[.init()]),
        beside: healthy)
    case .movingData(let seed):
      let own = operations[Int(seed % UInt64(operations.count))].id
      let pace = Self.paces[Int(seed / 5 % UInt64(Self.paces.count))]
      return Matrix.Row(
        movingOnEvery: pace, seed: seed,
        results: await results(
          .init(seed: seed, churn: pace),
          for: await plans[.init(operation: own, claims: [.paging, .filters, .relations])]),
        beside: healthy)
    }
  }

  /// On which request of a list its data moves.
  private static let paces = [1, 2, 3, 5, 7, 11, 20]

  private func results(
    _ configuration: MockRegistry.Configuration, for plan: Plan
  ) async -> [CaseResult] {
    let transport = EmbeddedTransport(MockRegistry(configuration), for: profile, waits: false)
    return await Run(plan, over: transport, concurrency: 1).results()
  }
}

/// The plans of a self-test; many trials share one.
private actor Plans {
  private let operations: [Contract.Operation]
  private let profile: Profile
  private var made: [Scope: Plan] = [:]

  /// In seconds, longer than the slowest variant takes.
  private static let budget = 5.0

  /// What of everything is asked.
  struct Scope: Hashable {
    /// The id of the one operation; nil for all.
    var operation: String?
    /// The one rule; nil for all.
    var rule: String?
    var claims = Set(Level.allCases)
    var isThorough = false
  }

  init(of operations: [Contract.Operation], profile: Profile) {
    self.operations = operations
    self.profile = profile
  }

  subscript(scope: Scope) -> Plan {
    if let plan = made[scope] { return plan }
    let plan = Plan(
      for: operations, against: TargetFacts(of: MockRegistry(), for: profile),
      checks: Check.all.filter { scope.rule == nil || $0.rule == scope.rule },
      selection: Selection(
        only: scope.operation.map { ["\($0)."] } ?? [], claims: scope.claims,
        isThorough: scope.isThorough, allowsUnsafeMethods: true,
        budgets: TimeBudgets(general: Self.budget)))
    made[scope] = plan
    return plan
  }
}
