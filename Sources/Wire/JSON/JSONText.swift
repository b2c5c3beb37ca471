// SPDX-License-Identifier: Apache-2.0
// The way back: text as it stands in a JSON document.

/// Writing of JSON, as far as writing needs rules: string literals.
public enum JSONText {
  /// The text as a string literal with its quotes; escapes only what RFC 8259, section 7 demands.
  public static func quote(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: quote($0), as: UTF8.self) }
  }

  /// Writes the text behind some bytes in the same way.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      guard text.allSatisfy({ lengthInLiteral($0) == 1 }) else { return bytes += quote(text) }
      bytes.append(UInt8(ascii: "\""))
      bytes += text
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// The character as one or two escapes, by which a literal keeps its value: `\u200b`.
  public static func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// The same of a text that is UTF-8 already.
  package static func quote(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let room = text.reduce(into: 10) { room, byte in room &+= lengthInLiteral(byte) }
    return Array(unsafeUninitializedCapacity: room) { literal, count in
      guard let memory = literal.baseAddress else { return }
      memory[0] = UInt8(ascii: "\"")
      var to = 1
      text.baseAddress.map { write($0, text.count, memory, &to) }
      memory[to] = UInt8(ascii: "\"")
      count = to &+ 1
    }
  }

  private static func lengthInLiteral(_ byte: UInt8) -> Int {
    byte < 0x20 ? 6 : byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 2 : 1
  }

  /// Writes eight bytes at a time, of which those count that stand before the next escape.
  private static func write(
    _ bytes: UnsafePointer<UInt8>, _ end: Int, _ memory: UnsafeMutablePointer<UInt8>,
    _ to: inout Int
  ) {
    var from = 0
    while from < end {
      if from &+ 8 <= end {
        let word = UnsafeRawPointer(bytes + from).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(memory + to).storeBytes(of: word, as: UInt64.self)
        let marks = marksOfEscapes(UInt64(littleEndian: word))
        let run = marks == 0 ? 8 : marks.trailingZeroBitCount / 8
        from &+= run
        to &+= run
        if marks == 0 { continue }
      }
      let byte = bytes[from]
      from &+= 1
      if let letter = letter(ofEscape: byte) {
        memory[to] = UInt8(ascii: "\\")
        memory[to &+ 1] = letter
        to &+= 2
      } else if byte < 0x20 {
        for digit in ("\\u00" + ASCII.hexadecimal(byte)).utf8 {
          memory[to] = digit
          to &+= 1
        }
      } else {
        memory[to] = byte
        to &+= 1
      }
    }
  }

  /// Sets the top bit of the first byte that has to be escaped; bits above may be wrong.
  @inline(__always)
  private static func marksOfEscapes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let controls = word &- ones &* 0x20
    let quotes = (word ^ ones &* 0x22) &- ones
    let backslashes = (word ^ ones &* 0x5C) &- ones
    return (controls | quotes | backslashes) & ~word & (ones &* 0x80)
  }

  /// The letter behind the backslash; nil for a byte that has no such escape or needs none.
  private static func letter(ofEscape byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    default: nil
    }
  }
}

extension JSONText {
  /// Writes the decoded text of the inside of a string literal, lone surrogates as U+FFFD.
  ///
  /// - Parameters:
  ///   - inner: What stands between the quotes of a literal that is right.
  ///   - memory: Room for as many bytes as the literal has; decoded text is never longer.
  /// - Returns: How many bytes were written.
  package static func decode(
    _ inner: UnsafeBufferPointer<UInt8>, into memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let bytes = inner.baseAddress else { return 0 }
    var (from, to) = (0, 0)
    var carry: UInt64 = 0
    while from &+ JSONEscapeBlock.length &+ 16 <= inner.count {
      let block = JSONEscapeBlock(bytes + from)
      let first = from &- Int(carry)
      let (starts, escaped) = block.escapes(&carry)
      if block.isPlain(escaped) {
        to &+= copy(bytes + from, without: starts, to: memory + to)
        from &+= JSONEscapeBlock.length
      } else {
        let limit = from &+ JSONEscapeBlock.length
        from = first
        decode(inner, bytes, &from, limit, memory, &to)
        carry = 0
      }
    }
    from &-= Int(carry)
    decode(inner, bytes, &from, inner.count, memory, &to)
    return to
  }

  /// Copies 64 bytes but the marked ones; may write 16 bytes more than it answers.
  @inline(__always)
  private static func copy(
    _ bytes: UnsafePointer<UInt8>, without starts: UInt64, to memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (starts, from, to) = (starts, 0, 0)
    while true {
      let end = starts == 0 ? JSONEscapeBlock.length : starts.trailingZeroBitCount
      var place = from
      repeat {
        UnsafeMutableRawPointer(memory + (to &+ place &- from)).storeBytes(
          of: UnsafeRawPointer(bytes + place).loadUnaligned(as: SIMD16<UInt8>.self),
          as: SIMD16<UInt8>.self)
        place &+= 16
      } while place < end
      to &+= end &- from
      guard starts != 0 else { return to }
      from = end &+ 1
      starts &= starts &- 1
    }
  }

  /// Decodes escape by escape, at least as far as to a limit.
  @inline(never)
  private static func decode(
    _ inner: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>, _ from: inout Int,
    _ limit: Int, _ memory: UnsafeMutablePointer<UInt8>, _ to: inout Int
  ) {
    while from < limit {
      let run = plainRun(bytes, from, limit)
      (memory + to).update(from: bytes + from, count: run)
      from += run
      to += run
      guard from < limit else { break }
      let letter = bytes[from + 1]
      if letter != UInt8(ascii: "u") {
        memory[to] = meaning(ofEscape: letter)
        from += 2
        to += 1
      } else {
        to += decodeUnit(bytes, &from, inner.count, memory + to)
      }
    }
  }

  /// How many bytes stand before the next backslash.
  @inline(__always)
  private static func plainRun(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset &+ 8 <= end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self))
      let marked = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let found = (marked &- 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080
      guard found == 0 else { return offset &+ found.trailingZeroBitCount / 8 &- start }
      offset &+= 8
    }
    while offset < end, bytes[offset] != UInt8(ascii: "\\") { offset &+= 1 }
    return offset &- start
  }

  /// The byte that an escape of one letter stands for.
  static func meaning(ofEscape letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  private static func decodeUnit(
    _ bytes: UnsafePointer<UInt8>, _ from: inout Int, _ end: Int,
    _ memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var scalar = unit(bytes, from, end) ?? 0xFFFD
    from += 6
    if UTF16.isLeadSurrogate(UInt16(truncatingIfNeeded: scalar)),
      let low = unit(bytes, from, end), UTF16.isTrailSurrogate(UInt16(truncatingIfNeeded: low))
    {
      scalar = (scalar - 0xD800) << 10 + (low - 0xDC00) + 0x10000
      from += 6
    }
    var count = 0
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! {
      memory[count] = byte
      count += 1
    }
    return count
  }

  private static func unit(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 6 <= end, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    return (2..<6).reduce(0) { $0 << 4 | UInt32(ASCII.hexValue(bytes[start + $1]) ?? 0) }
  }
}
