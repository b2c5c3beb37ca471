// SPDX-License-Identifier: Apache-2.0
// Which bytes are hidden, and what stands in their place.

/// Places of a text that are to be hidden, in order, no two of them overlapping.
struct Masks {
  /// What stands in the place of hidden bytes; of two that overlap the greater one wins.
  enum Cover: Int, Comparable {
    /// Ones for digits, so that a number stays a number; other bytes stay.
    case ones
    case stars
    /// The mark, and stars up to the length of what is hidden.
    case mark

    static func < (left: Cover, right: Cover) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var ranges: [(range: Range<Int>, cover: Cover)] = []

  var isEmpty: Bool { ranges.isEmpty }

  /// Hides a place; one that overlaps another becomes one with it.
  mutating func add(_ range: Range<Int>, _ cover: Cover) {
    guard !range.isEmpty else { return }
    var (range, cover) = (range, cover)
    var behind: [(range: Range<Int>, cover: Cover)] = []
    while let last = ranges.last, last.range.upperBound > range.lowerBound {
      ranges.removeLast()
      if last.range.lowerBound >= range.upperBound {
        behind.append(last)
      } else {
        cover = max(cover, last.cover)
        let start = min(range.lowerBound, last.range.lowerBound)
        range = start..<max(range.upperBound, last.range.upperBound)
      }
    }
    ranges.append((range, cover))
    ranges += behind.reversed()
  }

  mutating func add(_ others: Masks) {
    guard !ranges.isEmpty else { return self = others }
    guard !others.isEmpty else { return }
    let all = (ranges + others.ranges).sorted { $0.range.lowerBound < $1.range.lowerBound }
    ranges = []
    for (range, cover) in all { add(range, cover) }
  }

  /// Whether a place is hidden as a whole already.
  func hide(_ range: Range<Int>) -> Bool {
    guard let last = ranges.last else { return false }
    return last.range.lowerBound <= range.lowerBound && range.upperBound <= last.range.upperBound
  }

  /// The bytes with everything hidden.
  func applied(to bytes: [UInt8], mark: String) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count + mark.utf8.count)
    var start = 0
    for (range, cover) in ranges {
      copy += bytes[start..<range.lowerBound]
      switch cover {
      case .ones:
        copy += bytes[range].map { (0x30...0x39).contains($0) ? UInt8(ascii: "1") : $0 }
      case .stars:
        copy += repeatElement(UInt8(ascii: "*"), count: range.count)
      case .mark:
        copy += mark.utf8
        copy += repeatElement(
          UInt8(ascii: "*"), count: max(0, range.count - mark.utf8.count))
      }
      start = range.upperBound
    }
    return copy + bytes[start...]
  }
}
