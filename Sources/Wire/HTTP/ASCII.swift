// SPDX-License-Identifier: Apache-2.0
// The few facts about ASCII bytes that HTTP and JSON share.

/// Case folding and character classes of single ASCII bytes.
public enum ASCII {
  /// The lower-case form of `A` to `Z`; every other byte is itself.
  public static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Whether the byte is one of `0` to `9`.
  @inlinable @inline(__always)
  public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The value of one hexadecimal digit of either case, or nil.
  @inlinable
  public static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// The byte as two upper-case hexadecimal digits.
  public static func hexadecimal(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
  }
}
