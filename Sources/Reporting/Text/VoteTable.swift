// SPDX-License-Identifier: Apache-2.0
// Which sides a server takes where the documentation contradicts itself, one line each.

import Conformance

/// The votes that a reader wants to know, by operation.
struct VoteTable {
  var style: TextReport.Style

  /// One section, or none if every vote is as the tables have it.
  func sections(of votes: [Vote]) -> [String] {
    let told = votes.filter(\.isRemarkable)
    guard !told.isEmpty else { return [] }
    var operations: [String] = []
    for vote in told where !operations.contains(vote.operation) {
      operations.append(vote.operation)
    }
    let all = operations.flatMap { operation in
      ["  " + operation] + told.filter { $0.operation == operation }.flatMap(lines)
    }
    return [([style.bold("quirks")] + all).joined(separator: "\n")]
  }

  /// The quirk, whom the server agrees with, and what was seen; wrapped if it is long.
  private func lines(_ vote: Vote) -> [String] {
    let words = vote.outcome.words.padded(to: 19)
    let seen = vote.saw.visible.wrapped(to: 100 - Self.indent - 19)
    return seen.enumerated().map { index, line in
      index == 0
        ? "    " + vote.id.padded(to: Self.indent - 4) + style.paint(words, .note) + line
        : line.indented(by: Self.indent + 19)
    }
  }

  private static let indent = 47
}
