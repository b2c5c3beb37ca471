// SPDX-License-Identifier: Apache-2.0
// Takes one layer of escapes off a text, whoever put it there, and finds the way back.

import Wire

/// An escape, and the bytes that it stands for.
struct Escape {
  var range: Range<Int>
  /// At most four, the first one lowest.
  private var bytes: UInt32 = 0
  private(set) var count = 0

  /// An escape that stands for nothing.
  init(_ range: Range<Int>) { self.range = range }

  init(_ range: Range<Int>, byte: UInt8) {
    self.range = range
    (bytes, count) = (UInt32(byte), 1)
  }

  init(_ range: Range<Int>, _ scalar: Unicode.Scalar) {
    self.range = range
    for byte in UTF8.encode(scalar)! {
      bytes |= UInt32(byte) << UInt32(8 * count)
      count += 1
    }
  }

  func append(to text: inout [UInt8]) {
    for place in 0..<count { text.append(UInt8(truncatingIfNeeded: bytes >> UInt32(8 * place))) }
  }
}

/// One escape after the other: of JSON and its kin, of a URL, of HTML, and broken lines of base64.
struct Unescaping {
  /// How many layers are taken off at most.
  static let deepest = 3

  private let text: UnsafeBufferPointer<UInt8>
  /// Whether backslashes before a quote or another backslash count as well.
  private let quotes: Bool

  init(_ text: UnsafeBufferPointer<UInt8>, quotes: Bool) {
    self.text = text
    self.quotes = quotes
  }

  /// Whether there is a byte with which an escape begins; most pages of a list have none.
  static func mayHaveEscapes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (backslash, percent, ampersand) = (UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"))
    return text.firstPlace(
      in: 0..<text.count,
      where: {
        $0.marks(backslash) .| $0.marks(percent) .| $0.marks(ampersand) .| $0.marks(0x0A)
      },
      or: { [backslash, percent, ampersand, 0x0A].contains($0[0]) }) != nil
  }

  /// The first escape from a place on.
  func next(from start: Int) -> Escape? {
    var place = start
    while let found = candidate(from: place) {
      var end = found + 1
      let escape: Escape?
      switch text[found] {
      case UInt8(ascii: "\\"):
        var first = found
        while first > start, text[first - 1] == UInt8(ascii: "\\") { first -= 1 }
        while byte(at: end) == UInt8(ascii: "\\") { end += 1 }
        escape = backslashed(first, end)
      case UInt8(ascii: "%"):
        escape = hexadecimal(2, at: found + 1).map { Escape(found..<found + 3, byte: UInt8($0)) }
      case UInt8(ascii: "&"): escape = entity(found)
      default: escape = brokenLine(found)
      }
      if let escape, escape.range.lowerBound >= start { return escape }
      place = end
    }
    return nil
  }

  /// The next place where an escape may be: a backslash, `%`, `&`, or the end of a line that goes on
  /// without a blank.
  private func candidate(from start: Int) -> Int? {
    let quotes = quotes
    let (backslash, quote) = (UInt8(ascii: "\\"), UInt8(ascii: "\""))
    let (percent, ampersand) = (UInt8(ascii: "%"), UInt8(ascii: "&"))
    let all = SIMDMask<SIMD16<Int8>>(repeating: quotes)
    return text.firstPlace(
      in: start..<max(start, text.count - 1),
      where: { bytes in
        let next = bytes + 1
        let isPlain = next.marks(quote) .| next.marks(backslash)
        return bytes.marks(backslash) .& (all .| .!isPlain) .| bytes.marks(percent)
          .| bytes.marks(ampersand) .| bytes.marks(0x0A) .& .!next.marks(0x20)
      },
      or: { bytes in
        switch bytes[0] {
        case backslash: quotes || bytes[1] != quote && bytes[1] != backslash
        case percent, ampersand: true
        case 0x0A: bytes[1] != 0x20
        default: false
        }
      })
  }

  /// What stands behind backslashes; however many there are, they stand for one.
  private func backslashed(_ first: Int, _ end: Int) -> Escape? {
    switch byte(at: end) {
    case UInt8(ascii: "u"): unicode(first, end)
    case UInt8(ascii: "x"):
      hexadecimal(2, at: end + 1).map { Escape(first..<end + 3, byte: UInt8($0)) }
    case UInt8(ascii: "/"): Escape(first..<end + 1, byte: UInt8(ascii: "/"))
    case UInt8(ascii: "\"") where quotes: Escape(first..<end + 1, byte: UInt8(ascii: "\""))
    case UInt8(ascii: "n"), UInt8(ascii: "r"): Escape(first..<end + 1)
    default: end - first > 1 && quotes ? Escape(first..<end, byte: UInt8(ascii: "\\")) : nil
    }
  }

