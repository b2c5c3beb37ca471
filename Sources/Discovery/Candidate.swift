// SPDX-License-Identifier: Apache-2.0
// One thing that could be judged: the facts that name it, and how many rows it has.

import Contract

/// The facts of one way down the lists, all of which belong together.
struct Candidate: Sendable, Hashable {
  var facts: [Fact: String]
  /// The rows of the judged list; nil where it did not say.
  var rows: Int?

  /// The candidate with what a row says; nil where the row says otherwise of a known fact.
  func joined(by row: [Fact: String]) -> Candidate? {
    guard row.allSatisfy({ facts[$0.key] ?? $0.value == $0.value }) else { return nil }
    return Candidate(facts: facts.merging(row) { known, _ in known })
  }

  /// Orders by rows; a number that is not known is less than any other.
  static func hasFewerRows(_ left: Candidate, _ right: Candidate) -> Bool {
    left.rows ?? -1 < right.rows ?? -1
  }
}
