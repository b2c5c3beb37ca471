// SPDX-License-Identifier: Apache-2.0
// Finds a text in a body without decoding the body.

extension [UInt8] {
  /// Whether the UTF-8 bytes of a text stand somewhere in these; an empty text does not.
  public func contains(text: String) -> Bool {
    place(of: Array(text.utf8), from: 0) != nil
  }

  /// Where some bytes stand, one place behind the other; an empty run of bytes stands nowhere.
  public func ranges(of wanted: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    while let start = place(of: wanted, from: found.last?.upperBound ?? 0) {
      found.append(start..<start + wanted.count)
    }
    return found
  }

  private func place(of wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, wanted.count <= count - start else { return nil }
    return withUnsafeBufferPointer { bytes in
      for place in start...(bytes.count - wanted.count) where bytes[place] == first {
        if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
      }
      return nil
    }
  }
}
