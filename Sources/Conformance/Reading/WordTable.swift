// SPDX-License-Identifier: Apache-2.0
// Finds a word among a few by its bytes.

/// A handful of words in a table of 64 or more places, found by their bytes without decoding.
struct WordTable: Sendable {
  private(set) var texts: [String] = []
  private var bytes: [[UInt8]] = []
  private var places: [Int16]
  private let mask: Int

  /// - Parameter words: Each counted once; its number is its first place in the list.
  init(_ words: [String]) {
    var size = 64
    while size < 4 * words.count { size *= 2 }
    mask = size - 1
    places = Array(repeating: -1, count: size)
    for word in words where !texts.contains(word) {
      let own = Array(word.utf8)
      var place = own.withUnsafeBufferPointer { Self.hash($0.baseAddress, $0.count) } & mask
      while places[place] >= 0 { place = (place + 1) & mask }
      places[place] = Int16(texts.count)
      texts.append(word)
      bytes.append(own)
    }
  }

  /// The number of the word; -1 where it is none of them.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, count: Int) -> Int {
    var place = Self.hash(text, count) & mask
    while true {
      let number = Int(places[place])
      guard number >= 0 else { return -1 }
      if Self.isSame(bytes[number], text, count) { return number }
      place = (place + 1) & mask
    }
  }

  func find(_ text: String) -> Int { texts.firstIndex(of: text) ?? -1 }

  @inline(__always)
  private static func isSame(
    _ word: borrowing [UInt8], _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard word.count == count else { return false }
    for index in 0..<count where word[index] != text[index] { return false }
    return true
  }

  @inline(__always)
  private static func hash(_ text: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    guard let text, count > 0 else { return 0 }
    let sum =
      Int(text[0]) &* 31 &+ Int(text[count / 2]) &* 131 &+ Int(text[count &- 1]) &* 17
    return sum &+ count &* 7
  }
}
