// SPDX-License-Identifier: Apache-2.0
// An object that travels as the text of a string.

import Wire

/// The text of a string that begins like a JSON object, behind blanks or not.
struct EncodedObject {
  /// The text's own parse; its offsets count within the decoded text.
  let result: Result<JSONDocument, JSONSyntaxError>

  /// Nil unless the value is a string whose text begins with a brace.
  init?(in value: JSONValue) {
    guard let text = value.string, text.utf8.opensObject else { return nil }
    result = Result { () throws(JSONSyntaxError) in try JSONDocument(parsing: Array(text.utf8)) }
  }

  var document: JSONDocument? { try? result.get() }
}

extension Collection<UInt8> {
  /// Whether the first byte that is no blank of JSON is a brace.
  @inline(__always)
  var opensObject: Bool {
    guard let first else { return false }
    guard first <= UInt8(ascii: " ") else { return first == UInt8(ascii: "{") }
    return self.first { !" \t\n\r".utf8.contains($0) } == UInt8(ascii: "{")
  }
}
