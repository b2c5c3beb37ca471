// SPDX-License-Identifier: Apache-2.0
// A string is a string, and keeps to the forms that its field is declared with.

import Contract
import Wire

extension FieldRule {
  static let string = FieldRule(
    rule: "value-is-string", summary: "A string is a string and has the declared form.",
    applies: { field in
      if case .string(let rules) = field.type {
        !rules.contains(where: \.isClosedList)
      } else {
        false
      }
    },
    title: { field in
      guard case .string(let rules) = field.type, !rules.isEmpty else { return "is a string" }
      return "is " + rules.map(\.words).joined(separator: " and ")
    }
  ) { notes, value in
    guard notes.isOfKind(.string, value), case .string(let rules) = notes.field.type else { return }
    for rule in rules { notes.look(at: value, rule) }
  }
}

extension FieldCheckContext {
  fileprivate mutating func look(at value: JSONValue, _ rule: StringRule) {
    let text = value.string ?? ""
    switch rule {
    case .form(let form, let obligation) where !form.holds(for: text):
      fault(
        weighing: obligation, "is not \(form.words)", expected: form.words, value: value,
        kind: form.words)
    case .usually(let words, let known) where !words.contains(text):
      let list = words.joined(separator: " | ")
      fault(
        weighing: known.contains(text) ? .note : .should,
        "is a value that the documentation does not name", expected: list, value: value, kind: text)
    case .form, .usually, .oneOf:
      break
    }
  }
}

extension StringRule {
  var isClosedList: Bool { if case .oneOf = self { true } else { false } }

  /// The rule behind the word *is*.
  fileprivate var words: String {
    switch self {
    case .oneOf(let words, _): "one of " + words.joined(separator: ", ")
    case .usually(let words, _): "usually " + words.joined(separator: ", ")
    case .form(let form, .must): form.words
    case .form(let form, _): "usually \(form.words)"
    }
  }
}
