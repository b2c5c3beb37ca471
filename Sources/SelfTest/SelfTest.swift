// SPDX-License-Identifier: Apache-2.0
// Runs every fault and every variant of the mock, and asks whether the suite told the truth.

import Conformance
public import Contract
import EmbeddedTarget
public import MockRegistry

/// Puts the suite itself to the test, against a registry whose faults are known.
public struct SelfTest: Sendable {
  let operations: [Contract.Operation]
  let profile: Profile
  /// Which of the mock's answers a seeded registry gives.
  let seed: UInt64

  public init(of operations: [Contract.Operation], profile: Profile, seed: UInt64 = 1) {
    self.profile = profile
    self.operations = operations
    self.seed = seed
  }

  /// Runs the healthy registry, every fault, every variant, and a registry whose data moves.
  ///
  /// - Parameter movingRuns: How many seeded runs have data that moves; each asks one operation,
  ///   for what compares answers.
  /// - Parameter progress: Told after each run how many of how many are done.
  public func matrix(
    faults: [Fault] = Fault.catalog, variants: [Variant] = Variant.catalog,
    movingRuns: Int = 200,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async -> Matrix {
    let healthy = await results(.init(seed: seed), of: operations)
    let moving = (0..<movingRuns).map { Trial.movingData(seed: seed &+ UInt64($0)) }
    let trials = faults.map(Trial.fault) + variants.map(Trial.variant) + moving
    let rows = await withTaskGroup(of: (Int, Matrix.Row).self) { group in
      var rows: [Matrix.Row?] = trials.map { _ in nil }
      var next = 0
      func start() {
        guard next < trials.count else { return }
        let (index, trial) = (next, trials[next])
        next += 1
        group.addTask { (index, await row(of: trial, beside: healthy)) }
      }
      for _ in 0..<4 { start() }
      var done = 0
      for await (index, row) in group {
        rows[index] = row
        done += 1
        progress(done, trials.count)
        start()
      }
      return rows.compactMap { $0 }
    }
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
      let own = ["\(fault.operation)."]
      let configuration = MockRegistry.Configuration(seed: seed, fault: fault)
      let row = Matrix.Row(
        fault, results: await results(configuration, of: operations, only: own), beside: healthy)
      // What a run is spared, for the number of its requests, is asked with --thorough.
      guard !row.isTrue else { return row }
      return Matrix.Row(
        fault, results: await results(configuration, of: operations, only: own, isThorough: true),
        beside: healthy)
    case .variant(let variant):
      return Matrix.Row(
        variant, results: await results(.init(seed: seed, variants: [variant]), of: operations),
        beside: healthy)
    case .movingData(let seed):
      let own = [operations[Int(seed % UInt64(operations.count))]]
      let pace = Self.paces[Int(seed / 5 % UInt64(Self.paces.count))]
      return Matrix.Row(
        movingOnEvery: pace, seed: seed,
        results: await results(
          .init(seed: seed, churn: pace), of: own, claims: [.paging, .filters, .relations]),
        beside: healthy)
    }
  }

  /// On which request of a list its data moves.
  private static let paces = [1, 2, 3, 5, 7, 11, 20]

  private func results(
    _ configuration: MockRegistry.Configuration, of operations: [Contract.Operation],
    only: [String] = [], claims: Set<Level> = Set(Level.allCases), isThorough: Bool = false
  ) async -> [CaseResult] {
    let registry = MockRegistry(configuration)
    let plan = Plan(
      for: operations, against: TargetFacts(of: registry, for: profile),
      selection: Selection(
        only: only, claims: claims, isThorough: isThorough, allowsUnsafeMethods: true))
    return await Run(
      plan, over: EmbeddedTransport(registry, for: profile, waits: false), concurrency: 1
    ).results()
  }
}
