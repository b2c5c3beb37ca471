// SPDX-License-Identifier: Apache-2.0
// Which of 64 bytes of a string are escaped, found without a branch for each backslash.

/// Sixty-four bytes of the inside of a string literal, one bit for each, the first byte lowest.
///
/// The bytes of a page of JSON inside a string have a backslash every seven bytes. A loop that
/// stops at each of them waits for memory; this one looks at all of them at once (the algorithm is
/// simdjson's, by John Keiser, in words of 64 bits).
struct JSONEscapeBlock {
  static let length = 64

  /// Every backslash, those that are escaped themselves included.
  private(set) var backslashes: UInt64 = 0
  private(set) var quotes: UInt64 = 0
  /// Whether there is a control character or a byte that is not ASCII.
  let hasOthers: Bool

  /// - Parameter bytes: At least ``length`` bytes.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var others: UInt64 = 0
    for place in 0..<8 {
      let raw = UnsafeRawPointer(bytes + 8 &* place).loadUnaligned(as: UInt64.self)
      let word = UInt64(littleEndian: raw)
      backslashes |= Self.bits(word ^ ones &* 0x5C) &<< UInt64(8 &* place)
      quotes |= Self.bits(word ^ ones &* 0x22) &<< UInt64(8 &* place)
      others |= (word &- ones &* 0x20) | word
    }
    hasOthers = others & (ones &* 0x80) != 0
  }

  /// One bit for each byte that is zero.
  @inline(__always)
  private static func bits(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let zeros = ~(((word & low) &+ low) | word | low)
    return ((zeros &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// The backslashes that begin an escape, and the bytes behind them.
  ///
  /// - Parameter carry: 1 if the first byte is escaped by the byte before; afterwards the same of
  ///   the byte behind the block.
  @inline(__always)
  func escapes(_ carry: inout UInt64) -> (starts: UInt64, escaped: UInt64) {
    let odd: UInt64 = 0xAAAA_AAAA_AAAA_AAAA
    let candidates = backslashes & ~carry
    let code = ((candidates &<< 1 | odd) &- candidates) ^ odd
    let escaped = code ^ (backslashes | carry)
    let starts = code & backslashes
    carry = starts &>> 63
    return (starts, escaped)
  }

  /// Whether each of the escaped bytes stands for itself, a quote or a backslash.
  @inline(__always)
  func isPlain(_ escaped: UInt64) -> Bool { escaped & ~(quotes | backslashes) == 0 }
}
