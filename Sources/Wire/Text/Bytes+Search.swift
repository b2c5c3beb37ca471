// SPDX-License-Identifier: Apache-2.0
// Finds a text in a body without decoding the body.

extension [UInt8] {
  /// Whether the UTF-8 bytes of a text stand somewhere in these; an empty text does not.
  public func contains(text: String) -> Bool { place(of: Array(text.utf8), from: 0) != nil }

  /// Where some bytes stand, one place behind the other; an empty run of bytes stands nowhere.
  public func ranges(of wanted: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    while let start = place(of: wanted, from: found.last?.upperBound ?? 0) {
      found.append(start..<start + wanted.count)
    }
    return found
  }

  private func place(of wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, let last = wanted.last, wanted.count <= count - start else {
      return nil
    }
    return withUnsafeBufferPointer { bytes in
      let end = bytes.count &- wanted.count &+ 1
      var place = start
      while let found = bytes.firstPlace(
        in: place..<end, where: { $0.marks(first) .& ($0 + (wanted.count &- 1)).marks(last) },
        or: { $0[0] == first })
      {
        let candidate = bytes[found..<found &+ wanted.count]
        if candidate.elementsEqual(wanted) { return found }
        place = found &+ 1
      }
      return nil
    }
  }
}

extension UnsafePointer<UInt8> {
  /// Which of the next 16 bytes are that byte.
  @inlinable @inline(__always)
  package func marks(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> {
    UnsafeRawPointer(self).loadUnaligned(as: SIMD16<UInt8>.self) .== SIMD16<UInt8>(repeating: byte)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place in a range that is marked, looked for 16 places at a time.
  ///
  /// - Parameters:
  ///   - range: Ends where there are not as many bytes any more as are looked at for one place.
  ///   - marks: Marks 16 places at once.
  ///   - mark: Says the same of one place, where 16 are not there any more.
  @inlinable @inline(__always)
  package func firstPlace(
    in range: Range<Int>, where marks: (UnsafePointer<UInt8>) -> SIMDMask<SIMD16<Int8>>,
    or mark: (UnsafePointer<UInt8>) -> Bool
  ) -> Int? {
    guard let bytes = baseAddress else { return nil }
    var place = range.lowerBound
    while place &+ 32 <= range.upperBound {
      let either = marks(bytes + place) .| marks(bytes + place + 16)
      let found = unsafeBitCast(either, to: SIMD2<UInt64>.self)
      guard found[0] | found[1] == 0 else { break }
      place &+= 32
    }
    while place &+ 16 <= range.upperBound {
      let found = unsafeBitCast(marks(bytes + place), to: SIMD2<UInt64>.self)
      if found[0] | found[1] != 0 {
        let (low, high) = (UInt64(littleEndian: found[0]), UInt64(littleEndian: found[1]))
        let bits = low != 0 ? low.trailingZeroBitCount : 64 &+ high.trailingZeroBitCount
        return place &+ bits / 8
      }
      place &+= 16
    }
    while place < range.upperBound {
      if mark(bytes + place) { return place }
      place &+= 1
    }
    return nil
  }
}
