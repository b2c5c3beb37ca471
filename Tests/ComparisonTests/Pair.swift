// SPDX-License-Identifier: Apache-2.0
// Two embedded mocks beside each other.

import Comparison
import Conformance
import Contract
import EmbeddedTarget
import MockRegistry
import SWRSpecs
import Testing

/// Some operations of two mock registries that are asked in turns.
struct Pair {
  let plan: Plan
  let first: MockRegistry
  let second: MockRegistry

  init(
    _ only: [String], _ first: MockRegistry, _ second: MockRegistry,
    claims: Set<Level> = Set(Level.allCases)
  ) {
    (self.first, self.second) = (first, second)
    plan = Plan(
      for: Catalog.operations, against: TargetFacts(of: first, for: .swr),
      selection: Selection(
        only: only.map { "\($0)." }, claims: claims, allowsUnsafeMethods: true))
  }

  /// Asks both, as many times as there are turns.
  func comparison(turns: Int = 1, concurrency: Int = 1) async -> Comparison {
    var askings: [[Asking]] = [[], []]
    for _ in 0..<turns {
      askings[0].append(await asking(first, concurrency))
      askings[1].append(await asking(second, concurrency))
    }
    return comparison(askings[0], askings[1])
  }

  /// What the second one says beside what a healthy registry was seen to say.
  func comparison(with healthy: Asking) async -> Comparison {
    comparison([healthy], [await asking(second)])
  }

  func asking(_ registry: MockRegistry, _ concurrency: Int = 1) async -> Asking {
    await Interview(
      plan, over: EmbeddedTransport(registry, for: .swr, waits: false), concurrency: concurrency
    ).asking()
  }

  private func comparison(_ first: [Asking], _ second: [Asking]) -> Comparison {
    let sides = [("A", first), ("B", second)].map { name, askings in
      Comparison.Side(name: name, place: name, facts: plan.facts, askings: askings)
    }
    return Comparison(sides[0], sides[1], again: "compare A B --only")
  }
}

/// What a healthy registry says of each operation, asked once.
actor Healthy {
  static let shared = Healthy()
  private var tasks: [String: Task<Asking, Never>] = [:]

  func asking(_ operation: String) async -> Asking {
    let task =
      tasks[operation]
      ?? Task {
        let pair = Pair([operation], MockRegistry(), MockRegistry())
        return await pair.asking(pair.first)
      }
    tasks[operation] = task
    return await task.value
  }
}

/// One thing that the second registry does otherwise, and what that has to be called.
struct Seed: Sendable, CustomTestStringConvertible {
  var name: String
  var operation: String
  var sort: Difference.Sort
  var kind: Difference.Kind
  var testDescription: String { name }

  init(_ sort: Difference.Sort, _ kind: Difference.Kind, _ operation: String, _ name: String) {
    (self.sort, self.kind, self.operation, self.name) = (sort, kind, operation, name)
  }

  var registry: MockRegistry? {
    if let fault = Fault.named(name) { return MockRegistry(.init(fault: fault)) }
    if let variant = Variant.named(name) { return MockRegistry(.init(variants: [variant])) }
    return QuirkBehavior.named(name).map { MockRegistry(.init(behaviors: [$0])) }
  }
}
