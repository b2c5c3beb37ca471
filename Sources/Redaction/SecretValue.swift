// SPDX-License-Identifier: Apache-2.0
// The value behind a member's name, found without a parser, since no body has to be JSON.

import Wire

/// Goes over one value of JSON, which may itself be the text of a string of JSON.
///
/// Its quotes have as many backslashes before them as those of the name, one more level of text
/// inside text each time.
struct SecretValue {
  private let text: UnsafeBufferPointer<UInt8>
  private var place: Int
  /// How many backslashes stand before each quote; nil where no value follows.
  private var depth: Int?

  /// - Parameter end: Where the name ends, before its quote.
  init(_ text: UnsafeBufferPointer<UInt8>, behindName end: Int) {
    self.text = text
    place = end
    let backslashes = backslashes()
    guard skip(UInt8(ascii: "\"")) else { return }
    depth = backslashes
    skipBlanks()
    if !skip(UInt8(ascii: ":")) { depth = nil }
  }

  /// Hides every string and every number of the value, names aside, and answers where it ends.
  ///
  /// What is never closed is hidden to the end of the text.
  mutating func hide(_ masks: inout Masks) -> Int {
    guard let depth else { return place }
    var level = 0
    repeat {
      skipBlanks()
      guard place < text.count else { return place }
      switch text[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        level += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        level -= 1
        place += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard level > 0 else { return place }
        place += 1
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        hideNumber(&masks)
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        place += 1
        while place < text.count, (0x61...0x7A).contains(text[place]) { place += 1 }
      default:
        guard hideString(depth, isInside: level > 0, &masks) else { return place }
      }
    } while level > 0
    return place
  }

  private mutating func hideNumber(_ masks: inout Masks) {
    let start = place
    while place < text.count,
      "+-.".utf8.contains(text[place]) || ASCII.isDigit(text[place])
        || text[place] | 0x20 == UInt8(ascii: "e")
    { place += 1 }
    masks.add(start..<place, .ones)
  }

  /// Hides the inside of a string that begins here; false where none does.
  private mutating func hideString(_ depth: Int, isInside: Bool, _ masks: inout Masks) -> Bool {
    guard backslashes() == depth, skip(UInt8(ascii: "\"")) else { return false }
    let start = place
    while place < text.count {
      let before = place
      let run = backslashes()
      guard place < text.count else { break }
      if text[place] == UInt8(ascii: "\""), run % (2 * (depth + 1)) == depth {
        let end = before + run - depth
        place += 1
        skipBlanks()
        if !isInside || place == text.count || text[place] != UInt8(ascii: ":") {
          masks.add(start..<end, .stars)
        }
        return true
      }
      place += 1
    }
    masks.add(start..<place, .stars)
    return true
  }

  private mutating func backslashes() -> Int {
    let start = place
    while place < text.count, text[place] == UInt8(ascii: "\\") { place += 1 }
    return place - start
  }

  /// Blanks and line breaks, also those that are escaped in a text inside a text.
  private mutating func skipBlanks() {
    while place < text.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(text[place]) {
        place += 1
        continue
      }
      let start = place
      guard backslashes() > 0, place < text.count, "nrt".utf8.contains(text[place]) else {
        place = start
        return
      }
      place += 1
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard place < text.count, text[place] == byte else { return false }
    place += 1
    return true
  }
}
