// SPDX-License-Identifier: Apache-2.0
// All ways from a container to the rows of one operation, and the best of them.

import Contract

/// The candidates for one judged operation.
struct CandidateSet {
  var operation: Contract.Operation
  /// The lists that were asked on the way.
  var lists: [Profile.ParentList]
  var candidates: [Candidate]
  /// Whether a person named a part of the way, so that it has to be gone.
  var isPinned: Bool

  /// Whether a choice of that group leaves something to judge, or has to.
  func bears(_ group: String) -> Bool {
    !isPinned || candidates.isEmpty || !candidates(in: group).isEmpty
  }

  /// The candidates of a group; all where the operation knows none.
  func candidates(in group: String?) -> [Candidate] {
    candidates.filter { ($0.facts.group ?? group) == group || group == nil }
  }

  /// The one with most rows, the first of equals.
  func best(in group: String?) -> Candidate? {
    candidates(in: group).max(by: Candidate.hasFewerRows)
  }

  /// The values of a fact with the rows beneath them.
  func options(_ fact: Fact, in group: String?) -> [Choice.Option] {
    candidates(in: group).compactMap { candidate in
      candidate.facts[fact].map { Choice.Option(value: $0, rows: candidate.rows) }
    }
  }
}
