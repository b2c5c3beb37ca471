// SPDX-License-Identifier: Apache-2.0
// Strings that come in parts, and texts in bytes: the fast ways find what the plain ways find.

import Testing

@testable import Wire

@Suite struct JSONStringPartTests {
  /// One bit for each of 64 bytes that is the byte, by the way of processors without an instruction.
  private static func bits(of byte: UInt8, in bytes: UnsafePointer<UInt8>) -> UInt64 {
    JSONEscapeBlock.bits(
      bytes.marks(byte), (bytes + 16).marks(byte), (bytes + 32).marks(byte),
      (bytes + 48).marks(byte))
  }

  @Test func `both ways of gathering bits see what stands there`() {
    let signs: [UInt8] = [0x22, 0x5C, 0x61, 0x1F, 0x20, 0x7F, 0x80, 0xFF, 0, 0x2F]
    for number in 0..<300 {
      var random = Steps(number)
      // Some blocks have nothing but letters, so that what is not there is asserted as well.
      let choice = 1 + random.next(signs.count)
      let bytes = (0..<64).map { _ in signs[(2 + random.next(choice)) % signs.count] }
      bytes.withUnsafeBufferPointer { buffer in
        let block = JSONEscapeBlock(buffer.baseAddress!)
        for (byte, seen) in [(0x5C as UInt8, block.backslashes), (0x22, block.quotes)] {
          let expected = bytes.enumerated().reduce(0 as UInt64) { bits, entry in
            entry.element == byte ? bits | 1 << UInt64(entry.offset) : bits
          }
          #expect(seen == expected)
          #expect(Self.bits(of: byte, in: buffer.baseAddress!) == expected)
        }
        #expect(block.hasOthers == bytes.contains { $0 < 0x20 || $0 >= 0x80 })
      }
    }
  }

  private static let right = [
    "a", "bc", #"\""#, #"\\"#, "é", "漢", "😀", #"\n"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud83d"#,
    #"\/"#, "0123456789abcdefghijklmnopqrstuvwxyz", #"\\\""#, #"\"\"\"\\\\\""#,
    String(repeating: #"\\"#, count: 70),
  ]
  private static let wrong = ["\u{1}", #"\x"#, #"\u12g4"#, #"\"#]

  private static func literal(_ number: Int) -> [UInt8] {
    var random = Steps(number)
    let pieces = number % 3 == 0 ? right + wrong : right
    let inner = (0..<random.next(60)).map { _ in pieces[random.next(pieces.count)] }.joined()
    return Array("\"\(inner)\", \"x\" \\".utf8)
  }

  /// What stringPart says of a string of which always a few more bytes are there.
  private static func end(
    of literal: UnsafeBufferPointer<UInt8>, _ number: Int
  ) throws(JSONSyntaxError) -> Int {
    var random = Steps(number)
    var (there, place) = (1, 1)
    while true {
      let isWhole = there == literal.count
      there = min(literal.count, there + 1 + random.next(150))
      let scanner = JSONScanner(bytes: literal.baseAddress!, end: there)
      let part = try scanner.stringPart(from: place)
      if part.isClosed { return part.end }
      if isWhole { throw JSONSyntaxError(offset: there, reason: .stringNotClosed) }
      place = part.end
    }
  }

  @Test func `a string ends where it ends, and is decoded, however it comes`() throws {
    for number in 0..<3000 {
      let bytes = Self.literal(number)
      try bytes.withUnsafeBufferPointer { literal in
        let scanner = JSONScanner(bytes: literal.baseAddress!, end: literal.count)
        let wanted = Result { () throws(JSONSyntaxError) in try scanner.string(at: 0).end }
        #expect(
          wanted == Result { () throws(JSONSyntaxError) in try Self.end(of: literal, number) })
        guard let end = try? wanted.get() else { return }
        let text = try JSONDocument(parsing: Array(literal[..<end])).root.string
        let decoded = [UInt8](unsafeUninitializedCapacity: end) { memory, count in
          count = JSONText.decode(
            UnsafeBufferPointer(rebasing: literal[1..<end - 1]), into: memory.baseAddress!)
        }
        #expect(decoded == Array((text ?? "").utf8))
        let again = try JSONDocument(parsing: Array(JSONText.quote(text ?? "").utf8)).root.string
        #expect(again == text)
      }
    }
  }

  @Test func `bytes are found wherever they stand`() {
    var random = Steps(1)
    for _ in 0..<3000 {
      let bytes = (0..<random.next(120)).map { _ in UInt8(random.next(3)) }
      let wanted = (0..<random.next(4)).map { _ in UInt8(random.next(3)) }
      var (found, place): ([Range<Int>], Int) = ([], 0)
      while !wanted.isEmpty, place + wanted.count <= bytes.count {
        let range = place..<place + wanted.count
        if bytes[range].elementsEqual(wanted) { found.append(range) }
        place = bytes[range].elementsEqual(wanted) ? range.upperBound : place + 1
      }
      #expect(bytes.ranges(of: wanted) == found)
    }
  }
}

/// Numbers that look as if they came by chance, and are the same each time.
private struct Steps {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
