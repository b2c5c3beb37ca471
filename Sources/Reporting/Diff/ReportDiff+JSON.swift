// SPDX-License-Identifier: Apache-2.0
// A difference for programs.

import Conformance
import Wire

extension ReportDiff {
  /// One document of the schema `NAME.diff/2`, with the name of the newer report's suite; a list for each kind of change.
  public var json: String {
    let head: [(key: String, value: JSONTree)] = [
      ("schema", .string("\(new.suite).diff/2")), ("old", old.tree), ("new", new.tree),
      ("notices", .array(notices.map { .string($0) })), ("worse", .boolean(isWorse)),
      (
        "summary",
        .object(Kind.allCases.map { ($0.rawValue, .integer(changes($0).count)) })
      ),
    ]
    let lists = Kind.allCases.map { kind in
      (key: kind.rawValue, value: JSONTree.array(changes(kind).map(\.tree)))
    }
    return JSONTree.object(head + lists).document
  }
}

extension ReportDiff.Change {
  fileprivate var tree: JSONTree {
    [
      "id": .string(id), "was": .string(was?.rawValue), "now": .string(now?.rawValue),
      "details": .array(details.map { .string($0) }),
    ]
  }
}

extension WrittenReport {
  fileprivate var tree: JSONTree {
    [
      "version": .string(version), "contract": .string(contract), "mode": .string(mode),
      "endpoint": .string(endpoint), "started": .string(started),
    ]
  }
}
