// SPDX-License-Identifier: Apache-2.0
// The number grammar of RFC 8259, section 6.

extension JSONScanner {
  /// Passes a number that begins with a minus sign or a digit.
  @inlinable @inline(__always)
  public func number(at start: Int) throws(JSONSyntaxError) -> Lexeme {
    var offset = start
    if bytes[offset] == UInt8(ascii: "-") {
      offset &+= 1
      guard ASCII.isDigit(byte(at: offset)) else { throw noDigitBehindMinus(at: offset) }
    }
    if bytes[offset] == UInt8(ascii: "0") {
      offset &+= 1
      guard !ASCII.isDigit(byte(at: offset)) else {
        throw JSONSyntaxError(offset: offset, reason: .leadingZero)
      }
    } else {
      offset = skipDigits(from: offset)
    }
    switch byte(at: offset) {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      return (try fractionAndExponent(from: offset), [])
    default:
      return (offset, .integer)
    }
  }

  @usableFromInline func fractionAndExponent(from start: Int) throws(JSONSyntaxError) -> Int {
    var offset = start
    if bytes[offset] == UInt8(ascii: ".") {
      offset = try digits(from: offset &+ 1, else: .noDigitBehindPoint)
    }
    guard byte(at: offset) | 0x20 == UInt8(ascii: "e") else { return offset }
    offset &+= 1
    let sign = byte(at: offset)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset &+= 1 }
    return try digits(from: offset, else: .noDigitInExponent)
  }

  private func digits(
    from start: Int, else reason: JSONSyntaxError.Reason
  ) throws(JSONSyntaxError) -> Int {
    let end = skipDigits(from: start)
    guard end > start else { throw JSONSyntaxError(offset: start, reason: reason) }
    return end
  }

  @inlinable @inline(__always)
  public func skipDigits(from start: Int) -> Int {
    var offset = start
    while offset < end, ASCII.isDigit(bytes[offset]) { offset &+= 1 }
    return offset
  }

  @usableFromInline func noDigitBehindMinus(at offset: Int) -> JSONSyntaxError {
    let reason: JSONSyntaxError.Reason =
      isWord("Infinity", at: offset) ? .infinity : .noDigitBehindMinus
    return JSONSyntaxError(offset: offset, reason: reason)
  }
}
