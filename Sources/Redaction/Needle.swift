// SPDX-License-Identifier: Apache-2.0
// The forms in which a server may write a secret, apart from escapes.

import Wire

/// Bytes that are looked for, and how two bytes of a text are held for the same.
struct Needle: Sendable {
  /// Folded.
  let bytes: [UInt8]
  let alphabet: Alphabet
  let cover: Masks.Cover
  /// Whether the digits of base64 before and behind hold bits of the secret as well.
  private var reaches = (before: false, behind: false)

  /// Which bytes are held for the same.
  enum Alphabet: Sendable {
    /// Letters of either case.
    case text
    /// Letters of either case, and `+/` for `-_`.
    case base64

    @inline(__always)
    func fold(_ byte: UInt8) -> UInt8 {
      switch (self, byte) {
      case (.base64, UInt8(ascii: "-")): UInt8(ascii: "+")
      case (.base64, UInt8(ascii: "_")): UInt8(ascii: "/")
      default: ASCII.lowercased(byte)
      }
    }

    /// The digit for which the other alphabet of base64 writes this one; most are their own.
    static func twin(of byte: UInt8) -> UInt8 {
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: byte
      }
    }
  }

  init(_ bytes: some Sequence<UInt8>, in alphabet: Alphabet = .text, hiding cover: Masks.Cover) {
    self.bytes = bytes.map(alphabet.fold)
    self.alphabet = alphabet
    self.cover = cover
  }

  /// The secret itself, without the escapes that it holds, in hexadecimal, and in base64.
  static func spellings(of secret: [UInt8], hiding cover: Masks.Cover) -> [Needle] {
    var texts = [secret]
    while texts.count <= Unescaping.deepest,
      let plain = texts[texts.count - 1].unescaped(quotes: true)
    { texts.append(plain) }
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = secret.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return (texts.filter { $0.count >= Redaction.shortest } + [hexadecimal])
      .map { Needle($0, hiding: cover) }
      + (0..<3).map { base64(of: secret, behind: $0, hiding: cover) }
  }

  /// The digits that the secret alone decides if so many bytes stand before it in its group of three.
  private static func base64(
    of secret: [UInt8], behind count: Int, hiding cover: Masks.Cover
  ) -> Needle {
    let bytes = Array(repeating: 0, count: count) + secret
    let text = Array(Base64.encode(bytes).utf8)
    let core = text[(count * 8 + 5) / 6..<bytes.count * 8 / 6]
    var needle = Needle(core, in: .base64, hiding: cover)
    needle.reaches = (count > 0, bytes.count % 3 != 0)
    return needle
  }

  /// Where the needle stands in a text if its first byte stands there; nil if it does not.
  @inline(__always)
  func range(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
    guard start >= 0, start + bytes.count <= text.count else { return nil }
    var range = start..<start + bytes.count
    for place in bytes.indices where alphabet.fold(text[start + place]) != bytes[place] {
      return nil
    }
    if reaches.before, start > 0, Self.isDigit(text[start - 1]) {
      range = start - 1..<range.upperBound
    }
    if reaches.behind, range.upperBound < text.count, Self.isDigit(text[range.upperBound]) {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// Whether base64 may have the byte, but for `=`.
  static func isDigit(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
      || "+/-_".utf8.contains(byte)
  }
}
