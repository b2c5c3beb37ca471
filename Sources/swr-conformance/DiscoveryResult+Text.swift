// SPDX-License-Identifier: Apache-2.0
// What was discovered, for people, and the target file that it becomes.

import Contract
import Discovery
import Reporting
import Wire

extension DiscoveryResult {
  /// What was chosen from what, and what a person has to know of it.
  func text(_ endpoint: String) -> String {
    let table = RowListing.columns([Self.heading] + choices.map(Self.row))
    return "asked \(endpoint) what it has, in \(requestCount)\n\n\(table)\n"
      + (remarks + hints).map { "- \($0.visible)\n" }.joined()
  }

  private var hints: [String] {
    facts[.foreignProjectID] == nil
      ? ["foreign_project_id cannot be asked for; add a project that you have no right to"] : []
  }

  /// A file that `--target` takes; it holds no secret.
  func targetFile(_ endpoint: String) -> String {
    let known = Fact.allCases.compactMap { fact in facts[fact].map { (fact.rawValue, $0) } }
    return TargetListing.json([("endpoint", endpoint)] + known)
  }

  private static let heading = row("fact", "value", "rows", "candidates", "next best")

  private static func row(_ choice: Choice) -> RowListing.Row {
    let next = choice.next.map {
      "\($0.value.visible) (\($0.rows.map { $0.counted("row") } ?? "? rows"))"
    }
    return row(
      choice.fact.rawValue, choice.value?.visible ?? "not found",
      choice.rows.map(String.init) ?? (choice.origin == .chosen ? "?" : "–"),
      choice.origin == .given ? "given" : "\(choice.candidates)", next ?? "–")
  }

  private static func row(_ cells: String...) -> RowListing.Row {
    cells.map { ("", $0) }
  }
}
