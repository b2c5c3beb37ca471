// SPDX-License-Identifier: Apache-2.0
// Finds a text in a body without decoding the body.

extension [UInt8] {
  /// Whether the UTF-8 bytes of a text stand somewhere in these; an empty text does not.
  public func contains(text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, wanted.count <= count else { return false }
    return withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
        if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
      }
      return false
    }
  }
}
