// SPDX-License-Identifier: Apache-2.0
// Reads arrays other than that of the rows: the objects in them by their fields, anything else as it is.

import Contract
import Digests
import Wire

extension BodyReader {
  /// Reads an array whose elements are objects that the program knows, or anything.
  mutating func array(
    _ object: Int, at open: Int, _ mode: Mode, _ kind: JSONValue.Kind? = nil
  ) throws(JSONSyntaxError) -> Int {
    try enter(at: open)
    var sum: UInt64 = 0xA55A
    var isOdd = false
    var at = scanner.skipBlanks(from: open &+ 1)
    if scanner.byte(at: at) != UInt8(ascii: "]") {
      var index: Int32 = 0
      while true {
        if let kind, kind != Self.kind(of: scanner.byte(at: at)) { isOdd = true }
        at = try element(object, at: at, index, mode)
        sum = Fingerprint.combine(sum, fingerprint)
        index &+= 1
        at = try behindElement(at)
        if isClosed { break }
      }
    } else {
      at &+= 1
    }
    leave()
    hasOddElement = isOdd
    fingerprint = sum
    return at
  }

  /// Goes from behind an element to the next one, or behind the bracket.
  @inline(__always)
  mutating func behindElement(_ end: Int) throws(JSONSyntaxError) -> Int {
    let at = scanner.skipBlanks(from: end)
    switch scanner.byte(at: at) {
    case UInt8(ascii: ","):
      isClosed = false
      let next = scanner.skipBlanks(from: at &+ 1)
      guard scanner.byte(at: next) != UInt8(ascii: "]") else {
        throw JSONSyntaxError(offset: next, reason: .trailingComma)
      }
      return next
    case UInt8(ascii: "]"):
      isClosed = true
      return at &+ 1
    default: throw scanner.failure(at: at, .commaOrBracketExpected, in: .array)
    }
  }

  private mutating func element(
    _ object: Int, at start: Int, _ index: Int32, _ mode: Mode
  ) throws(JSONSyntaxError) -> Int {
    enclosing = .array
    guard object >= 0 || !mode.isEmpty || options.isCareful else { return try anyValue(at: start) }
    push(.init(name: .init(start: nil, count: 0), index: index))
    defer { depth -= 1 }
    guard scanner.byte(at: start) == UInt8(ascii: "{") else { return try anyValue(at: start) }
    return try self.object(object, at: start, mode)
  }
}
