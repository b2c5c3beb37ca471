// SPDX-License-Identifier: Apache-2.0
// From the bytes between two quotes to the text they mean.

extension JSONValue {
  /// What to write for a surrogate escape without its other half.
  package enum LoneSurrogates {
    /// U+FFFD, so that the result is UTF-8.
    case replaced
    /// The three bytes UTF-8 would use if it could, so that different names stay different.
    case kept
  }

  /// The decoded bytes of a string token; nearly always the bytes between its quotes.
  package func textBytes(loneSurrogates: LoneSurrogates) -> ArraySlice<UInt8> {
    let inner = rawBytes.dropFirst().dropLast()
    guard token.traits.contains(.escaped) else { return inner }
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var offset = inner.startIndex
    while offset < inner.endIndex {
      let byte = inner[offset]
      if byte != UInt8(ascii: "\\") {
        text.append(byte)
        offset += 1
      } else if inner[offset + 1] != UInt8(ascii: "u") {
        text.append(JSONText.meaning(ofEscape: inner[offset + 1]))
        offset += 2
      } else {
        Self.decodeUnits(inner, &offset, into: &text, loneSurrogates)
      }
    }
    return text[...]
  }

  /// Whether the decoded text is exactly these bytes; no normalization, unlike `String ==`.
  func hasText(_ text: String) -> Bool {
    guard token.traits.contains(.escaped) else {
      return span.count - 2 == text.utf8.count
        && rawBytes.dropFirst().dropLast().elementsEqual(text.utf8)
    }
    return textBytes(loneSurrogates: .replaced).elementsEqual(text.utf8)
  }

  /// Decodes one `\uXXXX`, or two that are a pair.
  private static func decodeUnits(
    _ inner: ArraySlice<UInt8>, _ offset: inout Int, into text: inout [UInt8],
    _ loneSurrogates: LoneSurrogates
  ) {
    let unit = unit(at: offset, in: inner) ?? 0
    offset += 6
    if let scalar = Unicode.Scalar(unit) {
      text += Array(Character(scalar).utf8)
    } else if UTF16.isLeadSurrogate(UInt16(unit)), let low = self.unit(at: offset, in: inner),
      (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar((unit - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
    {
      text += Array(Character(scalar).utf8)
      offset += 6
    } else if loneSurrogates == .replaced {
      text += [0xEF, 0xBF, 0xBD]
    } else {
      text += [0xED, UInt8(0x80 | unit >> 6 & 0x3F), UInt8(0x80 | unit & 0x3F)]
    }
  }

  private static func unit(at offset: Int, in inner: ArraySlice<UInt8>) -> UInt32? {
    guard offset + 6 <= inner.endIndex, inner[offset] == UInt8(ascii: "\\"),
      inner[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    return inner[offset + 2..<offset + 6].reduce(0) { $0 << 4 | UInt32(ASCII.hexValue($1) ?? 0) }
  }
}
