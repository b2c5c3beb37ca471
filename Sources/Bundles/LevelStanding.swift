// SPDX-License-Identifier: Apache-2.0
// How one level came out, counted so that nothing unasked looks passed.

import Conformance
import Contract
import Reporting

/// A level of a bundle: whether it is claimed, and what became of its cases.
struct LevelStanding: Hashable {
  var level: Level
  var isClaimed: Bool
  /// Passed, or warned where warnings are allowed.
  var held = 0
  var warned = 0
  var failed = 0
  /// Inconclusive or skipped.
  var unexercised = 0

  var total: Int { held + failed + unexercised }

  init(_ level: Level, in results: [CaseResult], on terms: VendorBundle.Terms) {
    self.level = level
    isClaimed = terms.selection.claims.contains(level)
    for result in results where result.level == level {
      switch result.verdict.outcome {
      case .passed: held += 1
      case .failed: failed += 1
      case .inconclusive, .skipped: unexercised += 1
      case .warned:
        warned += 1
        if terms.strict { failed += 1 } else { held += 1 }
      }
    }
  }

  /// Such as `41/41`, `39/41, 2 failed` or `not claimed`.
  var words: String {
    if !isClaimed { return "not claimed" }
    if unexercised == total { return "not exercised" }
    return "\(held)/\(total)" + (failed > 0 ? ", \(failed) failed" : "")
  }
}
