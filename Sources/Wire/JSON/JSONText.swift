// SPDX-License-Identifier: Apache-2.0
// The way back: text as it stands in a JSON document.

/// Writing of JSON, as far as writing needs rules: string literals.
public enum JSONText {
  /// The text as a string literal with its quotes; escapes only what RFC 8259, section 7 demands.
  public static func quote(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\0"..."\u{1F}": literal += "\\u00" + ASCII.hexadecimal(UInt8(scalar.value))
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
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
    while from < inner.count {
      let run = plainRun(bytes, from, inner.count)
      (memory + to).update(from: bytes + from, count: run)
      from += run
      to += run
      guard from < inner.count else { break }
      let letter = bytes[from + 1]
      if letter != UInt8(ascii: "u") {
        memory[to] = meaning(ofEscape: letter)
        from += 2
        to += 1
      } else {
        to += decodeUnit(bytes, &from, inner.count, memory + to)
      }
    }
    return to
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
    guard start + 6 <= end, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    return (2..<6).reduce(0) { $0 << 4 | UInt32(ASCII.hexValue(bytes[start + $1]) ?? 0) }
  }
}
