// SPDX-License-Identifier: Apache-2.0
// Which of 64 bytes of a string are escaped, found without a branch for each backslash.

#if arch(x86_64)
  // The compiler's own module of the instructions that gather one bit of each byte.
  private import _Builtin_intrinsics.intel.sse2
#endif

/// Sixty-four bytes of the inside of a string literal, one bit for each, the first byte lowest.
///
/// The bytes of a page of JSON inside a string have a backslash every seven bytes. A loop that
/// stops at each of them waits for memory; this one looks at all of them at once (the algorithm is
/// simdjson's, by John Keiser).
struct JSONEscapeBlock {
  static let length = 64

  /// Every backslash, those that are escaped themselves included.
  let backslashes: UInt64
  let quotes: UInt64
  /// Whether there is a control character or a byte that is not ASCII.
  let hasOthers: Bool

  /// A function of its own, for in a larger one the halves of vectors are taken by calls.
  ///
  /// - Parameter bytes: At least ``length`` bytes.
  @inline(never)
  init(_ bytes: UnsafePointer<UInt8>) {
    backslashes = bytes.bits { $0.marks(UInt8(ascii: "\\")) }
    quotes = bytes.bits { $0.marks(UInt8(ascii: "\"")) }
    let others = bytes.others | (bytes + 16).others | (bytes + 32).others | (bytes + 48).others
    hasOthers = (others[0] | others[1]) & 0x8080_8080_8080_8080 != 0
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

extension UnsafePointer<UInt8> {
  /// The top bit of each of the next 16 bytes that is a control character or no ASCII; where there is
  /// one, others may be marked as well. (A comparison of vectors by size becomes a loop.)
  @inline(__always)
  fileprivate var others: SIMD2<UInt64> {
    let words = UnsafeRawPointer(self).loadUnaligned(as: SIMD2<UInt64>.self)
    return (words &- SIMD2(repeating: 0x2020_2020_2020_2020)) | words
  }

  /// One bit for each of the next 64 bytes that is marked.
  ///
  /// - Parameter marks: Marks 16 bytes at once.
  @inline(__always)
  fileprivate func bits(_ marks: (Self) -> SIMDMask<SIMD16<Int8>>) -> UInt64 {
    #if arch(x86_64)
      @inline(__always) func part(_ place: Int) -> UInt64 {
        let mask = unsafeBitCast(marks(self + place), to: __m128i.self)
        return UInt64(UInt16(truncatingIfNeeded: _mm_movemask_epi8(mask))) &<< UInt64(place)
      }
      return part(0) | part(16) | part(32) | part(48)
    #else
      return JSONEscapeBlock.bits(
        marks(self), marks(self + 16), marks(self + 32), marks(self + 48))
    #endif
  }
}

extension JSONEscapeBlock {
  /// The same where the processor has no instruction for it: of eight bytes that are marked each keeps
  /// a bit of its own, and bytes that stand beside each other are put together three times.
  @inline(__always)
  static func bits(
    _ first: SIMDMask<SIMD16<Int8>>, _ second: SIMDMask<SIMD16<Int8>>,
    _ third: SIMDMask<SIMD16<Int8>>, _ fourth: SIMDMask<SIMD16<Int8>>
  ) -> UInt64 {
    let all = joined(joined(own(first), own(second)), joined(own(third), own(fourth)))
    return UInt64(littleEndian: unsafeBitCast(joined(all, all), to: SIMD2<UInt64>.self)[0])
  }

  @inline(__always)
  private static func own(_ marks: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
    let weights = SIMD2(repeating: UInt64(littleEndian: 0x8040_2010_0804_0201))
    return unsafeBitCast(
      unsafeBitCast(marks, to: SIMD2<UInt64>.self) & weights, to: SIMD16<UInt8>.self)
  }

  @inline(__always)
  private static func joined(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    let both = SIMD32(lowHalf: left, highHalf: right)
    return both.evenHalf &+ both.oddHalf
  }
}
