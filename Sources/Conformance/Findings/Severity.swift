// SPDX-License-Identifier: Apache-2.0
// How much a finding weighs; the one place that turns a requirement into a weight.

public import Contract

/// How much a finding weighs in the verdict of its case.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// The case failed.
  case error
  /// The case is warned.
  case warning
  /// The case passed; the finding is told all the same.
  case note

  /// What breaking a promise of that requirement weighs.
  public init(breaking obligation: ObligationLevel) {
    switch obligation {
    case .must: self = .error
    case .should: self = .warning
    case .note: self = .note
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }
}
