// SPDX-License-Identifier: Apache-2.0
// A difference for a pull request.

import Conformance

extension ReportDiff {
  /// GitHub's Markdown, with at most ten changes of a kind; values stand in code spans.
  public var markdown: String {
    let heading = "## \(meaning.prefix(1).uppercased())\(meaning.dropFirst())"
    let runs = [("Old", old), ("New", new)].map { name, report in
      "- \(name): \(report.sentence.codeSpan)"
    }
    let notices = notices.map { "> Notice: \($0.codeSpan)  " }
    let head = [[heading], runs, notices, ["\(counts)."]].filter { !$0.isEmpty }
    return (head + Kind.allCases.compactMap(list)).map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func list(_ kind: Kind) -> [String]? {
    let changes = changes(kind)
    guard !changes.isEmpty else { return nil }
    let more = changes.count - Self.most
    return ["### \(kind.words.prefix(1).uppercased())\(kind.words.dropFirst())", ""]
      + changes.prefix(Self.most).flatMap(item)
      + (more > 0 ? ["- and \(more) more"] : [])
  }

  private func item(_ change: Change) -> [String] {
    ["- **\(change.id.codeSpan)**" + (change.outcomes.map { ": \($0)" } ?? "")]
      + change.details.prefix(3).map { "  - \($0.codeSpan)" }
  }

  private static let most = 10
}
