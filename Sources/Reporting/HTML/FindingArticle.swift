// SPDX-License-Identifier: Apache-2.0
// One finding: what was promised, what came, where it stood, and how to see it again.

import Conformance
import Contract
import Wire

/// One finding of a case.
struct FindingArticle {
  var told: ReportedFinding
  private var finding: Finding { told.finding }

  var tree: HTMLTree {
    let word = finding.severity == .error ? "failed" : finding.severity.rawValue
    let heading = HTMLTree("h5", [:], .badge(word), " ", .text(finding.summary))
    let evidence = finding.evidence
    return HTMLTree(
      "article", ["class": "finding"],
      [heading, .facts(rows)]
        + [evidence?.excerpt.map(excerpt), evidence.map(repetition)].compactMap(\.self))
  }

  private var rows: [(name: String, value: HTMLTree)] {
    let rows: [(String, HTMLTree)?] = [
      finding.suppression.map { ("suppressed", "by the baseline: \($0)") },
      finding.cause.map { ("cause", .text($0.words)) },
      ("expected", .code(finding.expected)), ("received", .code(finding.received.words)),
      others.map { ("also", .text($0)) },
      ("clause", "\(finding.clause.words) (\(finding.clause.location))"),
      finding.clause.page.map { page in
        ("page", HTMLTree("a", ["href": page.url], .text(page.title ?? page.url)))
      },
      finding.pointer.map { ("place", .code($0.description)) },
      finding.whereabouts.map { ("where", .text($0)) },
      ("finding", .code(told.name)),
      finding.evidence.map { ("request", .code($0.request.trimmed(to: 400))) },
    ]
    return rows.compactMap(\.self)
  }

  /// What came in other places; nil if it was always the same.
  private var others: String? {
    switch finding.others {
    case .all(let others) where others.isEmpty: nil
    case .all(let others): others.map(\.words).joined(separator: ", ")
    case .tooMany: "more than \(Finding.Others.most) other texts"
    }
  }

  /// The body around the value, which is marked for eyes and between brackets for ears.
  private func excerpt(_ excerpt: Finding.Excerpt) -> HTMLTree {
    let mark = HTMLTree(
      "mark", [:],
      [HTMLTree("span", ["class": "unseen"], "[")] + HTMLTree.lines(excerpt.highlight)
        + [HTMLTree("span", ["class": "unseen"], "]")])
    let caption = excerpt.highlight.isEmpty ? "The body begins" : "The body around the value"
    let inside =
      HTMLTree.lines(excerpt.before) + (excerpt.highlight.isEmpty ? [] : [mark])
      + HTMLTree.lines(excerpt.after)
    return HTMLTree(
      "figure", [:], HTMLTree("figcaption", [:], .text(caption)),
      HTMLTree("pre", [:], HTMLTree("code", [:], inside)))
  }

  private func repetition(_ evidence: Finding.Evidence) -> HTMLTree {
    HTMLTree(
      "figure", ["class": "repeat"], HTMLTree("figcaption", [:], "Ask again"),
      HTMLTree("button", ["class": "copy", "type": "button"], "Copy"),
      HTMLTree("pre", [:], .code(evidence.repeatLines.joined(separator: "\n"))))
  }
}
