// SPDX-License-Identifier: Apache-2.0
// What tells rows apart, kept as small as its spelling allows.

import Wire

/// The spellings of the identities of some rows, in their order.
struct RowIdentities: Sendable, Equatable {
  private enum Storage: Sendable {
    case integers([Int64])
    case uuids([UInt128])
    case texts([String])
  }

  private var storage = Storage.integers([])

  var count: Int {
    switch storage {
    case .integers(let values): values.count
    case .uuids(let values): values.count
    case .texts(let values): values.count
    }
  }

  var isEmpty: Bool { count == 0 }

  /// The value as it is written.
  subscript(place: Int) -> String {
    switch storage {
    case .integers(let values): "\(values[place])"
    case .uuids(let values): UUIDText.text(values[place])
    case .texts(let values): values[place]
    }
  }

  /// What stands for the value in sets; different integers never share one.
  func fingerprint(_ place: Int) -> UInt64 {
    switch storage {
    case .integers(let values): Self.fingerprint(values[place])
    case .uuids(let values): Self.fingerprint(values[place])
    case .texts(let values):
      Array(values[place].utf8).withUnsafeBufferPointer { text in
        Self.integer(text).map(Self.fingerprint) ?? UUIDText.value(text).map(Self.fingerprint)
          ?? Fingerprint.of(text.baseAddress!, count: text.count)
      }
    }
  }

  private static func fingerprint(_ value: Int64) -> UInt64 {
    UInt64(bitPattern: value).scattered
  }

  private static func fingerprint(_ value: UInt128) -> UInt64 {
    Fingerprint.combine(
      UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64))
  }

  /// A part of them, cut to what is there.
  func part(_ range: Range<Int>) -> RowIdentities {
    var part = RowIdentities()
    let range = range.clamped(to: 0..<count)
    switch storage {
    case .integers(let values): part.storage = .integers(Array(values[range]))
    case .uuids(let values): part.storage = .uuids(Array(values[range]))
    case .texts(let values): part.storage = .texts(Array(values[range]))
    }
    return part
  }

  /// The first ones.
  func first(_ count: Int) -> RowIdentities { part(0..<Swift.max(0, count)) }

  /// Whether both are spelled alike.
  static func == (left: RowIdentities, right: RowIdentities) -> Bool {
    switch (left.storage, right.storage) {
    case (.integers(let mine), .integers(let theirs)): mine == theirs
    case (.uuids(let mine), .uuids(let theirs)): mine == theirs
    default: left.elementsEqual(right)
    }
  }

  mutating func append(_ raw: UnsafeBufferPointer<UInt8>) {
    if case .integers(var values) = storage, let value = Self.integer(raw) {
      storage = .integers([])
      values.append(value)
      storage = .integers(values)
    } else if case .uuids(var values) = storage, let value = UUIDText.value(raw) {
      storage = .uuids([])
      values.append(value)
      storage = .uuids(values)
    } else if isEmpty, let value = UUIDText.value(raw) {
      storage = .uuids([value])
    } else {
      append(String(decoding: raw, as: UTF8.self))
    }
  }

  mutating func append(_ text: String) {
    var texts = Array(self)
    storage = .texts([])
    texts.append(text)
    storage = .texts(texts)
  }

  mutating func append(_ other: RowIdentities) {
    switch (storage, other.storage) {
    case (.integers(var mine), .integers(let theirs)):
      storage = .integers([])
      mine += theirs
      storage = .integers(mine)
    case (.uuids(var mine), .uuids(let theirs)):
      storage = .uuids([])
      mine += theirs
      storage = .uuids(mine)
    default:
      if isEmpty {
        self = other
      } else if !other.isEmpty {
        storage = .texts(Array(self) + Array(other))
      }
    }
  }

  /// The integer that is written so and in no other way.
  private static func integer(_ raw: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = raw.first, raw.count <= 18, raw.count == 1 || first != UInt8(ascii: "0"),
      raw.allSatisfy(ASCII.isDigit)
    else { return nil }
    return raw.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
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

/// UUIDs as JSON strings of lower-case digits.
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
        guard let digit = ASCII.hexValue(byte), byte >= 0x61 || byte <= 0x39 else { return nil }
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
