// SPDX-License-Identifier: Apache-2.0
// An object is an object, and so is every element of a list of objects.

import Contract
import Wire

extension FieldRule {
  static let object = FieldRule(
    rule: "value-is-object", summary: "An object is an object.",
    applies: { if case .object = $0.type { true } else { false } }, title: { _ in "is an object" }
  ) { notes, value in
    _ = notes.isOfKind(.object, value)
  }

  static let array = FieldRule(
    rule: "value-is-array", summary: "A list is an array whose elements are of the declared type.",
    applies: { if case .array = $0.type { true } else { false } },
    title: { field in
      guard case .array(let element) = field.type else { return "is an array" }
      return "is an array of \(element.name)s"
    }
  ) { notes, value in
    guard notes.isOfKind(.array, value), case .array(let element) = notes.field.type else { return }
    for (index, item) in value.elements.enumerated() { notes.look(at: item, index, as: element) }
  }
}

extension FieldCheckContext {
  /// Looks at an element by the rule that a field of its type would have.
  fileprivate mutating func look(at item: JSONValue, _ place: Int, as type: ValueType) {
    var field = field
    field.type = type
    var notes = FieldCheckContext(field: field, pointer: pointer.appending(place), bytes: bytes)
    FieldRule.of(field)?.judge(&notes, item)
    faults += notes.faults
  }
}

extension ValueType {
  /// Whether a value of the right kind can still be wrong.
  var isMoreThanKind: Bool {
    switch self {
    case .integer, .timestamp, .array, .document: true
    case .string(let rules): !rules.isEmpty
    case .boolean, .object: false
    }
  }

  /// The kind of JSON value that the type travels as; nil where there are several.
  var kind: JSONValue.Kind? {
    switch self {
    case .integer: .number
    case .boolean: .boolean
    case .string, .timestamp: .string
    case .object: .object
    case .array: .array
    case .document: nil
    }
  }
}
