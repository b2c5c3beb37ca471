// SPDX-License-Identifier: Apache-2.0
// The way back: text as it stands in a JSON document.

/// Writing of JSON, as far as writing needs rules: string literals.
public enum JSONText {
  /// The text as a string literal with its quotes; escapes only what RFC 8259, section 7 demands.
  public static func quote(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\0"..."\u{1F}": literal += "\\u00" + ASCII.hexadecimal(UInt8(scalar.value))
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
