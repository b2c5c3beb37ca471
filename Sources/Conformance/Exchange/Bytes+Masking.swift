// SPDX-License-Identifier: Apache-2.0
// Finds a known text however JSON, a URL or both have written it, and puts a mask in its place.

import Wire

extension [UInt8] {
  /// The bytes with a mask wherever the text stands: the mark, and stars up to the text's length.
  func masking(_ text: String, with mark: String) -> [UInt8] {
    let places = places(of: text)
    guard !places.isEmpty else { return self }
    var copy: [UInt8] = []
    var start = 0
    for place in places {
      let stars = Swift.max(0, place.count - mark.utf8.count)
      copy += self[start..<place.lowerBound] + Array(mark.utf8)
      copy += Array(repeating: UInt8(ascii: "*"), count: stars)
      start = place.upperBound
    }
    return copy + self[start...]
  }

  /// Only a text with characters that somebody might escape is looked for in every spelling.
  private func places(of text: String) -> [Range<Int>] {
    guard !text.utf8.allSatisfy(\.isNeverEscaped) else { return ranges(of: Array(text.utf8)) }
    guard let first = text.utf8.first else { return [] }
    let scalars = text.unicodeScalars.reduce(into: [Unicode.Scalar]()) { scalars, scalar in
      if scalar != "\\" || scalars.last != "\\" { scalars.append(scalar) }
    }
    let characters = scalars.map { ($0, Array(String($0).utf8)) }
    var found: [Range<Int>] = []
    var index = 0
    while let start = beginning(with: first, from: index) {
      if let end = end(of: characters, from: start) {
        found.append(start..<end)
        index = end
      } else {
        index = endOfBackslashes(at: start) ?? start + 1
      }
    }
    return found
  }

  /// The next place where the text may begin: with its first byte, or with an escape of it.
  ///
  /// Of several backslashes it is the first one, for all of them stand for one.
  private func beginning(with first: UInt8, from start: Int) -> Int? {
    let (backslash, percent, letter) = (UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "u"))
    let place = withUnsafeBufferPointer { bytes in
      bytes.firstPlace(
        in: start..<Swift.max(start, count - 1),
        where: {
          let escapes = $0.marks(backslash) .& (($0 + 1).marks(letter) .| ($0 + 1).marks(first))
          return $0.marks(first) .| $0.marks(percent) .| escapes
        },
        or: {
          $0[0] == first || $0[0] == percent
            || $0[0] == backslash && ($0[1] == letter || $0[1] == first)
        })
    }
    guard var place, self[place] == backslash else { return place }
    while place > start, self[place - 1] == backslash { place -= 1 }
    return place
  }

  private func end(of characters: [(Unicode.Scalar, [UInt8])], from start: Int) -> Int? {
    var place = start
    for (scalar, bytes) in characters {
      guard let end = end(of: scalar, bytes, at: place) else { return nil }
      place = end
    }
    return place
  }

  /// The end of a character that is written as it is, as an escape of JSON, or percent-encoded.
  private func end(of scalar: Unicode.Scalar, _ bytes: [UInt8], at start: Int) -> Int? {
    if scalar == "\\", let end = endOfBackslashes(at: start) { return end }
    if self[Swift.min(start, count)...].starts(with: bytes) { return start + bytes.count }
    if let end = endOfBackslashes(at: start) { return self.end(ofEscaped: scalar, at: end) }
    var index = start
    for byte in bytes {
      guard index < count, self[index] == UInt8(ascii: "%"),
        hexadecimal(2, at: index + 1) == UInt32(byte)
      else { return nil }
      index += 3
    }
    return index
  }

  /// However many there are, they stand for one.
  private func endOfBackslashes(at start: Int) -> Int? {
    var index = start
    return backslashes(at: &index) > 0 ? index : nil
  }

  /// The end of what stands behind a backslash, or behind several where text is inside text.
  private func end(ofEscaped scalar: Unicode.Scalar, at index: Int) -> Int? {
    guard index < count else { return nil }
    if self[index] == UInt8(ascii: "u"), hexadecimal(4, at: index + 1) == scalar.value {
      return index + 5
    }
    return ["/", "\""].contains(scalar) && scalar.value == self[index] ? index + 1 : nil
  }

  private func hexadecimal(_ digits: Int, at start: Int) -> UInt32? {
    guard start + digits <= count else { return nil }
    let values = self[start..<start + digits].compactMap(ASCII.hexValue)
    return values.count == digits ? values.reduce(0) { $0 << 4 | UInt32($1) } : nil
  }
}

extension UInt8 {
  /// Whether neither JSON nor a URL has a reason to write the character in another way.
  fileprivate var isNeverEscaped: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
