// SPDX-License-Identifier: Apache-2.0
// What moves from one copy of a row to the next: ids and times, and the number of the owner.

/// The part of a field that copies write anew, with what the row itself has there.
enum Slot {
  case id(Int)
  /// The first eight digits of an id, which wrap at 2^32.
  case hexadecimal(UInt32)
  /// A number of seconds.
  case revision(Int)
  /// The whole seconds of a time, since 1970.
  case time(Int)
  case owner(String)

  /// The slot of a field and its place among the bytes of the value; nil where nothing moves.
  static func of(_ field: RawObject.Field, _ shift: Field.Shift) -> (Slot, Range<Int>)? {
    let json = field.json
    let whole = 0..<json.utf8.count
    switch shift {
    case .owner: return (.owner(json), whole)
    case .number: return Int(json).map { (.id($0), whole) }
    case .seconds: return Int(json).map { (.revision($0), whole) }
    case .hexadecimal:
      return UInt32(json.dropFirst().prefix(8), radix: 16).map { (.hexadecimal($0), 1..<9) }
    case .time:
      let text = json.dropFirst().dropLast()
      guard text != Timestamp.zero else { return nil }
      return Timestamp(text).map { (.time($0.seconds), 1..<1 + Timestamp.length) }
    }
  }

  func write(_ distance: Distance, to bytes: inout [UInt8]) {
    switch self {
    case .id(let number): bytes.append(number + distance.ids)
    case .hexadecimal(let number):
      bytes.append(hexadecimal: number &+ UInt32(truncatingIfNeeded: distance.hexadecimal))
    case .revision(let number): bytes.append(number + distance.seconds)
    case .time(let seconds): Timestamp.write(seconds + distance.seconds, to: &bytes)
    case .owner(let json):
      let isText = json.hasPrefix("\"")
      bytes += (distance.owner.map { isText ? "\"\($0)\"" : $0 } ?? json).utf8
    }
  }
}

extension [UInt8] {
  /// Writes a number in digits, with zeros in front of it up to that width.
  mutating func append(_ number: Int, width: Int = 1) {
    guard number >= 0 else {
      append(UInt8(ascii: "-"))
      return append(-number, width: width - 1)
    }
    if number >= 10 || width > 1 { append(number / 10, width: width - 1) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Writes eight lower-case digits.
  fileprivate mutating func append(hexadecimal number: UInt32) {
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(number >> UInt32(shift) & 0xF)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
