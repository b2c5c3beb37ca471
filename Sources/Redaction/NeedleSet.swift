// SPDX-License-Identifier: Apache-2.0
// Looks for many needles at once, and at few places of a text.

/// Needles, and an index of their beginnings.
///
/// Every `stride` bytes four bytes of a text are looked up. Since the index has the first `stride`
/// words of four bytes of each needle, none can stand between two places that are looked at.
final class NeedleSet: Sendable {
  /// Whether one of them has a character that JSON has to escape.
  let hasQuotes: Bool
  private let needles: [Needle]
  private let stride: Int
  /// One bit for each hash of a word.
  private let filter: [UInt64]
  /// Which needles have a word, and how far behind their beginning; in the order of the words.
  private let places: [(word: UInt32, needle: Int, offset: Int)]

  /// - Parameter needles: Not empty, and none shorter than four bytes.
  init(_ needles: [Needle]) {
    self.needles = needles
    hasQuotes = needles.contains { needle in
      needle.bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
    let stride = min(16, needles.map(\.bytes.count).min()! - 3)
    self.stride = stride
    let places = needles.enumerated().flatMap { number, needle in
      (0..<stride).flatMap { offset in
        needle.words(at: offset).map { (word: $0, needle: number, offset: offset) }
      }
    }
    self.places = places.sorted { $0.word < $1.word }
    var filter = [UInt64](repeating: 0, count: 1024)
    for place in places {
      let hash = Self.hash(place.word)
      filter[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    self.filter = filter
  }

  @inline(__always)
  private static func hash(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> 16) }

  /// The places of all needles.
  func search(_ text: UnsafeBufferPointer<UInt8>) -> Masks {
    var masks = Masks()
    guard let base = UnsafeRawPointer(text.baseAddress) else { return masks }
    filter.withUnsafeBufferPointer { filter in
      var place = 0
      while place &+ 4 <= text.count {
        let word = base.loadUnaligned(fromByteOffset: place, as: UInt32.self) | 0x2020_2020
        let hash = Self.hash(word)
        if filter[hash &>> 6] &>> UInt64(hash & 63) & 1 != 0 {
          look(at: text, place, word, &masks)
        }
        place &+= stride
      }
    }
    return masks
  }

  @inline(never)
  private func look(
    at text: UnsafeBufferPointer<UInt8>, _ place: Int, _ word: UInt32, _ masks: inout Masks
  ) {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].word < word { low = middle + 1 } else { high = middle }
    }
    for entry in places[low...].prefix(while: { $0.word == word }) {
      let needle = needles[entry.needle]
      let start = place - entry.offset
      guard !masks.hide(start..<start + needle.bytes.count),
        let range = needle.range(in: text, at: start)
      else { continue }
      masks.add(range, needle.cover)
    }
  }
}

extension Needle {
  /// The four bytes at a place as a text may have them, every letter in lower case.
  ///
  /// Base64 has two digits that each of its alphabets writes in its own way.
  fileprivate func words(at offset: Int) -> [UInt32] {
    var words: [UInt32] = [0]
    for place in 0..<4 {
      let byte = bytes[offset + place]
      let twin = alphabet == .base64 ? Alphabet.twin(of: byte) : byte
      let shift = UInt32(8 * place)
      let others = twin == byte ? [] : words.map { $0 | UInt32(twin | 0x20) << shift }
      for index in words.indices { words[index] |= UInt32(byte | 0x20) << shift }
      words += others
    }
    return words
  }
}
