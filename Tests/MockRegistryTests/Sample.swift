// SPDX-License-Identifier: Apache-2.0
// How the tests of this folder ask, and how they read what they are told.

import Loopback
import Wire

@testable import MockRegistry

/// A request for one of the lists, right in everything unless told otherwise.
func ask(
  _ listing: Listing,
  _ query: String = "",
  method: HTTPRequest.Method = .get,
  token: String? = MockRegistry.Facts.only["token"],
  replacing fact: String? = nil,
  with value: String = ""
) -> HTTPRequest {
  var target = listing.template
  for entry in MockRegistry.Facts.only.entries {
    target = target.replacing("{\(entry.key)}", with: entry.key == fact ? value : entry.value)
  }
  var request = HTTPRequest(method: method, target: target + (query.isEmpty ? "" : "?" + query))
  request.headers["X-Auth-Token"] = token
  return request
}

extension HTTPResponse {
  /// The members of the body's object.
  var object: Record {
    Record.array(Array("[".utf8) + body + Array("]".utf8)).first ?? Record()
  }

  /// The rows of the body's list.
  var rows: [Record] {
    Record.array(Array((object["jobs"] ?? object["tasks"] ?? "[]").utf8))
  }

  var ids: [String] { rows.compactMap { $0["id"] } }

  var nextMarker: Substring? {
    Record.array(Array("[\(object["page_info"] ?? "{}")]".utf8)).first?.word("next_marker")
  }
}

extension MockRegistry {
  func respond(_ request: HTTPRequest) -> HTTPResponse { answer(request).response }
}
