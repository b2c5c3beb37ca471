// SPDX-License-Identifier: Apache-2.0
// What was discovered, for people, and the target file that it becomes.

import Conformance
import Contract
import Discovery
import Reporting
import Wire

extension DiscoveryResult {
  /// What was chosen from what, and what a person has to know of it.
  func text(_ target: TargetFacts) -> String {
    let table = RowListing.columns([Self.heading] + choices.map(Self.row))
    return "asked \(target.endpoint) what it has, in \(requestCount)\n\n\(table)\n"
      + (remarks + hints(target.profile)).map { "- \($0.visible)\n" }.joined()
  }

  private func hints(_ profile: Profile) -> [String] {
    guard let fact = profile.fact(.foreignTenant), facts[fact] == nil else { return [] }
    let noun = profile.fact(.tenant)?.name.prefix { $0 != "_" } ?? "tenant"
    return ["\(fact.name) cannot be asked for; add a \(noun) that you have no right to"]
  }

  /// A file that `--target` takes; it holds no secret.
  func targetFile(_ target: TargetFacts) -> String {
    let known = target.profile.facts.compactMap { fact in facts[fact].map { (fact.name, $0) } }
    return TargetListing.json([("endpoint", target.endpoint)] + known)
  }

  private static let heading = row("fact", "value", "rows", "candidates", "next best")

  private static func row(_ choice: Choice) -> RowListing.Row {
    let next = choice.next.map {
      "\($0.value.visible) (\($0.rows.map { $0.counted("row") } ?? "? rows"))"
    }
    return row(
      choice.fact.name, choice.value?.visible ?? "not found",
      choice.rows.map(String.init) ?? (choice.origin == .chosen ? "?" : "–"),
      choice.origin == .given ? "given" : "\(choice.candidates)", next ?? "–")
  }

  private static func row(_ cells: String...) -> RowListing.Row {
    cells.map { ("", $0) }
  }
}
