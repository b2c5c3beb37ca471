// SPDX-License-Identifier: Apache-2.0
// The spellings of a secret that a test goes through, written without a line of the code under test.

import Foundation
import Testing

/// How a server may write what it repeats.
enum SecretSpelling: String, CaseIterable, CustomTestStringConvertible {
  case plain, jsonEscapes, oneEscape, nestedEscapes, hexEscapes, slashes
  case percent, lowerPercent, doublePercent, percentOfJSON
  case decimalEntities, hexEntities, namedEntities
  case upperCase, hexadecimal, upperHexadecimal
  case base64, base64Unpadded, base64Behind1, base64Behind2, base64Inside, base64URL
  case base64Escaped, base64InLines, base64InEscapedLines

  var testDescription: String { rawValue }

  func spelled(_ secret: String) -> String {
    let bytes = Array(secret.utf8)
    switch self {
    case .plain: return secret
    case .jsonEscapes: return unicode(secret)
    case .oneEscape: return unicode("\(secret.first!)") + secret.dropFirst()
    case .nestedEscapes: return unicode(secret).replacing("\\", with: "\\\\\\")
    case .hexEscapes: return each(bytes, "\\x%02x")
    case .slashes: return secret.replacing("/", with: "\\/")
    case .percent: return each(bytes, "%%%02X")
    case .lowerPercent: return each(bytes, "%%%02x")
    case .doublePercent: return each(bytes, "%%25%02X")
    case .percentOfJSON: return unicode(secret).replacing("\\", with: "%5C")
    case .decimalEntities: return each(bytes, "&#%d;", of: secret)
    case .hexEntities: return each(bytes, "&#x%04x;", of: secret)
    case .namedEntities:
      return secret.replacing("&", with: "&amp;").replacing("/", with: "&sol;")
        .replacing("\"", with: "&quot;")
    case .upperCase:
      return String(
        String.UnicodeScalarView(
          secret.unicodeScalars.map {
            $0.isASCII ? $0.properties.uppercaseMapping.unicodeScalars.first! : $0
          }))
    case .hexadecimal: return each(bytes, "%02x")
    case .upperHexadecimal: return each(bytes, "%02X")
    case .base64: return base64("", secret, "")
    case .base64Unpadded: return base64("", secret, "").replacing("=", with: "")
    case .base64Behind1: return base64("a", secret, "")
    case .base64Behind2: return base64("ab", secret, "")
    case .base64Inside: return base64("user:", secret, "@host/with?more")
    case .base64URL: return url(base64("user:\u{FF}~?", secret, "~~"))
    case .base64Escaped:
      return base64("", secret, "").replacing("/", with: "\\/").replacing("+", with: "%2B")
    case .base64InLines: return lines(base64("", secret, ""), "\r\n")
    case .base64InEscapedLines: return lines(base64("", secret, ""), "\\n")
    }
  }

  private func unicode(_ text: String) -> String {
    text.utf16.map { String(format: "\\u%04x", $0) }.joined()
  }

  private func each(_ bytes: [UInt8], _ format: String) -> String {
    bytes.map { String(format: format, $0) }.joined()
  }

  private func each(_ bytes: [UInt8], _ format: String, of text: String) -> String {
    text.unicodeScalars.map { String(format: format, $0.value) }.joined()
  }

  private func base64(_ before: String, _ text: String, _ behind: String) -> String {
    Data((before + text + behind).utf8).base64EncodedString()
  }

  private func url(_ text: String) -> String {
    text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  private func lines(_ text: String, _ end: String) -> String {
    stride(from: 0, to: text.count, by: 16).map { start in
      String(text.dropFirst(start).prefix(16))
    }.joined(separator: end)
  }
}
