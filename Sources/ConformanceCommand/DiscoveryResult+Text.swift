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
    let width = (choices.map(\.fact.name.count).max() ?? 0) + 4
    let table = choices.flatMap { choice in
      choice.words.visible.wrapped(
        behind: "  \(choice.fact.name)".padded(to: width), at: width)
    }
    let hints = (remarks + hints(target.profile)).flatMap {
      $0.visible.wrapped(behind: "- ", at: 2)
    }
    let head = "asked \(target.endpoint) what it has, in \(requestCount)"
    return ([head, ""] + table + [""] + hints).map { "\($0)\n" }.joined()
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
}

extension Choice {
  /// Such as `27 (41 rows), best of 3; next 31 (3 rows)`.
  fileprivate var words: String {
    guard let value else { return "not found" }
    guard origin != .given else { return "\(value), given" }
    func size(_ rows: Int?) -> String { " (\(rows.map { $0.counted("row") } ?? "? rows"))" }
    return "\(value)\(size(rows)), best of \(candidates)"
      + (next.map { "; next \($0.value)\(size($0.rows))" } ?? "")
  }
}
