// SPDX-License-Identifier: Apache-2.0
// A word from a closed list is one of the list, told apart by case.

import Contract
import Wire

extension FieldRule {
  static let word = FieldRule(
    rule: "value-in-enum", summary: "A word is one of the documented ones, spelled as they are.",
    applies: { $0.type.words != nil },
    title: { "is one of " + ($0.type.words?.documented ?? []).joined(separator: ", ") }
  ) { notes, value in
    guard notes.isOfKind(.string, value), let words = notes.field.type.words else { return }
    let text = value.string ?? ""
    guard !words.documented.contains(text) else { return }
    let list = words.documented.joined(separator: " | ")
    if words.tolerated.contains(text) {
      notes.fault(
        weighing: .should, "is a word of another source, not of the documentation", expected: list,
        value: value, kind: text)
    } else if let twin = words.documented.first(where: { $0.lowercased() == text.lowercased() }) {
      notes.fault("differs in case from \(twin)", expected: list, value: value, kind: "case")
    } else {
      notes.fault("is not one of the documented words", expected: list, value: value, kind: text)
    }
  }
}

extension ValueType {
  /// The closed list of a string, if it has one.
  var words: (documented: [String], tolerated: [String])? {
    guard case .string(let rules) = self else { return nil }
    for case .oneOf(let words, let tolerated) in rules { return (words, tolerated) }
    return nil
  }
}
