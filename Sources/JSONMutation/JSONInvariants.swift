// SPDX-License-Identifier: Apache-2.0
// What has to hold for every body, JSON or not: the oracle of the fuzzer and of its short test.

public import Wire

/// Statements about the parser that need no second parser.
public enum JSONInvariants {
  /// The document if the bytes are JSON, nil if they are not; throws a statement that does not hold.
  public static func check(_ bytes: [UInt8]) throws(Violation) -> JSONDocument? {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      try check(error, in: bytes)
      return nil
    }
    try check(document)
    return document
  }

  /// A statement that does not hold.
  public struct Violation: Error, Hashable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) { self.description = description }
  }

  private static func demand(
    _ condition: Bool, _ statement: @autoclosure () -> String
  ) throws(Violation) {
    guard condition else { throw Violation(statement()) }
  }

  /// What stands before the offset of an error can still become JSON.
  private static func check(_ error: JSONSyntaxError, in bytes: [UInt8]) throws(Violation) {
    try demand((0...bytes.count).contains(error.offset), "an error is inside the body")
    do {
      _ = try JSONDocument(parsing: Array(bytes.prefix(error.offset)))
    } catch let earlier {
      try demand(earlier.offset == error.offset, "nothing is wrong before the offset of an error")
    }
  }

  private static func check(_ document: JSONDocument) throws(Violation) {
    let bytes = document.bytes
    try demand(document.tapeByteCount <= 8 * bytes.count + 8, "the tape is bounded")
    try check(document.root, within: 0..<bytes.count)
    try demand(document.root.isSame(as: document.root), "a value is the same as itself")
  }

  private static func check(_ value: JSONValue, within outer: Range<Int>) throws(Violation) {
    try demand(
      !value.span.isEmpty && outer.contains(value.span.lowerBound)
        && value.span.upperBound <= outer.upperBound,
      "\(value.span) is inside \(outer)"
    )
    switch value.kind {
    case .object, .array: try checkChildren(of: value)
    case .string: try checkText(of: value)
    case .number: try checkSpelling(of: value)
    case .boolean: try demand(value.raw == "\(value.bool ?? false)", "a boolean is its word")
    case .null: try demand(value.raw == "null" && value.isNull, "null is its word")
    }
  }

  /// Children follow one another inside the brackets.
  private static func checkChildren(of value: JSONValue) throws(Violation) {
    var rest = (value.span.lowerBound + 1)..<(value.span.upperBound - 1)
    var count = 0
    for element in value.elements {
      try check(element, within: rest)
      rest = element.span.upperBound..<rest.upperBound
      count += 1
    }
    for member in value.members {
      try check(member.key, within: rest)
      try check(member.value, within: member.key.span.upperBound..<rest.upperBound)
      rest = member.value.span.upperBound..<rest.upperBound
      count += 1
    }
    try demand(value.count == count, "the count is the number of children")
    try demand(value.duplicateKeys.count <= max(0, count - 1), "the first name is no duplicate")
  }

  /// The literal stands for itself, and its text, written anew, has the same text.
  private static func checkText(of value: JSONValue) throws(Violation) {
    guard let text = value.string else { throw Violation("a string has text") }
    let again = try reparse(Array(value.rawBytes))
    try demand(again.isSame(as: value), "a string literal stands for itself")
    let quoted = try reparse(Array(JSONText.quote(text).utf8))
    try demand(quoted.string.map { Array($0.utf8) } == Array(text.utf8), "quoting keeps the text")
    try demand(quoted.isSame(as: value) != value.hasLoneSurrogate, "only lone surrogates are lost")
  }

  private static func checkSpelling(of value: JSONValue) throws(Violation) {
    let again = try reparse(Array(value.rawBytes))
    try demand(again.number == value.number, "a number stands for itself")
    let isInteger = !value.raw.contains { ".eE".contains($0) }
    try demand(value.number?.isIntegerToken == isInteger, "an integer has only digits")
  }

  private static func reparse(_ bytes: [UInt8]) throws(Violation) -> JSONValue {
    do {
      return try JSONDocument(parsing: bytes).root
    } catch {
      throw Violation("a token alone is JSON: \(error)")
    }
  }
}
