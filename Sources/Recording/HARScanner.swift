// SPDX-License-Identifier: Apache-2.0
// Goes over a HAR file once and hands out its entries, each without its long strings.

import Wire

/// Finds the elements of `log.entries`, with a small part of the file in memory at a time.
///
/// What stands around them is kept as a frame, in which each entry is the number 0. Long strings of
/// an entry are checked here and left out; whether the rest is JSON is left to the parser, which is
/// given the entries one by one and the frame last.
struct HARScanner: ~Copyable {
  /// An entry of more bytes than these is passed over.
  static let longestEntry = 256 << 20
  /// A string of an entry that is longer than this stays in the file.
  static let longestKept = 1 << 10
  /// No program writes as much as this beside the entries.
  static let longestFrame = 64 << 20

  private let file: RecordingFile
  private let isStopped: () -> Bool
  private let window: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  /// The place in the file of the first byte of the window.
  private var base = 0
  /// How many bytes the window holds.
  private var end = 0
  /// The next byte to look at.
  private var place = 0
  /// What stands before has been copied, or left out.
  private var copied = 0

  private(set) var frame = HARSkeleton(start: 0)
  private var entry: HARSkeleton?
  private var depth = 0
  private var isInLog = false
  private var isInEntries = false
  /// The inside of the last string of the frame.
  private var name = 0..<0

  /// - Parameters:
  ///   - isStopped: Whether somebody wants no more of it; asked once for each window.
  ///   - window: How many bytes are read at a time, at least 16.
  init(
    _ file: RecordingFile, window capacity: Int = 1 << 18, isStopped: @escaping () -> Bool
  ) throws(RecordingProblem) {
    self.file = file
    self.isStopped = isStopped
    self.capacity = capacity
    window = .allocate(capacity: capacity)
    guard try fill() else { return }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if UnsafeBufferPointer(start: window, count: end).starts(with: mark) {
      place = mark.count
      copied = place
      frame = HARSkeleton(start: place)
    }
  }

  deinit { window.deallocate() }

  /// The next entry; nil behind the last one, when the frame is whole.
  mutating func next() throws(RecordingProblem) -> HARSkeleton? {
    while try hasByte() {
      let byte = window[place]
      switch byte {
      case UInt8(ascii: "\""): try passString()
      case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let entry = close() { return entry }
      case 0x20..., 0x09, 0x0A, 0x0D: place &+= 1
      default:
        place &+= 1
        copy()
        throw syntaxError()
      }
    }
    guard entry == nil else { throw syntaxError() }
    return nil
  }

  private mutating func hasByte() throws(RecordingProblem) -> Bool {
    guard place == end else { return true }
    copy()
    return try fill()
  }

  /// Reads on behind what was not looked at yet; answers false at the end of the file.
  private mutating func fill() throws(RecordingProblem) -> Bool {
    guard !isStopped() else { throw .interrupted }
    if let entry, base + place - entry.start > Self.longestEntry { self.entry?.dropAll() }
    guard frame.bytes.count <= Self.longestFrame else { throw syntaxError(orElse: .notHAR) }
    let rest = end - place
    window.update(from: window + place, count: rest)
    base += place
    place = 0
    copied = 0
    let room = UnsafeMutableRawBufferPointer(start: window + rest, count: capacity - rest)
    end = rest + (try file.read(into: room, at: base + rest))
    return end > rest
  }

  /// Keeps what was looked at and not copied yet.
  private mutating func copy() {
    let part = UnsafeBufferPointer(start: window + copied, count: place - copied)
    copied = place
    if entry == nil { frame.append(part) } else { entry?.append(part) }
  }
}

extension HARScanner {
  private mutating func open(_ byte: UInt8) {
    if entry == nil {
      switch (depth, byte) {
      case (1, UInt8(ascii: "{")): isInLog = isNamed("log")
      case (2, UInt8(ascii: "[")): isInEntries = isInLog && isNamed("entries")
      case (3, UInt8(ascii: "{")) where isInEntries:
        copy()
        entry = HARSkeleton(start: base + place)
      default: break
      }
    }
    place += 1
    depth += 1
  }

  /// Answers the entry that ends here.
  private mutating func close() -> HARSkeleton? {
    place += 1
    depth -= 1
    guard entry != nil else {
      if depth < 3 { isInEntries = false }
      return nil
    }
    guard depth == 3 else { return nil }
    copy()
    frame.replaceAll(from: frame.bytes.count, with: "0", until: base + place)
    return entry.take()
  }

  private func isNamed(_ text: String) -> Bool { frame.bytes[name].elementsEqual(text.utf8) }

  /// Goes behind a string, and leaves it out if it is long.
  private mutating func passString() throws(RecordingProblem) {
    let start = base + place
    var part = try string(from: place &+ 1)
    if part.isClosed, entry != nil, base &+ part.end &- start <= Self.longestKept {
      place = part.end
      return
    }
    copy()
    let mark = entry?.bytes.count ?? frame.bytes.count
    while !part.isClosed {
      place = part.end
      copy()
      if base + place - start > Self.longestKept { leaveOut(from: mark) }
      guard try fill() else { throw .notJSON(.stringNotClosed, at: base + end) }
      part = try string(from: place)
    }
    place = part.end
    if base + place - start > Self.longestKept, entry != nil {
      copied = place
      leaveOut(from: mark)
    } else if entry == nil {
      copy()
      name = mark + 1..<frame.bytes.count - 1
    }
  }

  private mutating func leaveOut(from mark: Int) {
    entry?.replaceAll(from: mark, with: "\"\"", until: base + place)
  }

  private mutating func string(
    from start: Int
  ) throws(RecordingProblem) -> (end: Int, isClosed: Bool) {
    do throws(JSONSyntaxError) {
      return try JSONScanner(bytes: window, end: end).stringPart(from: start)
    } catch {
      copy()
      throw syntaxError(orElse: .notJSON(error.reason, at: base + error.offset))
    }
  }

  /// Where that which was read so far stops being JSON, at its end at the latest.
  private func syntaxError(orElse other: RecordingProblem? = nil) -> RecordingProblem {
    let skeleton = entry ?? frame
    guard !skeleton.isTooLong else { return other ?? .notJSON(.objectNotClosed, at: base + place) }
    do throws(JSONSyntaxError) {
      _ = try JSONDocument(parsing: skeleton.bytes)
      return other ?? .notHAR
    } catch {
      if let other, error.offset >= skeleton.bytes.count { return other }
      return .notJSON(error.reason, at: skeleton.fileOffset(of: error.offset))
    }
  }
}
