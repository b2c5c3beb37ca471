// SPDX-License-Identifier: Apache-2.0
// Compares the rows that two sides have of one list, where they are of the same data.

import Wire

/// The rows of one list here and there, as each asking saw them.
struct RowComparison {
  /// Members by row; nil for a member that changed while it was asked.
  typealias Rows = [String: [String: Int?]]

  private let first: [Rows]
  private let second: [Rows]
  /// The rows that every asking saw.
  private let common: [String]

  init(_ first: [Rows], _ second: [Rows]) {
    (self.first, self.second) = (first, second)
    let all = first + second
    common = all.dropFirst().reduce(Set(all[0].keys)) { $0.intersection($1.keys) }.sorted()
  }

  /// Whether most rows are there on both sides, and mean mostly the same.
  var isSameData: Bool {
    let most = (first + second).map(\.count).max() ?? 0
    guard common.count * 2 >= most, most > 0 else { return false }
    var (alike, unlike) = (0, 0)
    for row in common {
      guard let one = first[0][row], let other = second[0][row] else { continue }
      for (member, meaning) in one {
        guard let there = other[member] else { continue }
        if there == meaning { alike += 1 } else { unlike += 1 }
      }
    }
    return alike > unlike
  }

  /// Rows that only one side has; none where not all of a long list were kept.
  var presence: [(sort: Difference.Sort, words: [String])] {
    let (here, there) = (rowsOnly(in: first, second), rowsOnly(in: second, first))
    let isWhole = (first + second).allSatisfy { $0.count < Footprint.mostRows }
    guard isWhole, !(here + there).isEmpty else { return [] }
    let stable = { (rows: [String], own: [Rows], other: [Rows]) in
      rows.contains { row in
        own.allSatisfy { $0[row] != nil } && other.allSatisfy { $0[row] == nil }
      }
    }
    let isStable = stable(here, first, second) || stable(there, second, first)
    let words = [here, there].map { rows in
      rows.isEmpty
        ? "none that the other lacks" : "\(rows.count.counted("row")) more, such as \(rows[0])"
    }
    return [(isStable ? .unspoken : .noise, words)]
  }

  private func rowsOnly(in own: [Rows], _ other: [Rows]) -> [String] {
    own[0].keys.filter { other[0][$0] == nil }.sorted()
  }

  /// Members that mean something else in the same row.
  var values: [(sort: Difference.Sort, member: String, words: [String])] {
    var unlike: [String: (stable: Int, moved: Int, row: String)] = [:]
    for row in common {
      for (member, meaning) in first[0][row] ?? [:] {
        guard let there = second[0][row]?[member], there != meaning || meaning == nil else {
          continue
        }
        let own = Set(first.map { $0[row]?[member] ?? nil })
        let others = Set(second.map { $0[row]?[member] ?? nil })
        let isStable =
          own.count == 1 && others.count == 1 && !own.contains(nil) && !others.contains(nil)
        var entry = unlike[member] ?? (0, 0, row)
        if isStable, entry.stable == 0 { entry.row = row }
        if isStable { entry.stable += 1 } else { entry.moved += 1 }
        unlike[member] = entry
      }
    }
    return unlike.sorted { $0.key < $1.key }.map { member, entry in
      let isStable = entry.stable > 0
      let count = isStable ? entry.stable : entry.moved
      return (
        isStable ? .unspoken : .noise, member,
        [
          "one value in \(count) of \(common.count.counted("row")), such as row \(entry.row)",
          "another value there",
        ]
      )
    }
  }
}
