// SPDX-License-Identifier: Apache-2.0
// What the query asks of a list, once every parameter has been believed.

import Wire

/// Which rows are wanted: a page of at most `limit`, from an offset or a marker, of one status.
struct Question: Sendable, Hashable {
  var limit: Int
  var offset = 0
  var marker: Marker?
  var status: String?
}

extension Question {
  /// Reads the query as the documentation has it; throws 400 for what it does not allow.
  init(_ query: [HTTPRequest.QueryItem], of listing: Listing) throws(Refusal) {
    let words = try Self.words(query, of: listing)
    limit = listing.defaultLimit
    if let text = words["limit"] { limit = try Self.number(text, in: 1...100, "limit") }
    if let text = words["offset"] {
      offset = try Self.number(text, in: 0...Int.max, "offset")
      guard !listing.wantsMultiples || offset % limit == 0 else { throw .invalid("offset") }
    }
    if let text = words["marker"] {
      guard let marker = Marker(text) else { throw .invalid("marker") }
      self.marker = marker
    }
    if let text = words["status"] {
      guard listing.filterWords?.contains(text) == true else { throw .invalid("status") }
      status = text
    }
  }

  /// The known parameters, decoded; others are ignored, as long as they are encoded well.
  private static func words(
    _ query: [HTTPRequest.QueryItem],
    of listing: Listing
  ) throws(Refusal) -> [String: String] {
    let known: Set = [
      "limit", listing.turnsByMarker ? "marker" : "offset",
      listing.filterWords == nil ? "limit" : "status",
    ]
    var words: [String: String] = [:]
    for item in query {
      guard let name = PercentEncoding.decode(item.name),
        let value = PercentEncoding.decode(item.value ?? "")
      else { throw .malformedEncoding }
      guard known.contains(name) else { continue }
      guard words[name] == nil, !value.isEmpty else { throw .invalid(name) }
      words[name] = value
    }
    return words
  }

  private static func number(
    _ text: String,
    in range: ClosedRange<Int>,
    _ name: String
  ) throws(Refusal) -> Int {
    guard let number = Int(text), !text.hasPrefix("+"), range.contains(number) else {
      throw .invalid(name)
    }
    return number
  }
}
