// SPDX-License-Identifier: Apache-2.0
// How binding a promise is, in the words of the contract.

/// How binding a promise is: what breaking it means for the verdict.
public enum ObligationLevel: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Several independent sources agree; breaking it breaks the contract.
  case must
  /// Documented, but sources differ or servers are known to deviate; breaking it is a warning.
  case should
  /// Worth knowing and never held against a server.
  case note

  /// Orders by weight; ``allCases`` begins with the most binding.
  public static func < (left: ObligationLevel, right: ObligationLevel) -> Bool {
    allCases.firstIndex(of: left)! > allCases.firstIndex(of: right)!
  }
}
