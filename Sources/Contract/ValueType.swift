// SPDX-License-Identifier: Apache-2.0
// What a value must be on the wire: the types that a field can be declared with.

/// The type of a field's value, as exact as the wire is.
public indirect enum ValueType: Sendable, Hashable {
  /// An integer token within Int64; the requirement says what a value outside the range means.
  case integer(ClosedRange<Int64>?, ObligationLevel)
  /// `true` or `false`, never 0 or 1.
  case boolean
  /// A string that keeps to every rule.
  case string([StringRule])
  /// A string that is an RFC 3339 instant with 0 to 9 fraction digits.
  case timestamp
  case object([Field])
  case array(of: ValueType)
  /// An object that may arrive as a string, or a string that may hold an object.
  case document(Document)

  public static var integer: ValueType { .integer(nil, .must) }
  /// An integer that is 0 or more.
  public static var count: ValueType { .integer(0...Int64.max, .must) }

  /// An integer that other sources keep within a range.
  public static func integer(usually range: ClosedRange<Int64>) -> ValueType {
    .integer(range, .should)
  }

  public static var string: ValueType { .string([]) }

  public static func string(_ rules: StringRule...) -> ValueType { .string(rules) }

  public static func arrayOfObjects(_ fields: [Field]) -> ValueType { .array(of: .object(fields)) }

  /// A string from a closed list of words, told apart by case.
  public static func oneOf(_ words: [String], tolerated: [String] = []) -> ValueType {
    .string([.oneOf(words, tolerated: tolerated)])
  }

  /// The name of the type in a finding, such as `integer`.
  public var name: String {
    switch self {
    case .integer: "integer"
    case .boolean: "boolean"
    case .string, .timestamp: "string"
    case .object: "object"
    case .array: "array"
    case .document(let document): document.forms.map(\.name).joined(separator: ", or ")
    }
  }

  /// The words that a string is declared with, of every source.
  package var words: [String] {
    guard case .string(let rules) = self else { return [] }
    return rules.flatMap { rule -> [String] in
      switch rule {
      case .oneOf(let words, let others), .usually(let words, let others): words + others
      case .form: []
      }
    }
  }

  /// The object fields declared directly inside, looking through arrays and documents.
  public var fields: [Field] {
    switch self {
    case .object(let fields): fields
    case .array(let element): element.fields
    case .document(let document): document.fields
    default: []
    }
  }
}

/// A JSON object that travels as itself or as text.
public struct Document: Sendable, Hashable {
  /// The shapes that the value may have on the wire.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A JSON object.
    case object
    /// A string whose content is a JSON object.
    case text
    /// A string that does not start like an object, such as a display name; it may be empty.
    case plain

    public var name: String {
      switch self {
      case .object: "object"
      case .text: "string that holds an object"
      case .plain: "plain string"
      }
    }
  }

  public var fields: [Field]
  /// The accepted forms; the documented one first.
  public var forms: [Form]

  public init(_ fields: [Field], as forms: [Form]) {
    self.fields = fields
    self.forms = forms
  }
}
