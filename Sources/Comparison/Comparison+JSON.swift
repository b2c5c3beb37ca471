// SPDX-License-Identifier: Apache-2.0
// A comparison for programs, and for a pull request.

import Conformance
public import Contract
import Reporting
import Wire

extension Comparison {
  /// One document of the schema `NAME.comparison/1`, with the name of the suite.
  public func json(of profile: Profile, strict: Bool) -> String {
    let tree: JSONTree = [
      "schema": .string(profile.schema("comparison/1")),
      "a": sides.first.tree, "b": sides.second.tree,
      "notices": .array(notices.map { .string($0) }),
      "exit": .integer(Int(exit(strict: strict).rawValue)),
      "summary": .object(
        Difference.Sort.allCases.map { ($0.rawValue, .integer(differences($0).count)) }),
      "differences": .array(differences.map(\.tree)),
      "uncompared": .array(uncompared.map { .string($0) }),
    ]
    return tree.document
  }

  /// GitHub's Markdown; whatever a server had a hand in stands in a code span.
  public func markdown(strict: Bool) -> String {
    let words = meaning(strict: strict)
    let head = [
      "## \(words.prefix(1).uppercased())\(words.dropFirst())", "",
      "- A: \(sides.first.sentence.codeSpan)", "- B: \(sides.second.sentence.codeSpan)", "",
    ]
    let told = (notices + uncomparedNotice).map { "> Notice: \($0.codeSpan)  " }
    let rows = gathered.map { alike in
      let difference = alike.first
      let more = alike.others.map { "; and \($0)" } ?? ""
      let cells = [difference.heading + more, difference.first, difference.second]
      return "| \(difference.sort.rawValue) | "
        + cells.map { $0.codeSpan.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let table = rows.isEmpty ? [] : ["", "| sort | where | A | B |", "|---|---|---|---|"] + rows
    return (head + told + ["\(counts)."] + table).joined(separator: "\n") + "\n"
  }
}

extension Comparison.Side {
  fileprivate var tree: JSONTree {
    [
      "name": .string(name), "place": .string(place),
      "asked": .integer(askings.count),
      "exits": .array(askings.map { .integer(Int($0.exit.rawValue)) }),
    ]
  }
}

extension Difference {
  fileprivate var tree: JSONTree {
    [
      "class": .string(sort.rawValue), "kind": .string(kind.rawValue),
      "operation": .string(operation), "place": .string(place), "a": .string(first),
      "b": .string(second), "others": .integer(others),
      "repeat": .array(repeatLines.map { .string($0) }),
    ]
  }
}
