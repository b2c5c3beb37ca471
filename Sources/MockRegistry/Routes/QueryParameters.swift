// SPDX-License-Identifier: Apache-2.0
// The parameters of a query that a list knows, decoded and each said once.

import Wire

/// Known parameters by name; others are ignored, as long as they are encoded well.
struct QueryParameters: Sendable {
  private var words: [String: String] = [:]

  /// Throws 400 for bad encoding, and for a known parameter that is empty or said twice.
  init(_ query: [HTTPRequest.QueryItem], known: [String]) throws(ErrorResponse) {
    for item in query {
      guard let name = PercentEncoding.decode(item.name),
        let value = PercentEncoding.decode(item.value ?? "")
      else { throw .malformedEncoding }
      guard known.contains(name) else { continue }
      guard words[name] == nil, !value.isEmpty else { throw .invalid(name) }
      words[name] = value
    }
  }

  subscript(name: String) -> String? { words[name] }

  /// The value as a number in digits; throws 400 if it is none or outside the range.
  func number(_ name: String, in range: ClosedRange<Int>) throws(ErrorResponse) -> Int? {
    guard let text = words[name] else { return nil }
    guard let number = Int(text), !text.hasPrefix("+"), range.contains(number) else {
      throw .invalid(name)
    }
    return number
  }
}
