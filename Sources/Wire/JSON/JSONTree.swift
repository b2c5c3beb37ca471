// SPDX-License-Identifier: Apache-2.0
// A JSON document on its way out, with its keys in the order in which they were given.

/// A value to be written as JSON.
public indirect enum JSONTree: Sendable, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral, ExpressibleByStringLiteral
{
  /// A text, or `null` for nil.
  case string(String?)
  /// A number in the notation of RFC 8259.
  case number(String)
  case boolean(Bool)
  case array([JSONTree])
  case object([(key: String, value: JSONTree)])

  public init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }

  public init(arrayLiteral elements: JSONTree...) {
    self = .array(elements)
  }

  public init(stringLiteral value: String) {
    self = .string(value)
  }

  public static let null = JSONTree.string(nil)

  public static func integer(_ value: Int) -> JSONTree { .number("\(value)") }

  /// The value as it was read; numbers keep their spelling.
  public init(_ value: JSONValue) {
    self =
      switch value.kind {
      case .null: .null
      case .boolean: .boolean(value.bool ?? false)
      case .number: .number(value.raw)
      case .string: .string(value.string)
      case .array: .array(value.elements.map(JSONTree.init))
      case .object: .object(value.members.map { ($0.name, JSONTree($0.value)) })
      }
  }

  /// Two blanks per level; a container that holds only scalars stays on one line.
  public func text(indent: Int = 0) -> String {
    switch self {
    case .string(let text): text.map(JSONText.quote) ?? "null"
    case .number(let number): number
    case .boolean(let value): value ? "true" : "false"
    case .array(let values):
      enclose(values.map { $0.text(indent: indent + 2) }, "[", "]", indent)
    case .object(let members):
      enclose(
        members.map { JSONText.quote($0.key) + ": " + $0.value.text(indent: indent + 2) },
        "{", "}", indent
      )
    }
  }

  private func enclose(_ parts: [String], _ open: String, _ close: String, _ indent: Int) -> String
  {
    guard !isFlat else { return open + parts.joined(separator: ", ") + close }
    let margin = String(repeating: " ", count: indent)
    let lines = parts.map { margin + "  " + $0 }
    return [open, lines.joined(separator: ",\n"), margin + close].joined(separator: "\n")
  }

  private var isFlat: Bool {
    switch self {
    case .string, .number, .boolean: true
    case .array(let values): values.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy(\.value.isScalar)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .string, .number, .boolean: true
    case .array, .object: false
    }
  }
}
