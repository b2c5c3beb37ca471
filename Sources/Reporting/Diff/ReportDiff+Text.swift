// SPDX-License-Identifier: Apache-2.0
// A difference for a person at a terminal.

import Conformance
import Wire

extension ReportDiff {
  /// The two runs, a section for each kind of change, and how many there are.
  public var text: String {
    let head =
      [("old  ", old.sentence), ("new  ", new.sentence)] + notices.map { ("notice  ", $0) }
    let lines = head.flatMap { $1.visible.wrapped(behind: $0, at: $0.count) }
    let sections = Kind.allCases.compactMap(section)
    let summary = counts.wrapped(behind: "", at: 0) + ["exit \(isWorse ? 1 : 0): \(meaning)"]
    return ([lines.joined(separator: "\n")] + sections + [summary.joined(separator: "\n")])
      .joined(separator: "\n\n") + "\n"
  }

  private func section(_ kind: Kind) -> String? {
    let changes = changes(kind)
    guard !changes.isEmpty else { return nil }
    let heading = kind == .silenced ? kind.words.uppercased() : kind.words
    let width = changes.map(\.id.count).max() ?? 0
    let lines = changes.flatMap { change in
      let head = change.outcomes.map { change.id.padded(to: width) + "  " + $0 } ?? change.id
      return ["  \(head)"] + change.details.map { "      \($0)" }
    }
    return ([heading] + lines.map(\.visible)).joined(separator: "\n")
  }
}
