// SPDX-License-Identifier: Apache-2.0
// What the self-test found: for each fault the cases that caught it, and what is not as it should.

public import Conformance
import Contract
import MockRegistry

/// The outcome of a self-test.
public struct Matrix: Sendable {
  /// The healthy registry's results.
  public let healthy: [CaseResult]
  public let rows: [Row]

  /// One fault or variant and what the suite said of it.
  public struct Row: Sendable {
    public enum Kind: String, Sendable {
      case mustFault = "must"
      case shouldFault = "should"
      case variant
      /// A healthy registry whose rows come, go and change while it is asked.
      case movingData = "moving"
    }

    public let name: String
    public let kind: Kind
    /// The operation that is bent; nil for a variant, which bends all.
    public let operation: String?
    public let category: String?
    /// The rules that have to notice: the one that a fault is meant to trip, or all those, and no
    /// others, that warn about a variant.
    public let rules: Set<String>
    /// The cases that are failed and are not with the healthy registry.
    public let failed: [CaseResult]
    /// The cases that are warned or inconclusive and are not with the healthy registry.
    public let unresolved: [CaseResult]

    /// Whether the suite told the truth about the fault or variant.
    public var isTrue: Bool {
      switch kind {
      case .mustFault, .shouldFault: caughtBy.contains { rules.contains($0.rule) }
      case .variant: failed.isEmpty && Set(unresolved.map(\.rule)) == rules && isConclusive
      case .movingData: failed.isEmpty
      }
    }

    /// The cases of the fault's own operation that caught it, those of its own rule first.
    public var caughtBy: [CaseResult] {
      let cases =
        switch kind {
        case .shouldFault: failed + unresolved
        case .mustFault, .variant, .movingData:
          failed + (failed.isEmpty ? unresolved.filter(\.isUnreached) : [])
        }
      return cases.filter { rules.contains($0.rule) } + cases.filter { !rules.contains($0.rule) }
    }

    /// Whether no case is inconclusive that is not with the healthy registry.
    private var isConclusive: Bool { !unresolved.contains { $0.verdict.outcome == .inconclusive } }
  }

  /// The must-cases that no fault trips.
  public var untripped: [CaseResult] {
    let tripped = Set(rows.flatMap(\.failed).map(\.id))
    return healthy.filter {
      $0.obligation == .must && $0.verdict.outcome != .skipped && !tripped.contains($0.id)
    }
  }

  /// The cases in which the healthy registry is said to fail.
  public var falseAlarms: [CaseResult] {
    healthy.filter { [.failed, .inconclusive].contains($0.verdict.outcome) }
  }

  /// Whether the suite can be trusted.
  public var isPassed: Bool {
    falseAlarms.isEmpty && untripped.isEmpty && rows.allSatisfy(\.isTrue)
  }
}

extension Matrix.Row {
  init(_ fault: Fault, results: [CaseResult], beside healthy: [CaseResult]) {
    self.init(
      name: fault.name, kind: fault.level == .must ? .mustFault : .shouldFault,
      operation: fault.operation, category: fault.category.rawValue, rules: [fault.rule], results,
      healthy)
  }

  init(_ variant: Variant, results: [CaseResult], beside healthy: [CaseResult]) {
    self.init(
      name: variant.name, kind: .variant, operation: nil, category: nil,
      rules: Set(variant.warns), results, healthy)
  }

  init(
    movingOnEvery pace: Int, seed: UInt64, results: [CaseResult], beside healthy: [CaseResult]
  ) {
    self.init(
      name: "seed-\(seed)-moves-on-every-\(pace)", kind: .movingData,
      operation: results.first?.operation, category: nil, rules: [], results, healthy)
  }

  private init(
    name: String, kind: Kind, operation: String?, category: String?, rules: Set<String>,
    _ results: [CaseResult], _ healthy: [CaseResult]
  ) {
    let before = Dictionary(uniqueKeysWithValues: healthy.map { ($0.id, $0.verdict.outcome) })
    let changed = results.filter { before[$0.id] != $0.verdict.outcome }
    self.init(
      name: name, kind: kind, operation: operation, category: category, rules: rules,
      failed: changed.filter { $0.verdict.outcome == .failed },
      unresolved: changed.filter { [.warned, .inconclusive].contains($0.verdict.outcome) })
  }
}

extension CaseResult {
  /// Whether the case is inconclusive because no whole answer came.
  var isUnreached: Bool {
    if case .inconclusive(let reason) = verdict { reason.isAccess } else { false }
  }
}
