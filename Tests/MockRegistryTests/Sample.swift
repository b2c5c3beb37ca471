// SPDX-License-Identifier: Apache-2.0
// How the tests of this folder ask, and how they read what they are told.

import Loopback
import Wire

@testable import MockRegistry

/// A request for one of the lists, right in everything unless told otherwise.
func ask(
  _ list: ListOperation, _ query: String = "", method: HTTPRequest.Method = .get,
  token: String? = MockRegistry.Facts.only["token"], replacing fact: String? = nil,
  with value: String = ""
) -> HTTPRequest {
  var target = list.path
  for entry in MockRegistry.Facts.only.entries {
    target = target.replacing("{\(entry.key)}", with: entry.key == fact ? value : entry.value)
  }
  var request = HTTPRequest(method: method, target: target + (query.isEmpty ? "" : "?" + query))
  request.headers["X-Auth-Token"] = token
  return request
}

extension HTTPResponse {
  /// The members of the body's object.
  var object: RawObject {
    RawObject.array(Array("[".utf8) + body + Array("]".utf8)).first ?? RawObject()
  }

  /// The rows of the body's list.
  var rows: [RawObject] {
    let body = object
    let key = ListOperation.all.lazy.map(\.key).first { body[$0] != nil }
    return RawObject.array(Array((key.flatMap { body[$0] } ?? "[]").utf8))
  }

  /// The rows of the body's list, or the one row that the body is.
  func rows(of list: ListOperation) -> [RawObject] {
    list.isObject ? [object] : RawObject.array(Array((object[list.key] ?? "[]").utf8))
  }

  var ids: [String] { rows.compactMap { $0["id"] } }

  var nextMarker: Substring? {
    RawObject.array(Array("[\(object["page_info"] ?? "{}")]".utf8)).first?.word("next_marker")
  }
}

extension ListOperation {
  /// The rows below the registry's own facts.
  var ownRows: [RawObject] { Inventory(rows: nil).tables[self]?.view()[0..<1_000] ?? [] }

  /// Those that can have any number of rows.
  static let copied = judged.filter { $0.rows.stride != nil }
}

extension MockRegistry {
  func respond(_ request: HTTPRequest) -> HTTPResponse { answer(request).response }
}
