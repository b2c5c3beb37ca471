// SPDX-License-Identifier: Apache-2.0
// Where a body stops being JSON, and why, in words that fit into a report.

/// The first place at which a body cannot be continued into a document of RFC 8259.
public struct JSONSyntaxError: Error, Hashable, CustomStringConvertible {
  /// The offset of the first byte that breaks the grammar; the byte count if the body ends early.
  public var offset: Int
  public var reason: Reason

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "\(reason) at byte \(offset)" }

  /// What the grammar forbids; its description is lower case and has no full stop.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    case emptyInput
    case byteOrderMark
    case tooLong
    case tooDeep
    case bytesAfterDocument

    case valueExpected
    case trailingComma
    case arrayNotClosed
    case objectNotClosed
    case commaOrBracketExpected
    case commaOrBraceExpected
    case nameExpected
    case colonExpected

    case unknownWord
    case notANumber
    case infinity
    case comment
    case singleQuote

    case leadingPlus
    case leadingZero
    case noDigitBeforePoint
    case noDigitBehindMinus
    case noDigitBehindPoint
    case noDigitInExponent

    case stringNotClosed
    case controlCharacter(UInt8)
    case invalidEscape
    case invalidUnicodeEscape
    case invalidUTF8

    public var description: String {
      switch self {
      case .emptyInput: "empty input"
      case .byteOrderMark: "byte order mark"
      case .tooLong: "longer than 2 GiB"
      case .tooDeep: "nested deeper than \(JSONDocument.depthLimit)"
      case .bytesAfterDocument: "bytes after the document"
      case .valueExpected: "value expected"
      case .trailingComma: "trailing comma"
      case .arrayNotClosed: "array is not closed"
      case .objectNotClosed: "object is not closed"
      case .commaOrBracketExpected: "comma or ] expected"
      case .commaOrBraceExpected: "comma or } expected"
      case .nameExpected: "member name expected"
      case .colonExpected: "colon expected"
      case .unknownWord: "unknown word"
      case .notANumber: "NaN is not JSON"
      case .infinity: "Infinity is not JSON"
      case .comment: "comments are not JSON"
      case .singleQuote: "single quotes are not JSON"
      case .leadingPlus: "leading plus sign"
      case .leadingZero: "leading zero"
      case .noDigitBeforePoint: "no digit before the decimal point"
      case .noDigitBehindMinus: "no digit behind the minus sign"
      case .noDigitBehindPoint: "no digit behind the decimal point"
      case .noDigitInExponent: "no digit in the exponent"
      case .stringNotClosed: "string is not closed"
      case .controlCharacter(let byte):
        "unescaped control character U+00\(ASCII.hexadecimal(byte)) in a string"
      case .invalidEscape: "invalid escape in a string"
      case .invalidUnicodeEscape: "\\u is not followed by four hexadecimal digits"
      case .invalidUTF8: "invalid UTF-8"
      }
    }
  }
}
