// SPDX-License-Identifier: Apache-2.0
// Made-up answers that are valid by rule; nothing in them was ever on a wire.

import Contract
import Wire

/// The smallest value of a type that keeps to everything that must and should hold.
enum Example {
  /// - Parameter values: What fields of some names have because of a relation.
  static func of(_ type: ValueType, with values: [String: JSONTree] = [:]) -> JSONTree {
    switch type {
    case .integer(let range?, _) where range.upperBound < .max: .number("\(range.lowerBound)")
    case .integer: .integer(1)
    case .boolean: .boolean(false)
    case .string(let rules): .string(text(rules))
    case .timestamp: "2024-01-01T00:00:00Z"
    case .object(let fields):
      .object(
        fields.filter { $0.presence != .optional }.map { field in
          (field.name, values[field.name] ?? of(field.type, with: values))
        })
    case .array(let element): .array([of(element, with: values)])
    case .document(let document): of(document)
    }
  }

  /// An error of the service itself.
  static func error(
    status: Int, _ description: String, by convention: ErrorConvention
  ) -> JSONTree {
    func tree(_ fields: [Field], _ path: FieldPath) -> JSONTree {
      .object(
        fields.filter { $0.presence != .optional }.map { field in
          let own = path.appending(field.name)
          if own == convention.documented.code {
            return (field.name, .string(convention.example.replacing("*", with: "\(status)")))
          }
          if own == convention.documented.message { return (field.name, .string(description)) }
          guard case .object(let inner) = field.type else { return (field.name, of(field.type)) }
          return (field.name, tree(inner, own))
        })
    }
    return tree(convention.fields, FieldPath([]))
  }

  private static func of(_ document: Document) -> JSONTree {
    switch document.forms.first {
    case .text: .string(of(.object(document.fields)).text())
    case .plain: "text"
    case .object, nil: of(.object(document.fields))
    }
  }

  /// A documented word where there is one, otherwise a text of the most exact form.
  private static func text(_ rules: [StringRule]) -> String {
    var text = "text"
    for rule in rules {
      switch rule {
      case .oneOf(let words, _), .usually(let words, _): return words.first ?? text
      case .form(.uuid, _): text = "00000000-0000-4000-8000-000000000000"
      case .form(.jobServiceID, _): text = "0123456789abcdef01234567"
      case .form(.upperSnake, _): text = "TEXT"
      case .form(.nonEmpty, _): break
      }
    }
    return text
  }
}

extension Operation {
  /// What relations ask of the fields of an example: no time that a row in the first documented state
  /// has not reached yet, and parts of which one alone makes up the sum.
  var relatedValues: [String: JSONTree] {
    relations.reduce(into: [:]) { values, relation in
      switch relation.kind {
      case .zeroTimeUntilFinished(let field, _, _): values[field] = "0001-01-01T00:00:00Z"
      case .sum(_, let parts):
        for part in parts.dropFirst() { values[part] = .integer(0) }
      default: break
      }
    }
  }
}
