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

  /// Orders by weight; ``allCases`` begins with the heaviest.
  public static func < (left: Severity, right: Severity) -> Bool {
    allCases.firstIndex(of: left)! > allCases.firstIndex(of: right)!
  }
}
