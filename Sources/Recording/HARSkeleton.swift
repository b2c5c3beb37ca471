// SPDX-License-Identifier: Apache-2.0
// A part of a HAR file without what is long in it, which is looked up in the file when it is needed.

import Wire

/// JSON of which some parts were left out, and where they stand in the file.
struct HARSkeleton {
  /// The place in the file of the first byte.
  let start: Int
  private(set) var bytes: [UInt8] = []
  /// Whether it was longer than can be read; then there are no bytes.
  private(set) var isTooLong = false
  /// Where the skeleton goes on behind each part that was left out: a place in it and in the file.
  private var joints: [(skeleton: Int, file: Int)] = []

  init(start: Int) { self.start = start }

  mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    if !isTooLong { bytes.append(contentsOf: part) }
  }

  /// Puts something short in the place of everything from a place on.
  ///
  /// - Parameter end: The place in the file of what follows.
  mutating func replaceAll(from place: Int, with text: StaticString, until end: Int) {
    guard !isTooLong else { return }
    bytes.removeLast(bytes.count - place)
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    if joints.last?.skeleton == bytes.count { joints.removeLast() }
    joints.append((bytes.count, end))
  }

  mutating func dropAll() {
    self = HARSkeleton(start: start)
    isTooLong = true
  }

  /// The place in the file of a place in the skeleton.
  func fileOffset(of place: Int) -> Int {
    let joint = joints.last { $0.skeleton <= place } ?? (0, start)
    return joint.file + place - joint.skeleton
  }

  func parsed() throws(RecordingProblem) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONDocument(parsing: bytes).root
    } catch {
      throw .notJSON(error.reason, at: fileOffset(of: error.offset))
    }
  }

  /// Where a string was left out, its quotes included; nil for a value that stands here.
  func literal(_ value: JSONValue) -> Range<Int>? {
    joints.first { $0.skeleton == value.span.upperBound }.map {
      fileOffset(of: value.span.lowerBound)..<$0.file
    }
  }
}

/// A value of a skeleton, read as if nothing had been left out.
struct HARMember {
  let value: JSONValue
  private let source: Source

  /// Shared by all values of an entry.
  private final class Source {
    let skeleton: HARSkeleton
    let file: RecordingFile

    init(_ skeleton: HARSkeleton, _ file: RecordingFile) {
      self.skeleton = skeleton
      self.file = file
    }
  }

  init(_ value: JSONValue, _ skeleton: HARSkeleton, _ file: RecordingFile) {
    self.init(value, Source(skeleton, file))
  }

  private init(_ value: JSONValue, _ source: Source) {
    self.value = value
    self.source = source
  }

  /// Whether a file of that name lies beside the recording.
  func hasAttachment(_ name: String) -> Bool { source.file.hasAttachment(name) }

  subscript(name: String) -> HARMember? {
    value[name].map { HARMember($0, source) }
  }

  var elements: [HARMember] { value.elements.map { HARMember($0, source) } }

  /// Where the string stands in the file, its quotes included; nil for one that was kept.
  var literal: Range<Int>? { value.kind == .string ? source.skeleton.literal(value) : nil }

  var string: String? {
    guard let literal else { return value.string }
    return source.file.text(of: literal).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A whole number, which some programs write as `200.0`.
  var integer: Int? {
    guard let number = value.number else { return nil }
    return number.int64.map(Int.init(clamping:)) ?? Double(number.raw).flatMap { Int(exactly: $0) }
  }
}
