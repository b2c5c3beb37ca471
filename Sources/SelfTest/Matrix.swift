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
    /// The cases that fail and do not with the healthy registry.
    public let failed: [CaseResult]
    /// The cases that are warned or inconclusive and are not with the healthy registry.
    public let unresolved: [CaseResult]

    /// Whether the suite told the truth about the fault or variant.
    public var isTrue: Bool {
      switch kind {
      case .mustFault: isCaughtInCategory
      case .shouldFault: !failed.isEmpty || !unresolved.isEmpty
      case .variant, .movingData: failed.isEmpty
      }
    }

    /// The cases of the fault's own operation that caught it, those of its own category first.
    public var caughtBy: [CaseResult] {
      let own = failed + (failed.isEmpty ? unresolved.filter(\.isUnreached) : [])
      return own.sorted {
        ($0.level.rawValue == category ? 0 : 1) < ($1.level.rawValue == category ? 0 : 1)
      }
    }

    /// Whether a case of the fault's own category caught it.
    public var isCaughtInCategory: Bool {
      caughtBy.contains { $0.level.rawValue == category }
    }
  }

  /// The must-cases of the plan that no fault trips.
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
      operation: fault.operation, category: fault.category.rawValue, results, healthy)
  }

  init(_ variant: Variant, results: [CaseResult], beside healthy: [CaseResult]) {
    self.init(name: variant.name, kind: .variant, operation: nil, category: nil, results, healthy)
  }

  init(
    movingOnEvery pace: Int, seed: UInt64, results: [CaseResult], beside healthy: [CaseResult]
  ) {
    self.init(
      name: "seed-\(seed)-moves-on-every-\(pace)", kind: .movingData,
      operation: results.first?.operation, category: nil, results, healthy)
  }

  private init(
    name: String, kind: Kind, operation: String?, category: String?, _ results: [CaseResult],
    _ healthy: [CaseResult]
  ) {
    let before = Dictionary(uniqueKeysWithValues: healthy.map { ($0.id, $0.verdict.outcome) })
    let changed = results.filter { before[$0.id] != $0.verdict.outcome }
    self.init(
      name: name, kind: kind, operation: operation, category: category,
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
