// SPDX-License-Identifier: Apache-2.0
// Says what is wrong where the grammar is broken, for the tape and for whoever else scans a body.

/// What went wrong, looked at once more and without haste.
extension JSONScanner {
  /// Why no value begins at an offset.
  ///
  /// - Parameter container: The kind of the innermost open container; nil outside all of them.
  @inline(never)
  package func noValue(at offset: Int, in container: JSONValue.Kind?) -> JSONSyntaxError {
    switch byte(at: offset) {
    case UInt8(ascii: "+"): failure(at: offset, .leadingPlus, in: container)
    case UInt8(ascii: "."): failure(at: offset, .noDigitBeforePoint, in: container)
    case UInt8(ascii: "'"): failure(at: offset, .singleQuote, in: container)
    case UInt8(ascii: "N") where isWord("NaN", at: offset):
      failure(at: offset, .notANumber, in: container)
    case UInt8(ascii: "I") where isWord("Infinity", at: offset):
      failure(at: offset, .infinity, in: container)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      failure(at: offset, .unknownWord, in: container)
    default: failure(at: offset, .valueExpected, in: container)
    }
  }

  /// Why no member name begins at an offset.
  @inline(never)
  package func noName(
    at offset: Int, _ afterComma: Bool, in container: JSONValue.Kind?
  ) -> JSONSyntaxError {
    switch byte(at: offset) {
    case UInt8(ascii: "}") where afterComma: failure(at: offset, .trailingComma, in: container)
    case UInt8(ascii: "'"): failure(at: offset, .singleQuote, in: container)
    default: failure(at: offset, .nameExpected, in: container)
    }
  }

  /// The reason, unless a comment stands here or the body ends with something still open.
  @inline(never)
  package func failure(
    at offset: Int, _ reason: JSONSyntaxError.Reason, in container: JSONValue.Kind?
  ) -> JSONSyntaxError {
    guard offset == end else {
      let isComment = [UInt8(ascii: "/"), UInt8(ascii: "#")].contains(byte(at: offset))
      return JSONSyntaxError(offset: offset, reason: isComment ? .comment : reason)
    }
    return switch container {
    case nil: JSONSyntaxError(offset: offset, reason: .emptyInput)
    case .object: JSONSyntaxError(offset: offset, reason: .objectNotClosed)
    default: JSONSyntaxError(offset: offset, reason: .arrayNotClosed)
    }
  }
}
