// SPDX-License-Identifier: Apache-2.0
// All ways from an instance to the rows of one operation, and the best of them.

import Contract

/// The candidates for one judged operation.
struct CandidateSet {
  var operation: Contract.Operation
  /// The lists that were asked on the way.
  var lists: [ParentList]
  var candidates: [Candidate]
  /// Whether a person named a part of the way, so that it has to be gone.
  var isPinned: Bool

  /// Whether a choice of that namespace leaves something to judge, or has to.
  func bears(_ namespace: String) -> Bool {
    !isPinned || candidates.isEmpty || !candidates(in: namespace).isEmpty
  }

  /// The candidates of a namespace; all where the operation knows none.
  func candidates(in namespace: String?) -> [Candidate] {
    candidates.filter { ($0.facts[.namespaceName] ?? namespace) == namespace || namespace == nil }
  }

  /// The one with most rows, the first of equals.
  func best(in namespace: String?) -> Candidate? {
    candidates(in: namespace).max(by: Candidate.hasFewerRows)
  }

  /// The values of a fact with the rows beneath them.
  func options(_ fact: Fact, in namespace: String?) -> [Choice.Option] {
    candidates(in: namespace).compactMap { candidate in
      candidate.facts[fact].map { Choice.Option(value: $0, rows: candidate.rows) }
    }
  }
}
