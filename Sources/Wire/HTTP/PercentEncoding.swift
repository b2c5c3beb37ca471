// SPDX-License-Identifier: Apache-2.0
// RFC 3986 percent-encoding of one path segment or one query value.

/// Percent-encoding that leaves only the unreserved characters of RFC 3986, 2.3 as they are.
public enum PercentEncoding {
  /// Encodes the UTF-8 bytes of a text, so that `a b=c` becomes `a%20b%3Dc`.
  public static func encode(_ text: String) -> String { encode(text.utf8) }

  /// Encodes bytes, which need not be UTF-8.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var encoded = ""
    for byte in bytes {
      if isUnreserved(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + ASCII.hexadecimal(byte)
      }
    }
    return encoded
  }

  /// Decodes a text, or answers nil where a `%` is not followed by two digits or the bytes are not
  /// UTF-8. A `+` stays a `+`.
  public static func decode(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = String(text).utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(ASCII.hexValue),
        let low = rest.next().flatMap(ASCII.hexValue)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
