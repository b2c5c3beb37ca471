// SPDX-License-Identifier: Apache-2.0
// Splits JSON of this registry's own making; a second witness borrows no parser under test.

extension RawObject {
  /// The object that a JSON text is, or an empty one where it is none.
  init(json: String) { self = Self.array(Array("[\(json)]".utf8)).first ?? RawObject() }

  /// The object inside a string such as `"{\"workers\":3}"`, in which quotes and backslashes are escaped.
  static func parameters(_ json: String) -> RawObject {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in json.utf8.dropFirst().dropLast() {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { bytes.append(byte) }
    }
    return RawObject(json: String(decoding: bytes, as: UTF8.self))
  }

  /// The objects of a JSON array that is known to be valid, every value left as it is written.
  static func array(_ bytes: [UInt8]) -> [RawObject] {
    Cursor(bytes[...]).elements().map { object in
      let members = Cursor(object).elements().map { member in
        let name = Cursor(member).text()
        let value = member[name.endIndex...].drop { $0 == UInt8(ascii: ":") || $0 <= 0x20 }
        return Field(
          name: String(decoding: name.dropFirst().dropLast(), as: UTF8.self),
          json: String(decoding: value, as: UTF8.self))
      }
      return RawObject(members)
    }
  }
}

/// A place in JSON text that knows strings from brackets, and no more.
private struct Cursor {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// What stands between the commas of the outermost brackets, without blanks around it.
  func elements() -> [ArraySlice<UInt8>] {
    var elements: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = bytes.startIndex
    var place = bytes.startIndex
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\""): place = Cursor(bytes[place...]).text().endIndex - 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth == 1 { start = place + 1 }
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 1 { elements.append(Self.trimmed(bytes[start..<place])) }
        if bytes[place] != UInt8(ascii: ",") { depth -= 1 } else if depth == 1 { start = place + 1 }
      default: break
      }
      place += 1
    }
    return elements.filter { !$0.isEmpty }
  }

  /// The string that begins here, with its quotes.
  func text() -> ArraySlice<UInt8> {
    var place = bytes.startIndex + 1
    while bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes[bytes.startIndex...place]
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = slice.drop { $0 <= 0x20 }
    return front.prefix(
      (front.lastIndex { $0 > 0x20 } ?? front.startIndex - 1) + 1 - front.startIndex
    )
  }
}