  private func unicode(_ first: Int, _ end: Int) -> Escape? {
    guard let value = hexadecimal(4, at: end + 1) else { return nil }
    if let scalar = Unicode.Scalar(value) { return Escape(first..<end + 5, scalar) }
    var second = end + 5
    while byte(at: second) == UInt8(ascii: "\\") { second += 1 }
    guard byte(at: second) == UInt8(ascii: "u"), let low = hexadecimal(4, at: second + 1),
      value < 0xDC00, (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return Escape(first..<second + 5, scalar)
  }

  /// `&amp;`, `&#109;` or `&#x6D;`.
  private func entity(_ start: Int) -> Escape? {
    var end = start + 1
    while end < start + 10, let byte = byte(at: end), byte != UInt8(ascii: ";") { end += 1 }
    guard byte(at: end) == UInt8(ascii: ";") else { return nil }
    let (range, isNumber) = (start..<end + 1, byte(at: start + 1) == UInt8(ascii: "#"))
    guard isNumber else {
      let name = text[start + 1..<end].reduce(0 as UInt64) { $0 << 8 | UInt64($1 | 0x20) }
      return Self.entities[name].map { Escape(range, byte: $0) }
    }
    let isHexadecimal = byte(at: start + 2).map { $0 | 0x20 } == UInt8(ascii: "x")
    var value: UInt32 = 0
    for digit in text[(start + (isHexadecimal ? 3 : 2))..<end] {
      guard let digit = ASCII.hexValue(digit), isHexadecimal || digit < 10 else { return nil }
      value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
    }
    return Unicode.Scalar(value).map { Escape(range, $0) }
  }

  /// The bytes of characters with a name in HTML, by the name's bytes as one number.
  private static let entities: [UInt64: UInt8] = Dictionary(
    uniqueKeysWithValues: [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("sol", "/"),
      ("plus", "+"), ("equals", "="),
    ].map { name, character in
      (name.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }, character.utf8.first!)
    })

  /// The end of a line inside base64, which may also be `\r\n`.
  private func brokenLine(_ place: Int) -> Escape? {
    guard let next = byte(at: place + 1), Needle.isDigit(next) else { return nil }
    let first = place > 0 && text[place - 1] == 0x0D ? place - 1 : place
    guard first > 0, Needle.isDigit(text[first - 1]) else { return nil }
    return Escape(first..<place + 1)
  }

  private func byte(at place: Int) -> UInt8? { place < text.count ? text[place] : nil }

  private func hexadecimal(_ digits: Int, at start: Int) -> UInt32? {
    guard start + digits <= text.count else { return nil }
    var value: UInt32 = 0
    for place in start..<start + digits {
      guard let digit = ASCII.hexValue(text[place]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

extension [UInt8] {
  /// The bytes without one layer of escapes; nil where there are none.
  func unescaped(quotes: Bool) -> [UInt8]? {
    withUnsafeBufferPointer { text in
      guard Unescaping.mayHaveEscapes(text) else { return nil }
      let escapes = Unescaping(text, quotes: quotes)
      var plain: [UInt8] = []
      var start = 0
      while let escape = escapes.next(from: start) {
        if start == 0 { plain.reserveCapacity(text.count) }
        plain.append(contentsOf: text[start..<escape.range.lowerBound])
        escape.append(to: &plain)
        start = escape.range.upperBound
      }
      guard start > 0 else { return nil }
      plain.append(contentsOf: text[start...])
      return plain
    }
  }

  /// Where the bytes stood that are somewhere in the text without one layer of escapes.
  ///
  /// - Parameter places: In order, none overlapping another.
  fileprivate func escaped(_ places: [Range<Int>], quotes: Bool) -> [Range<Int>] {
    withUnsafeBufferPointer { text in
      let escapes = Unescaping(text, quotes: quotes)
      var found: [Range<Int>] = []
      // The places of the same byte in the text and in the one without escapes.
      var (start, plain) = (0, 0)
      var escape = escapes.next(from: 0)
      func place(_ wanted: Int, isEnd: Bool) -> Int {
        while let next = escape {
          let first = plain + next.range.lowerBound - start
          if wanted < first || isEnd && wanted == first { break }
          let last = first + next.count
          if isEnd ? wanted <= last : wanted < last {
            return isEnd ? next.range.upperBound : next.range.lowerBound
          }
          (start, plain) = (next.range.upperBound, last)
          escape = escapes.next(from: start)
        }
        return start + wanted - plain
      }
      for range in places {
        let lower = place(range.lowerBound, isEnd: false)
        found.append(lower..<Swift.max(lower, place(range.upperBound, isEnd: true)))
      }
      return found
    }
  }
}

extension Masks {
  /// The same places in a text from which so many layers of escapes were taken.
  func moved(into bytes: [UInt8], behind level: Int, quotes: Bool) -> Masks {
    guard level > 0 else { return self }
    var layers = [bytes]
    while layers.count < level, let plain = layers[layers.count - 1].unescaped(quotes: quotes) {
      layers.append(plain)
    }
    let places = layers.reversed().reduce(ranges.map(\.range)) { places, layer in
      layer.escaped(places, quotes: quotes)
    }
    var masks = Masks()
    for (place, mask) in zip(places, ranges) { masks.add(place, mask.cover) }
    return masks
  }
}
