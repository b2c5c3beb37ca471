// SPDX-License-Identifier: Apache-2.0
// What the three forms of a difference say in the same words.

import Conformance

extension ReportDiff {
  /// What of the two runs is not the same though their verdicts are compared, one sentence each.
  var notices: [String] {
    let pairs = [
      ("contracts", old.contract, new.contract), ("endpoints", old.endpoint, new.endpoint),
      ("releases", old.version, new.version), ("modes", old.mode, new.mode),
    ]
    let others = pairs.filter { $0.1 != $0.2 }.map { "the \($0.0) differ: \($0.1) and \($0.2)" }
    let partial = [("old", old.isPartial), ("new", new.isPartial)].filter(\.1).map {
      "the \($0.0) run was stopped before it was through"
    }
    return others + partial
  }

  /// Such as `2 broke, 0 vanished, …`.
  var counts: String {
    Kind.allCases.map { "\(changes($0).count) \($0.words)" }.joined(separator: ", ")
  }

  /// What the exit code says.
  var meaning: String {
    isWorse ? "something broke or vanished" : "nothing broke, nothing vanished"
  }
}

extension ReportDiff.Kind {
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension ReportDiff.Change {
  /// Such as `passed → failed`; nil for a quirk result.
  var outcomes: String? {
    let words = [was, now].compactMap(\.?.rawValue)
    if words.count == 2, words[0] == words[1] { return "still \(words[0])" }
    return words.isEmpty ? nil : words.joined(separator: " → ")
  }
}

extension WrittenReport {
  /// Such as `http://… · live · 2026-11-21T12:00:00Z · shop-conformance 0.1.0`.
  var sentence: String { "\(endpoint) · \(mode) · \(started) · \(suite) \(version)" }
}
