// SPDX-License-Identifier: Apache-2.0
// Knows the ids that nearly every row has, eight bytes at a time.

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are 8, 4, 4, 4 and 12 hexadecimal digits of either case, joined by hyphens.
  var isUUID: Bool {
    guard count == 36, let bytes = UnsafeRawPointer(baseAddress) else { return false }
    let (second, third) = (Word(bytes, 8), Word(bytes, 16))
    return Word.top
      == Word(bytes, 0).digits & Word(bytes, 24).digits & Word(bytes, 28).digits
      & second.digits(butHyphensAt: 0x0000_8000_0000_0080)
      & third.digits(butHyphensAt: 0x8000_0000_0080_0000)
  }

  /// Whether these are 24 hexadecimal digits of either case.
  var isHexadecimal24: Bool {
    guard count == 24, let bytes = UnsafeRawPointer(baseAddress) else { return false }
    return Word.top == Word(bytes, 0).digits & Word(bytes, 8).digits & Word(bytes, 16).digits
  }

  /// The same of lower-case digits.
  var isLowerHexadecimal24: Bool {
    guard count == 24, let bytes = UnsafeRawPointer(baseAddress) else { return false }
    return Word.top
      == Word(bytes, 0).lowerDigits & Word(bytes, 8).lowerDigits & Word(bytes, 16).lowerDigits
  }
}

/// Eight bytes; what holds for one of them is said by its top bit.
private struct Word {
  static let top = ones &* 0x80
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private let bytes: UInt64
  private let isASCII: UInt64

  @inline(__always)
  init(_ text: UnsafeRawPointer, _ place: Int) {
    let word = UInt64(littleEndian: (text + place).loadUnaligned(as: UInt64.self))
    isASCII = ~word & Self.top
    bytes = word & ~Self.top
  }

  /// Which bytes are hexadecimal digits.
  @inline(__always)
  var digits: UInt64 {
    (between(bytes, 0x30, 0x39) | between(bytes | Self.ones &* 0x20, 0x61, 0x66)) & isASCII
  }

  @inline(__always)
  var lowerDigits: UInt64 { (between(bytes, 0x30, 0x39) | between(bytes, 0x61, 0x66)) & isASCII }

  /// Which bytes are digits, or hyphens where hyphens have to be.
  @inline(__always)
  func digits(butHyphensAt places: UInt64) -> UInt64 {
    digits & ~places | between(bytes, 0x2D, 0x2D) & isASCII & places
  }

  @inline(__always)
  private func between(_ bytes: UInt64, _ least: UInt64, _ most: UInt64) -> UInt64 {
    (bytes &+ Self.ones &* (0x80 &- least)) & ~(bytes &+ Self.ones &* (0x7F &- most))
  }
}
