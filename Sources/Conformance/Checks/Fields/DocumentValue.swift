// SPDX-License-Identifier: Apache-2.0
// An object that may be text, or a text that may be an object, has one of the accepted forms.

import Contract
import Wire

extension FieldRule {
  static let document = FieldRule(
    rule: "value-has-accepted-form",
    summary: "A value that may travel as an object or as text has one of the accepted forms.",
    applies: { if case .document = $0.type { true } else { false } },
    title: { "is \($0.type.name)" }
  ) { notes, value in
    guard case .document(let document) = notes.field.type else { return }
    let expected = notes.field.type.name
    guard let form = Document.Form(of: value) else {
      return notes.fault(
        "is \(value.kind.withArticle)", expected: expected, value: value, kind: "\(value.kind)")
    }
    if case .failure(let error) = EncodedObject(in: value)?.result {
      let isFree = document.forms.contains(.plain)
      return notes.fault(
        weighing: isFree ? .should : .must,
        "begins like an object and is not JSON inside: \(error)",
        expected: expected, value: value, kind: "\(error.reason)")
    }
    if !document.forms.contains(form) {
      notes.fault("is \(form.name)", expected: expected, value: value, kind: form.name)
    }
  }
}

extension Document.Form {
  /// The form in which a value travels; nil for one that is neither object nor string.
  init?(of value: JSONValue) {
    switch value.kind {
    case .object: self = .object
    case .string: self = EncodedObject(in: value) == nil ? .plain : .text
    case .array, .number, .boolean, .null: return nil
    }
  }
}
