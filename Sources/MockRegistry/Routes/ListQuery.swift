// SPDX-License-Identifier: Apache-2.0
// What the query asks of a list, once every parameter has been believed.

import Wire

/// Which rows are wanted: a page of at most `limit`, from an offset or a marker, of one status.
struct ListQuery: Sendable, Hashable {
  var limit: Int
  var offset = 0
  var marker: Marker?
  var status: String?
}

extension ListQuery {
  /// Reads the query as the documentation has it; throws 400 for what it does not allow.
  init(_ query: [HTTPRequest.QueryItem], of listing: Listing) throws(ErrorResponse) {
    let words = try QueryParameters(query, known: listing.parameters)
    limit = try words.number("limit", in: 1...100) ?? listing.defaultLimit
    if let number = try words.number("offset", in: 0...Int.max) {
      offset = number
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
}

extension Listing {
  fileprivate var parameters: [String] {
    ["limit", turnsByMarker ? "marker" : "offset"] + (filterWords == nil ? [] : ["status"])
  }
}
