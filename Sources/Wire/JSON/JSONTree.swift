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

  public init(arrayLiteral elements: JSONTree...) { self = .array(elements) }

  public init(stringLiteral value: String) { self = .string(value) }

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
    String(decoding: bytes(indent: indent), as: UTF8.self)
  }

  /// The same in UTF-8.
  package func bytes(indent: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent, JSONText.append)
    return bytes
  }

  /// Writes it behind some bytes.
  ///
  /// - Parameter quote: Appends a text as a string literal.
  func write(to bytes: inout [UInt8], _ indent: Int, _ quote: (String, inout [UInt8]) -> Void) {
    switch self {
    case .string(let text):
      if let text { quote(text, &bytes) } else { bytes += "null".utf8 }
    case .number(let number): bytes += number.utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .array(let values):
      enclose(values.count, "[", "]", &bytes, indent) { place, bytes in
        values[place].write(to: &bytes, indent + 2, quote)
      }
    case .object(let members):
      enclose(members.count, "{", "}", &bytes, indent) { place, bytes in
        quote(members[place].key, &bytes)
        bytes += ": ".utf8
        members[place].value.write(to: &bytes, indent + 2, quote)
      }
    case .made(let count, let make):
      enclose(count, "[", "]", &bytes, indent) { place, bytes in
        make(place).write(to: &bytes, indent + 2, quote)
      }
    }
  }

  private func enclose(
    _ count: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ bytes: inout [UInt8],
    _ indent: Int, _ part: (Int, inout [UInt8]) -> Void
  ) {
    let isFlat = isFlat
    func beginLine(_ indent: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: indent)
    }
    bytes.append(UInt8(ascii: open))
    for place in 0..<count {
      if place > 0 { bytes += (isFlat ? ", " : ",").utf8 }
      if !isFlat { beginLine(indent + 2) }
      part(place, &bytes)
    }
    if !isFlat { beginLine(indent) }
    bytes.append(UInt8(ascii: close))
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
