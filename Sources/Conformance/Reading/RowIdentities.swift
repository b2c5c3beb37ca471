// SPDX-License-Identifier: Apache-2.0
// What tells rows apart, kept as small as its spelling allows.

import Digests
import Wire

/// The spellings of the identities of some rows, in their order.
struct RowIdentities: Sendable, Equatable {
  private enum Kind: Sendable { case integers, uuids, texts }

  private var kind = Kind.integers
  private var integers: [Int64] = []
  private var uuids: [UInt128] = []
  private var texts: [String] = []

  init() {}

  /// All of some, in their order, in memory that is made once.
  init(joining parts: [RowIdentities]) {
    guard let first = parts.first else { return }
    self = first
    let count = parts.reduce(0) { $0 + $1.count }
    switch kind {
    case .integers: integers.reserveCapacity(count)
    case .uuids: uuids.reserveCapacity(count)
    case .texts: texts.reserveCapacity(count)
    }
    for part in parts.dropFirst() { append(part) }
  }

  private init(_ texts: [String]) { (kind, self.texts) = (.texts, texts) }

  var count: Int {
    switch kind {
    case .integers: integers.count
    case .uuids: uuids.count
    case .texts: texts.count
    }
  }

  var isEmpty: Bool { count == 0 }

  /// The value in its usual spelling: a text with no escapes but those that it needs, a UUID in small
  /// letters, an integer without a fraction of zero or an exponent.
  subscript(place: Int) -> String {
    switch kind {
    case .integers: "\(integers[place])"
    case .uuids: UUIDText.text(uuids[place])
    case .texts: texts[place]
    }
  }

  /// What stands for the value in sets; different integers never share one.
  func fingerprint(_ place: Int) -> UInt64 {
    switch kind {
    case .integers: Self.fingerprint(integers[place])
    case .uuids: Self.fingerprint(uuids[place])
    case .texts:
      Array(texts[place].utf8).withUnsafeBufferPointer(Self.fingerprint)
    }
  }

  /// What stands for a value as it came: the same for all spellings of a text, a number or a UUID.
  static func fingerprint(_ raw: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if let value = integer(raw) { return fingerprint(value) }
    if let value = UUIDText.value(raw) { return fingerprint(value) }
    if let usual = usual(raw) { return Array(usual.utf8).withUnsafeBufferPointer(fingerprint) }
    return raw.baseAddress.map { Fingerprint.of($0, count: raw.count) } ?? 0
  }

  private static func fingerprint(_ value: Int64) -> UInt64 { UInt64(bitPattern: value).scattered }

  private static func fingerprint(_ value: UInt128) -> UInt64 {
    Fingerprint.combine(
      UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64))
  }

  /// A part of them, cut to what is there.
  func part(_ range: Range<Int>) -> RowIdentities {
    let range = range.clamped(to: 0..<count)
    var part = RowIdentities()
    part.kind = kind
    switch kind {
    case .integers: part.integers = Array(integers[range])
    case .uuids: part.uuids = Array(uuids[range])
    case .texts: part.texts = Array(texts[range])
    }
    return part
  }

  /// The first ones.
  func first(_ count: Int) -> RowIdentities { part(0..<Swift.max(0, count)) }

  /// Whether both are spelled alike.
  static func == (left: RowIdentities, right: RowIdentities) -> Bool {
    guard left.kind == right.kind else { return left.elementsEqual(right) }
    return switch left.kind {
    case .integers: left.integers == right.integers
    case .uuids: left.uuids == right.uuids
    case .texts: left.texts == right.texts
    }
  }

  /// Gives back the room that was made for rows that did not come.
  mutating func trim() {
    integers = integers.withUnsafeBufferPointer { Array($0) }
    uuids = uuids.withUnsafeBufferPointer { Array($0) }
  }

  mutating func append(_ raw: UnsafeBufferPointer<UInt8>) {
    if kind == .integers, let value = Self.integer(raw) {
      integers.append(value)
    } else if kind == .uuids || kind == .integers && integers.isEmpty,
      let value = UUIDText.value(raw)
    {
      kind = .uuids
      uuids.append(value)
    } else if let text = Self.usual(raw) {
      Array(text.utf8).withUnsafeBufferPointer { append($0) }
    } else {
      append(String(decoding: raw, as: UTF8.self))
    }
  }

  /// The one spelling of a value that may be written in several; nil where it is written so already.
  private static func usual(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = raw.first else { return nil }
    switch first {
    case UInt8(ascii: "\""):
      let text = UUIDText.value(raw).map(UUIDText.text)
      return text.map { $0.utf8.elementsEqual(raw) ? nil : $0 } ?? unescaped(raw)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = String(decoding: raw, as: UTF8.self)
      return number.plainNumber == number ? nil : number.plainNumber
    default: return nil
    }
  }

  /// A literal that escapes nothing but what has to be; nil for one that is written so already, or
  /// that stands for no text.
  private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    guard raw.first == UInt8(ascii: "\""), raw.contains(UInt8(ascii: "\\")),
      let root = (try? JSONDocument(parsing: Array(raw)))?.root, !root.hasLoneSurrogate,
      let text = root.string, case let usual = JSONText.quote(text), !usual.utf8.elementsEqual(raw)
    else { return nil }
    return usual
  }

  mutating func append(_ text: String) {
    if kind != .texts { self = RowIdentities(Array(self)) }
    texts.append(text)
  }

  mutating func append(_ other: RowIdentities) {
    if isEmpty {
      self = other
    } else if kind == other.kind {
      integers += other.integers
      uuids += other.uuids
      texts += other.texts
    } else if !other.isEmpty {
      self = RowIdentities(Array(self) + Array(other))
    }
  }

  /// The integer that is written so and in no other way.
  @inline(__always)
  private static func integer(_ raw: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard raw.count <= 18, raw.count > 0, raw.count == 1 || raw[0] != UInt8(ascii: "0") else {
      return nil
    }
    var value: Int64 = 0
    for byte in raw {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }
}

extension RowIdentities: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { count }
}

extension UInt64 {
  /// The number with its bits mixed; no two numbers become the same.
  fileprivate var scattered: UInt64 {
    var value = self &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// UUIDs as JSON strings, whose digits mean the same in either case (RFC 9562, section 4).
private enum UUIDText {
  static func value(_ raw: UnsafeBufferPointer<UInt8>) -> UInt128? {
    guard raw.count == 38, raw[0] == UInt8(ascii: "\""), raw[37] == UInt8(ascii: "\"") else {
      return nil
    }
    var value: UInt128 = 0
    for place in 1..<37 {
      let byte = raw[place]
      switch place {
      case 9, 14, 19, 24: guard byte == UInt8(ascii: "-") else { return nil }
      default:
        guard let digit = ASCII.hexValue(byte) else { return nil }
        value = value << 4 | UInt128(digit)
      }
    }
    return value
  }

  static func text(_ value: UInt128) -> String {
    let digits = String(value, radix: 16)
    let all = Array((String(repeating: "0", count: 32 - digits.utf8.count) + digits).utf8)
    let groups = [all[..<8], all[8..<12], all[12..<16], all[16..<20], all[20...]]
    return "\"" + groups.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-") + "\""
  }
}
