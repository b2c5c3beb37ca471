// SPDX-License-Identifier: Apache-2.0
// Looking at the bytes of a body: blanks, words and marks; strings and numbers have own files.

/// A read-only view of a body; every method takes an offset and answers the offset behind.
public struct JSONScanner {
  public let bytes: UnsafePointer<UInt8>
  public let end: Int

  /// - Parameter bytes: Memory that outlives the scanner, of at least `end` bytes.
  @inlinable @inline(__always)
  public init(bytes: UnsafePointer<UInt8>, end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// What a scan found: the offset behind the token and what was seen in it.
  public typealias Lexeme = (end: Int, traits: JSONToken.Traits)

  /// The byte at an offset, or NUL behind the end; no rule of the grammar begins with NUL.
  @inlinable @inline(__always)
  public func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  @inlinable @inline(__always)
  public func skipBlanks(from offset: Int) -> Int {
    byte(at: offset) > 0x20 ? offset : skipBlankRun(from: offset)
  }

  @inline(never)
  @usableFromInline func skipBlankRun(from offset: Int) -> Int {
    var offset = offset
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset &+= 1
      default: return offset
      }
    }
    return offset
  }

  /// Whether the body begins with U+FEFF in UTF-8, or in UTF-16 or UTF-32 of either byte order.
  public func startsWithByteOrderMark() -> Bool {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE], [0, 0, 0xFE, 0xFF]]
    return marks.contains { UnsafeBufferPointer(start: bytes, count: end).starts(with: $0) }
  }

  /// Passes `true`, `false` or `null`; the error is at the first byte that differs.
  @inlinable @inline(__always)
  public func word(_ word: StaticString, at start: Int) throws(JSONSyntaxError) -> Int {
    for index in 0..<word.utf8CodeUnitCount {
      guard byte(at: start &+ index) == word.utf8Start[index] else {
        throw JSONSyntaxError(offset: start &+ index, reason: .unknownWord)
      }
    }
    return start &+ word.utf8CodeUnitCount
  }

  /// Whether these letters stand at an offset.
  public func isWord(_ word: StaticString, at start: Int) -> Bool {
    (try? self.word(word, at: start)) != nil
  }
}
