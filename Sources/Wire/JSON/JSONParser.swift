// SPDX-License-Identifier: Apache-2.0
// The grammar of RFC 8259 as one loop: no recursion, one look at every byte, one tape.

/// Writes the tape of one body; open containers are chained through the tape itself.
struct JSONParser: ~Copyable {
  private let scanner: JSONScanner
  private var tape: JSONTapeWriter
  private var container = Self.noContainer
  private var depth = 0

  private static let noContainer = Int(UInt32.max)

  private init(_ body: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>) {
    scanner = JSONScanner(bytes: start, end: body.count)
    tape = JSONTapeWriter(byteCount: body.count)
  }

  /// The container that is open; nil outside all of them.
  private var enclosing: JSONValue.Kind? {
    container == Self.noContainer ? nil : tape.isObject(container) ? .object : .array
  }

  static func tape(of body: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) -> [JSONToken] {
    guard let start = body.baseAddress, body.count > 0 else {
      throw JSONSyntaxError(offset: 0, reason: .emptyInput)
    }
    guard body.count <= Int32.max else { throw JSONSyntaxError(offset: 0, reason: .tooLong) }
    var parser = JSONParser(body, start)
    try parser.parse()
    return parser.tape.written()
  }

  private mutating func parse() throws(JSONSyntaxError) {
    guard !scanner.startsWithByteOrderMark() else {
      throw JSONSyntaxError(offset: 0, reason: .byteOrderMark)
    }
    var offset = scanner.skipBlanks(from: 0)
    repeat {
      offset = try value(at: offset)
    } while try next(&offset)
  }

  /// Writes a scalar or an empty container, or opens a container and goes to its first value.
  @inline(__always)
  private mutating func value(at start: Int) throws(JSONSyntaxError) -> Int {
    var offset = start
    while true {
      switch scanner.byte(at: offset) {
      case UInt8(ascii: "\""):
        let lexeme = try scanner.string(at: offset)
        return write(.string, lexeme, at: offset)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        let lexeme = try scanner.number(at: offset)
        return write(.number, lexeme, at: offset)
      case UInt8(ascii: "{"):
        try open(.object, at: offset)
        offset = scanner.skipBlanks(from: offset &+ 1)
        if scanner.byte(at: offset) == UInt8(ascii: "}") { return close(at: offset) }
        offset = try name(at: offset, afterComma: false)
      case UInt8(ascii: "["):
        try open(.array, at: offset)
        offset = scanner.skipBlanks(from: offset &+ 1)
        if scanner.byte(at: offset) == UInt8(ascii: "]") { return close(at: offset) }
      case UInt8(ascii: "t"):
        return write(.boolean, (try scanner.word("true", at: offset), []), at: offset)
      case UInt8(ascii: "f"):
        return write(.boolean, (try scanner.word("false", at: offset), []), at: offset)
      case UInt8(ascii: "n"):
        return write(.null, (try scanner.word("null", at: offset), []), at: offset)
      default:
        throw scanner.noValue(at: offset, in: enclosing)
      }
    }
  }

  /// Behind a value: closes what ends here, goes to the next value, or answers false at the end.
  @inline(__always)
  private mutating func next(_ offset: inout Int) throws(JSONSyntaxError) -> Bool {
    while true {
      offset = scanner.skipBlanks(from: offset)
      guard container != Self.noContainer else {
        guard offset == scanner.end else {
          throw scanner.failure(at: offset, .bytesAfterDocument, in: enclosing)
        }
        return false
      }
      let isObject = tape.isObject(container)
      switch scanner.byte(at: offset) {
      case UInt8(ascii: ","):
        offset = scanner.skipBlanks(from: offset &+ 1)
        if isObject {
          offset = try name(at: offset, afterComma: true)
        } else if scanner.byte(at: offset) == UInt8(ascii: "]") {
          throw JSONSyntaxError(offset: offset, reason: .trailingComma)
        }
        return true
      case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
        offset = close(at: offset)
      default:
        throw scanner.failure(
          at: offset, isObject ? .commaOrBraceExpected : .commaOrBracketExpected, in: enclosing)
      }
    }
  }

  /// Writes a member name and goes over its colon to the member's value.
  @inline(__always)
  private mutating func name(at start: Int, afterComma: Bool) throws(JSONSyntaxError) -> Int {
    guard scanner.byte(at: start) == UInt8(ascii: "\"") else {
      throw scanner.noName(at: start, afterComma, in: enclosing)
    }
    let end = write(.string, try scanner.string(at: start), at: start)
    let colon = scanner.skipBlanks(from: end)
    guard scanner.byte(at: colon) == UInt8(ascii: ":") else {
      throw scanner.failure(at: colon, .colonExpected, in: enclosing)
    }
    return scanner.skipBlanks(from: colon &+ 1)
  }

  @inline(__always)
  private mutating func write(
    _ kind: JSONValue.Kind, _ lexeme: JSONScanner.Lexeme, at start: Int
  ) -> Int {
    let next = tape.count &+ 1
    tape.append(JSONToken(kind, lexeme.traits, start: start, end: lexeme.end, next: next))
    return lexeme.end
  }

  @inline(__always)
  private mutating func open(_ kind: JSONValue.Kind, at start: Int) throws(JSONSyntaxError) {
    guard depth < JSONDocument.depthLimit else {
      throw JSONSyntaxError(offset: start, reason: .tooDeep)
    }
    depth &+= 1
    tape.append(JSONToken(kind, start: start, end: start, next: container))
    container = tape.count &- 1
  }

  @inline(__always)
  private mutating func close(at offset: Int) -> Int {
    depth &-= 1
    container = tape.close(container, end: offset &+ 1)
    return offset &+ 1
  }
}
