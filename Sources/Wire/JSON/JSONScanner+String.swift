// SPDX-License-Identifier: Apache-2.0
// The string grammar of RFC 8259, section 7, eight bytes at a time, with UTF-8 checked in passing.

extension JSONScanner {
  /// Passes a string from its opening quote; plain ASCII never leaves the first loop.
  @inlinable @inline(__always)
  public func string(at quote: Int) throws(JSONSyntaxError) -> Lexeme {
    let offset = skipPlainASCII(from: quote &+ 1)
    guard byte(at: offset) == UInt8(ascii: "\"") else { return try restOfString(from: offset) }
    return (offset &+ 1, [])
  }

  /// Goes to the next quote, backslash, control character or non-ASCII byte, or to the end.
  @inlinable @inline(__always)
  public func skipPlainASCII(from start: Int) -> Int {
    var offset = start
    while offset &+ 8 <= end {
      let word = UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self)
      let marks = Self.markSpecialBytes(UInt64(littleEndian: word))
      guard marks == 0 else { return offset &+ marks.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < end, Self.markSpecialBytes(UInt64(bytes[offset])) & 0x80 == 0 { offset &+= 1 }
    return offset
  }

  /// Sets the top bit of the first byte that is special; bits above the first mark may be wrong.
  @inlinable @inline(__always)
  public static func markSpecialBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let controls = word &- ones &* 0x20
    let quotes = (word ^ ones &* 0x22) &- ones
    let backslashes = (word ^ ones &* 0x5C) &- ones
    return (controls | quotes | backslashes | word) & (ones &* 0x80)
  }

  @inline(never)
  @usableFromInline func restOfString(from start: Int) throws(JSONSyntaxError) -> Lexeme {
    var offset = start
    var traits: JSONToken.Traits = []
    var surrogates = SurrogatePairing()
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        if surrogates.unpaired > 0 { traits.insert(.loneSurrogate) }
        return (offset &+ 1, traits)
      case UInt8(ascii: "\\"):
        traits.insert(.escaped)
        offset = try escape(at: offset, &surrogates)
      case 0x80...:
        offset = try multibyteScalar(at: offset)
      case ..<0x20:
        throw JSONSyntaxError(offset: offset, reason: .controlCharacter(bytes[offset]))
      default:
        offset = skipPlainASCII(from: offset)
      }
    }
    throw JSONSyntaxError(offset: end, reason: .stringNotClosed)
  }

  /// Passes as much of the inside of a string as there is, with 64 bytes at a time.
  ///
  /// - Parameter start: A place inside the string, and not inside an escape or a scalar.
  /// - Returns: Whether the closing quote came, and the offset behind it; else where to go on once
  ///   more bytes are there.
  package func stringPart(
    from start: Int
  ) throws(JSONSyntaxError) -> (end: Int, isClosed: Bool) {
    var offset = start
    var carry: UInt64 = 0
    while offset &+ JSONEscapeBlock.length <= end {
      let block = JSONEscapeBlock(bytes + offset)
      let first = offset &- Int(carry)
      let escaped = block.escapes(&carry).escaped
      offset &+= JSONEscapeBlock.length
      if !block.hasOthers, block.isPlain(escaped) {
        let closing = block.quotes & ~escaped
        guard closing == 0 else {
          let last = offset &- JSONEscapeBlock.length &+ closing.trailingZeroBitCount
          return (last &+ 1, true)
        }
      } else {
        let part = try stringPart(from: first, to: offset)
        guard !part.isClosed else { return part }
        offset = part.end
        carry = 0
      }
    }
    return try stringPart(from: offset &- Int(carry), to: end)
  }

  /// The same with a look at each escape and each scalar, at least as far as to a limit.
  @inline(never)
  private func stringPart(
    from start: Int, to limit: Int
  ) throws(JSONSyntaxError) -> (end: Int, isClosed: Bool) {
    var offset = start
    var surrogates = SurrogatePairing()
    do throws(JSONSyntaxError) {
      while offset < limit {
        switch bytes[offset] {
        case UInt8(ascii: "\""): return (offset &+ 1, true)
        case UInt8(ascii: "\\"): offset = try escape(at: offset, &surrogates)
        case 0x80...: offset = try multibyteScalar(at: offset)
        case ..<0x20:
          throw JSONSyntaxError(offset: offset, reason: .controlCharacter(bytes[offset]))
        default: offset = skipPlainASCII(from: offset)
        }
      }
    } catch {
      guard error.reason == .stringNotClosed else { throw error }
    }
    return (offset, false)
  }

  private func escape(
    at backslash: Int, _ surrogates: inout SurrogatePairing
  ) throws(JSONSyntaxError) -> Int {
    switch byte(at: backslash &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return backslash &+ 2
    case UInt8(ascii: "u"):
      surrogates.note(try hexadecimalUnit(at: backslash &+ 2), at: backslash)
      return backslash &+ 6
    default:
      throw failure(at: backslash &+ 1, .invalidEscape)
    }
  }

  private func hexadecimalUnit(at start: Int) throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for offset in start..<(start &+ 4) {
      guard let digit = ASCII.hexValue(byte(at: offset)) else {
        throw failure(at: offset, .invalidUnicodeEscape)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Passes one scalar of two to four bytes (Unicode 16, table 3-7).
  @inline(__always)
  private func multibyteScalar(at start: Int) throws(JSONSyntaxError) -> Int {
    let lead = bytes[start]
    let length: Int
    let second: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw JSONSyntaxError(offset: start, reason: .invalidUTF8)
    }
    guard second.contains(byte(at: start &+ 1)) else { throw failure(at: start &+ 1, .invalidUTF8) }
    for offset in (start &+ 2)..<max(start &+ 2, start &+ length) {
      guard byte(at: offset) & 0xC0 == 0x80 else { throw failure(at: offset, .invalidUTF8) }
    }
    return start &+ length
  }

  /// The reason, unless the body ends before the string does.
  private func failure(at offset: Int, _ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
    JSONSyntaxError(offset: offset, reason: offset < end ? reason : .stringNotClosed)
  }

  /// Counts the surrogate escapes of one string that have no other half directly behind them.
  private struct SurrogatePairing {
    private(set) var unpaired = 0
    private var openHighEnd = -1

    mutating func note(_ unit: UInt16, at offset: Int) {
      if UTF16.isLeadSurrogate(unit) {
        unpaired &+= 1
        openHighEnd = offset &+ 6
      } else if UTF16.isTrailSurrogate(unit) {
        unpaired &+= openHighEnd == offset ? -1 : 1
        openHighEnd = -1
      }
    }
  }
}
