// SPDX-License-Identifier: Apache-2.0
// Finds what is secret by its place: behind a member name, or behind `Signature=`.

import Wire

extension [UInt8] {
  /// Hides the strings behind a member name, also where the object itself is the text of a string.
  mutating func hideValues(of name: String) {
    for place in ranges(of: Array(name.utf8)) {
      if let value = stringValue(behind: place.upperBound) { hide(value) }
    }
  }

  /// Hides the hexadecimal digits of `Signature=`.
  mutating func hideSignatures() {
    for place in ranges(of: Array("Signature=".utf8)) {
      let end = self[place.upperBound...].firstIndex { ASCII.hexValue($0) == nil } ?? count
      if end - place.upperBound >= 16 { hide(place.upperBound..<end) }
    }
  }

  private mutating func hide(_ range: Range<Int>) {
    for index in range { self[index] = UInt8(ascii: "*") }
  }

  /// The inside of the string that follows the end of a member name; its quotes have as many
  /// backslashes before them as those of the name, one more level of text inside text each time.
  private func stringValue(behind end: Int) -> Range<Int>? {
    var index = end
    let depth = backslashes(at: &index)
    guard skip(UInt8(ascii: "\""), at: &index) else { return nil }
    skipBlanks(at: &index)
    guard skip(UInt8(ascii: ":"), at: &index) else { return nil }
    skipBlanks(at: &index)
    guard backslashes(at: &index) == depth, skip(UInt8(ascii: "\""), at: &index) else { return nil }
    let start = index
    while index < count {
      let before = index
      let run = backslashes(at: &index)
      guard index < count else { return nil }
      if self[index] == UInt8(ascii: "\""), run % (2 * (depth + 1)) == depth {
        return start..<(before + run - depth)
      }
      index += 1
    }
    return nil
  }

  func backslashes(at index: inout Int) -> Int {
    let start = index
    while index < count, self[index] == UInt8(ascii: "\\") { index += 1 }
    return index - start
  }

  private func skipBlanks(at index: inout Int) {
    while index < count, [0x20, 0x09, 0x0A, 0x0D].contains(self[index]) { index += 1 }
  }

  private func skip(_ byte: UInt8, at index: inout Int) -> Bool {
    guard index < count, self[index] == byte else { return false }
    index += 1
    return true
  }
}
