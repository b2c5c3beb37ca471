// SPDX-License-Identifier: Apache-2.0
// The first page of a bundle: the claims, what was not exercised, and how to check both.

import Conformance
import Contract
import Reporting
import Wire

extension VendorBundle {
  /// GitHub's Markdown; whatever a server had a hand in stands in a code span.
  var readme: String {
    let sections = [
      claims, unexercised, [run], conditions, table, contents, verification,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var claims: [String] {
    let claimed = standings.filter(\.isClaimed).map { "\($0.level.rawValue) \($0.words)" }
    let others = standings.filter { !$0.isClaimed }.map(\.level.rawValue)
    return [
      "# Claimed: \(claimed.joined(separator: "; "))", "",
      "**Not claimed:** \(others.isEmpty ? "no level is left out" : others.joined(separator: ", "))",
    ]
  }

  private var unexercised: [String] {
    let groups = report.reasons(.inconclusive) + report.reasons(.skipped)
    let count = report.count(.inconclusive) + report.count(.skipped)
    let asked = Set(report.results.map(\.operation))
    let unasked = operations.filter { !asked.contains($0) }
    let head = "**Not exercised:** \(count) of \(report.results.count.counted("case"))"
    let rest = unasked.isEmpty ? "" : ", and nothing of \(unasked.joined(separator: ", "))"
    return [head + rest]
      + (groups.isEmpty ? [] : [""])
      + groups.map {
        "- \($0.results.count.counted("case")): \($0.reason.codeSpan), such as \($0.ids[0].codeSpan)"
      }
  }

  private var run: String {
    "\(report.endpoint.codeSpan), \(report.mode.words), was judged by \(report.profile.suite.name) "
      + "\(report.profile.suite.version) from \(report.started.codeSpan) on, by the contract `\(contract)`: "
      + "\(report.counts); exit \(report.exit.rawValue), \(report.exitMeaning)."
  }

  /// What narrowed or changed the run, and what was to be known before.
  private var conditions: [String] {
    let selection = terms.selection
    let words = [
      selection.only.isEmpty ? nil : "only cases that begin with \(Self.spans(selection.only))",
      selection.skip.isEmpty ? nil : "no cases that begin with \(Self.spans(selection.skip))",
      selection.claimedOperations.isEmpty
        ? nil : "claimed to be enabled: \(Self.spans(selection.claimedOperations.sorted()))",
      terms.nonce.map { "every request carries the nonce \($0.codeSpan)" },
      terms.strict ? "warnings count as failed" : nil,
      selection.dispensable.isEmpty
        ? nil
        : "not wanted: \(Self.spans(selection.dispensable.sorted().map(\.name)))",
      terms.allowEmpty ? "lists too short to assert anything on do not change the exit code" : nil,
    ]
    return words.compactMap(\.self).map { "- \($0)" }
      + report.toldNotices.map { "- notice: \($0.codeSpan)" }
  }

  private static func spans(_ texts: [String]) -> String {
    texts.map(\.codeSpan).joined(separator: ", ")
  }

  private var table: [String] {
    [
      "| level | claimed | held | warned | failed | not exercised |",
      "|---|---|--:|--:|--:|--:|",
    ]
      + standings.map { standing in
        let cells = [
          standing.level.rawValue, standing.isClaimed ? "yes" : "**no**",
          "\(standing.held) of \(standing.total)", "\(standing.warned)", "\(standing.failed)",
          "\(standing.unexercised)",
        ]
        return "| \(cells.joined(separator: " | ")) |"
      }
  }

  private var contents: [String] {
    let rows = [
      "| `\(Self.recordingPath)` | every exchange, as HAR 1.2 and without secrets |",
      "| `target.json` | the endpoint and the ids that were asked, without secrets |",
      "| `badges/` | a badge for each level |",
      "| `\(Manifest.path)` | the SHA-256 of every other file, and what the run was asked for |",
    ]
    return ["| file | what it holds |", "|---|---|"]
      + pages.map { "| `\($0.path)` | the report |" } + rows
  }

  private var verification: [String] {
    [
      "## Verify it", "",
      "`\(report.profile.suite.name) verify DIR` needs no network. It checks the sums, judges the "
        + "recording again,",
      "writes every other file from those verdicts and says where this bundle differs.", "",
      "That shows that the files belong together and that the verdicts follow from the recording. It",
      "does not show who recorded it, when, or that the endpoint answered so. Publish or sign the",
      "SHA-256 of `\(Manifest.path)`, which `verify` prints, where it cannot be changed.",
    ]
  }
}
