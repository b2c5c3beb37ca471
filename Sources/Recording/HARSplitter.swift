// SPDX-License-Identifier: Apache-2.0
// Cuts a HAR file into its entries while it is read, so that one entry is in memory and not the file.

import Wire

/// Finds the elements of `log.entries` in a stream of bytes.
///
/// What stands around them is kept as a skeleton, in which each entry is the number 0. Whether the
/// file is JSON is left to the parser, which is given the entries one by one and the skeleton last.
struct HARSplitter {
  /// One element of `log.entries`.
  struct Piece {
    /// Empty where the element was longer than ``HARSplitter/longest``.
    var bytes: [UInt8]
    /// The place of its first byte in the file.
    var offset: Int
  }

  /// An entry of more bytes than these is passed over.
  static let longest = 256 << 20

  private(set) var skeleton: [UInt8] = []
  /// Where the skeleton goes on behind each entry: a place in it and the same place in the file.
  private var joints: [(skeleton: Int, file: Int)] = []
  private var piece = Piece(bytes: [], offset: 0)
  private var isInPiece = false
  private var offset = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isInLog = false
  private var isInEntries = false
  /// The inside of the last string of the skeleton.
  private var name: Range<Int> = 0..<0

  /// Reads on, and answers the entries that end in these bytes.
  mutating func read(_ chunk: UnsafeRawBufferPointer) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < chunk.count {
      let byte = chunk[index]
      index += 1
      if isInString {
        guard closesString(byte) else { continue }
        keep(chunk[start..<index])
        start = index
        if !isInPiece { name = name.lowerBound..<max(name.lowerBound, skeleton.count - 1) }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        keep(chunk[start..<index])
        start = index
        isInString = true
        if !isInPiece { name = skeleton.count..<skeleton.count }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        keep(chunk[start..<(index - 1)])
        start = index - 1
        open(byte, at: offset + start)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        keep(chunk[start..<index])
        start = index
        if close() { pieces.append(takePiece(end: offset + index)) }
      default: break
      }
    }
    keep(chunk[start...])
    offset += chunk.count
    return pieces
  }

  /// The place in the file of a place in the skeleton.
  func fileOffset(of place: Int) -> Int {
    let joint = joints.last { $0.skeleton <= place }
    return joint.map { $0.file + place - $0.skeleton } ?? place
  }

  private mutating func closesString(_ byte: UInt8) -> Bool {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return true
    }
    return false
  }

  private mutating func open(_ byte: UInt8, at place: Int) {
    if !isInPiece {
      switch (depth, byte) {
      case (1, UInt8(ascii: "{")): isInLog = isNamed("log")
      case (2, UInt8(ascii: "[")): isInEntries = isInLog && isNamed("entries")
      case (3, UInt8(ascii: "{")) where isInEntries:
        isInPiece = true
        piece.offset = place
        skeleton.append(UInt8(ascii: "0"))
      default: break
      }
    }
    depth += 1
  }

  /// Answers whether that ends an entry.
  private mutating func close() -> Bool {
    depth -= 1
    if depth < 3, !isInPiece { isInEntries = false }
    return isInPiece && depth == 3
  }

  private mutating func takePiece(end: Int) -> Piece {
    isInPiece = false
    joints.append((skeleton.count, end))
    if end - piece.offset > Self.longest { piece.bytes = [] }
    defer { piece.bytes = [] }
    return piece
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer.SubSequence) {
    if !isInPiece {
      skeleton.append(contentsOf: bytes)
    } else if piece.bytes.count <= Self.longest {
      piece.bytes.append(contentsOf: bytes)
    }
  }

  private func isNamed(_ text: String) -> Bool { skeleton[name].elementsEqual(text.utf8) }
}
