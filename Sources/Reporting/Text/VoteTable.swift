// SPDX-License-Identifier: Apache-2.0
// Which sides a server takes where the documentation contradicts itself, one line each.

import Conformance

/// The votes that a reader wants to know; what several operations agree on is told once.
struct VoteTable {
  var style: TextReport.Style

  /// One section, or none if every vote is as the tables have it.
  func sections(of votes: [Vote]) -> [String] {
    let lines = groups(of: votes.filter(\.isRemarkable)).flatMap { scope, votes in
      ["  " + scope] + votes.map(line)
    }
    return lines.isEmpty ? [] : [([style.bold("quirks")] + lines).joined(separator: "\n")]
  }

  /// The votes under the operation that has them alone, or under the number of operations.
  private func groups(of votes: [Vote]) -> [(scope: String, votes: [Vote])] {
    let alike = Dictionary(grouping: votes, by: Likeness.init)
    var scopes: [String] = []
    var byScope: [String: [Vote]] = [:]
    for vote in votes {
      let same = alike[Likeness(vote)] ?? []
      let scope = same.count == 1 ? vote.operation : "\(same.count) operations"
      guard same.first == vote else { continue }
      if byScope[scope] == nil { scopes.append(scope) }
      byScope[scope, default: []].append(vote)
    }
    let own = scopes.filter { byScope[$0]?.first?.operation == $0 }
    return (own + scopes.filter { !own.contains($0) }).map { ($0, byScope[$0] ?? []) }
  }

  /// What makes two votes the same vote of two operations.
  private struct Likeness: Hashable {
    var id: String
    var outcome: Vote.Outcome
    var side: String?

    init(_ vote: Vote) {
      (id, outcome, side) = (vote.id, vote.outcome, vote.side)
    }
  }

  /// The quirk, whom the server agrees with, and what was seen.
  private func line(_ vote: Vote) -> String {
    let words = style.paint(vote.outcome.words.padded(to: 19), .note)
    let seen = vote.saw.visible
    let room = 100 - 47 - 19
    return "    " + vote.id.padded(to: 43) + words
      + (seen.count > room ? seen.prefix(room - 1) + "…" : seen)
  }
}
