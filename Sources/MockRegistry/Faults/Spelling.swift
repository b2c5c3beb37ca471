// SPDX-License-Identifier: Apache-2.0
// The ways in which a careless server writes down what a client has shown.

import Wire

/// How a secret is spelled where an answer repeats it.
enum Spelling: String, Sendable, CaseIterable {
  case oneLetterEscaped, unicodeEscapes, nestedEscapes, percent, doublePercent, entities
  case upperCase, hexadecimal, upperHexadecimal, base64, base64OfMore, base64URL, base64InLines

  /// What stands in the place of the text, as the inside of a string of JSON.
  func spelled(_ text: String) -> String {
    let bytes = Array(text.utf8)
    switch self {
    case .oneLetterEscaped:
      let middle = bytes.count / 2
      return Self.text(bytes[..<middle]) + Self.unicode(bytes[middle])
        + Self.text(bytes[(middle + 1)...])
    case .unicodeEscapes: return bytes.map(Self.unicode).joined()
    case .nestedEscapes: return bytes.map { #"\\\"# + Self.unicode($0) }.joined()
    case .percent: return bytes.map { "%" + ASCII.hexadecimal($0) }.joined()
    case .doublePercent: return bytes.map { "%25" + ASCII.hexadecimal($0).lowercased() }.joined()
    case .entities: return bytes.map { "&#\($0);" }.joined()
    case .upperCase: return text.uppercased()
    case .hexadecimal: return bytes.map { ASCII.hexadecimal($0).lowercased() }.joined()
    case .upperHexadecimal: return bytes.map(ASCII.hexadecimal).joined(separator: "")
    case .base64: return Base64.encode(bytes)
    case .base64OfMore: return Base64.encode(Array("user:".utf8) + bytes + Array("@host".utf8))
    case .base64URL:
      return Base64.encode(Array("x".utf8) + bytes).replacing("=", with: "")
        .replacing("+", with: "-").replacing("/", with: "_")
    case .base64InLines:
      let digits = Array(Base64.encode(bytes))
      return stride(from: 0, to: digits.count, by: 20)
        .map { String(digits[$0..<min($0 + 20, digits.count)]) }.joined(separator: #"\r\n"#)
    }
  }

  /// The name in kebab case.
  var word: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
      .replacing("-u-r-l", with: "-url")
  }

  private static func unicode(_ byte: UInt8) -> String { #"\u00"# + ASCII.hexadecimal(byte) }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
