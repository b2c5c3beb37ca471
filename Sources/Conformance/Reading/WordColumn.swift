// SPDX-License-Identifier: Apache-2.0
// Which values the rows of a page have in a field, in a byte for each row.

import Wire

/// What the rows of a page have in one field.
struct WordColumn: Sendable {
  /// For each row the place of its value among the tallies; -1 where it has none.
  var column = RowPlaces()
  /// The different values in the order in which they came.
  var tallies: [WordTally] = []
  private var places: [String: Int32] = [:]
  /// The numbers of the values in the table of words, in the order of the tallies.
  private var numbers: [Int32] = []

  /// Gives back what counting took, and nobody needs behind it.
  mutating func trim() {
    column.trim()
    tallies = tallies.withUnsafeBufferPointer { Array($0) }
    (places, numbers) = ([:], [])
  }

  /// Counts a value, and answers whether it is new.
  mutating func note(_ slot: Slot, row: Int) -> Bool {
    if slot.word >= 0, let place = numbers.firstIndex(of: slot.word) {
      tallies[place].count += 1
      column.append(Int32(place))
      return false
    }
    let raw = slot.rawText
    if slot.word < 0, let place = places[raw] {
      tallies[Int(place)].count += 1
      column.append(place)
      return false
    }
    let place = Int32(tallies.count)
    if slot.word < 0 { places[raw] = place }
    column.append(place)
    numbers.append(slot.word)
    tallies.append(WordTally(raw: raw, row: row, bytes: slot.bytes))
    return true
  }
}

/// One value of a field and how many rows of the page have it.
struct WordTally: Sendable {
  /// The value as it is written.
  var raw: String
  /// The text of a string; nil for every other kind.
  var text: String? {
    guard raw.utf8.first == UInt8(ascii: "\"") else { return nil }
    guard raw.utf8.contains(UInt8(ascii: "\\")) else { return String(raw.dropFirst().dropLast()) }
    return (try? JSONDocument(parsing: Array(raw.utf8)))?.root.string
  }
  var received: Finding.Received {
    var raw = raw
    return raw.withUTF8 { Finding.Received(value: $0) }
  }
  /// The text of a string, the spelling of a number, `true` or `false`; nil for anything else.
  var value: String? { text ?? (raw.first.map { "{[n".contains($0) } ?? true ? nil : raw) }
  var count = 1
  /// The first row that has it, counted from 0, and where.
  let row: Int
  let bytes: Range<Int>
  @Seldom var excerpt: Finding.Excerpt?
}

/// Small numbers in the order of rows, in one byte each as long as all of them fit.
struct RowPlaces: Sendable, RandomAccessCollection {
  private var bytes: [Int8] = []
  private var words: [Int32] = []

  var startIndex: Int { 0 }
  var endIndex: Int { bytes.count + words.count }

  subscript(row: Int) -> Int32 { words.isEmpty ? Int32(bytes[row]) : words[row] }

  mutating func append(_ place: Int32) {
    if words.isEmpty, let byte = Int8(exactly: place) {
      bytes.append(byte)
    } else {
      if words.isEmpty { (words, bytes) = (bytes.map(Int32.init), []) }
      words.append(place)
    }
  }

  /// Gives back the room that was made for rows that did not come.
  mutating func trim() {
    bytes = bytes.withUnsafeBufferPointer { Array($0) }
    words = words.withUnsafeBufferPointer { Array($0) }
  }
}
