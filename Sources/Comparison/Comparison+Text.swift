// SPDX-License-Identifier: Apache-2.0
// A comparison for a person at a terminal.

import Conformance
import Reporting
import Wire

extension Comparison {
  /// The two sides, a block for each difference, and how many there are.
  public func text(strict: Bool) -> String {
    let head =
      ["A  \(sides.first.sentence)", "B  \(sides.second.sentence)"]
      + (notices + uncomparedNotice).flatMap { $0.wrapped(behind: "notice  ", at: 8) }
    let blocks = gathered.filter { $0.first.sort != .noise }.map(block)
    let noise = differences(.noise).map { "noise  \($0.heading)" }
    let summary = [counts, "exit \(exit(strict: strict).rawValue): \(meaning(strict: strict))"]
    let parts = [head] + blocks + [noise, summary]
    return parts.filter { !$0.isEmpty }
      .map { $0.map(\.visible).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func block(_ alike: GatheredDifferences) -> [String] {
    let margin = String(repeating: " ", count: 10)
    let difference = alike.first
    let name = difference.sort.rawValue.padding(to: 10) + difference.heading
    let more = alike.others.map { "and the same for \($0)".wrapped(behind: margin, at: 10) } ?? []
    return [name] + difference.first.wrapped(behind: "\(margin)A       ", at: 18)
      + difference.second.wrapped(behind: "\(margin)B       ", at: 18)
      + more + difference.repeatLines.map { "\(margin)repeat  \($0)" }
  }

  /// Such as `1 contract, 0 quirk, 3 unspoken, 0 noise`; what is told once counts once.
  var counts: String {
    let told = gathered
    return Difference.Sort.allCases.map { sort in
      "\(told.count { $0.first.sort == sort }) \(sort.rawValue)"
    }
    .joined(separator: ", ")
  }

  var uncomparedNotice: [String] {
    guard let first = uncompared.first else { return [] }
    return [
      "\(uncompared.count.counted("case")) could be judged on one side only, such as \(first)"
    ]
  }

  /// What the exit code says.
  func meaning(strict: Bool) -> String {
    switch exit(strict: strict) {
    case .passed:
      differences.contains { $0.sort != .noise }
        ? "both keep the contract alike, and differ in what it does not decide" : "no difference"
    case .failed:
      differences(.contract).isEmpty ? "they differ" : "they do not keep the contract alike"
    case .usage: "one side cannot be used"
    case .unreachable: "one side could not be asked to the end"
    case .unasserted: "not everything could be compared"
    case .interrupted: "interrupted"
    }
  }
}

extension Difference {
  /// Operation, place and kind; the id of a case says the first of them itself, the sort the last.
  var heading: String {
    let name = place.hasPrefix("\(operation).") ? place : "\(operation) \(place)"
    return [.verdict, .quirk].contains(kind) ? name : "\(name) (\(kind.rawValue))"
  }
}

extension Comparison.Side {
  var sentence: String { place == name ? name : "\(name) · \(place)" }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
