// SPDX-License-Identifier: Apache-2.0
// A cursor on one value of a document: what it is, where it stands, how it was spelled.

/// One value inside a parsed document; cheap to copy, decoded only when asked.
public struct JSONValue: Sendable {
  let storage: JSONDocument.Storage
  let index: Int

  /// The six kinds of RFC 8259, section 3; the description is the English word.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case object, array, string, number, boolean, null

    public var description: String {
      switch self {
      case .object: "object"
      case .array: "array"
      case .string: "string"
      case .number: "number"
      case .boolean: "boolean"
      case .null: "null"
      }
    }
  }

  var token: JSONToken { storage.tape[index] }

  public var kind: Kind { token.kind }

  /// Byte offsets in the body, with the quotes of a string and the brackets of a container.
  public var span: Range<Int> { token.span }

  /// The bytes of the value as they came.
  public var rawBytes: ArraySlice<UInt8> { storage.bytes[span] }

  /// The source text of the value, with its escapes and blanks as they came.
  public var raw: String { String(decoding: rawBytes, as: UTF8.self) }

  public var isNull: Bool { kind == .null }

  /// The value of `true` or `false`, nil for every other kind.
  public var bool: Bool? {
    kind == .boolean ? storage.bytes[span.lowerBound] == UInt8(ascii: "t") : nil
  }

  /// The spelling of a number, nil for every other kind.
  public var number: JSONNumber? {
    guard kind == .number else { return nil }
    return JSONNumber(raw: raw, isIntegerToken: token.traits.contains(.integer))
  }

  /// The text of a string with its escapes decoded, lone surrogates as U+FFFD; nil for other kinds.
  public var string: String? {
    guard kind == .string else { return nil }
    return String(decoding: textBytes(loneSurrogates: .replaced), as: UTF8.self)
  }

  /// Whether this string has a surrogate escape without its other half; other kinds have none.
  public var hasLoneSurrogate: Bool { token.traits.contains(.loneSurrogate) }
}
