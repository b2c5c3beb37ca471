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
  /// An array of so many containers, each made when it is written and gone behind it.
  case made(Int, @Sendable (Int) -> JSONTree)

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
    var text = ""
    write(to: &text, indent, JSONText.quote)
    return text
  }

  /// Writes it behind a text, its strings as they are quoted.
  func write(to text: inout String, _ indent: Int, _ quote: (String) -> String) {
    switch self {
    case .string(let string): text += string.map(quote) ?? "null"
    case .number(let number): text += number
    case .boolean(let value): text += value ? "true" : "false"
    case .array(let values):
      enclose(values.count, "[", "]", &text, indent) { place, text in
        values[place].write(to: &text, indent + 2, quote)
      }
    case .object(let members):
      enclose(members.count, "{", "}", &text, indent) { place, text in
        text += quote(members[place].key)
        text += ": "
        members[place].value.write(to: &text, indent + 2, quote)
      }
    case .made(let count, let make):
      enclose(count, "[", "]", &text, indent) { place, text in
        make(place).write(to: &text, indent + 2, quote)
      }
    }
  }

  private func enclose(
    _ count: Int, _ open: String, _ close: String, _ text: inout String, _ indent: Int,
    _ part: (Int, inout String) -> Void
  ) {
    let isFlat = isFlat
    let margin = isFlat ? "" : "\n" + String(repeating: " ", count: indent)
    text += open
    for place in 0..<count {
      if place > 0 { text += isFlat ? ", " : "," }
      if !isFlat {
        text += margin
        text += "  "
      }
      part(place, &text)
    }
    text += margin
    text += close
  }

  private var isFlat: Bool {
    switch self {
    case .string, .number, .boolean: true
    case .array(let values): values.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy(\.value.isScalar)
    case .made(let count, _): count == 0
    }
  }

  private var isScalar: Bool {
    switch self {
    case .string, .number, .boolean: true
    case .array, .object, .made: false
    }
  }
}
