// SPDX-License-Identifier: Apache-2.0
// Walks of clients: what their pages say together for sure, under filters and in orders as well.

import Conformance
import Testing
import Wire

private let whole = "limit=100&offset=0"

@Suite(.timeLimit(.minutes(30))) struct RecordedWalkTests {
  static let walks: [RecordedTalk] = [
    RecordedTalk(
      "the last page of a walk is empty",
      ["paging.full-pages": "passed", "paging.rows-equal-total": "failed"]
    ) { talk in
      try await talk.walk("limit=10") { $0 == 40 ? [] : $1 }
    },
    RecordedTalk(
      "a page of a walk lacks a row",
      ["paging.full-pages": "failed", "paging.rows-equal-total": "failed"]
    ) { talk in
      try await talk.walk("limit=10") { $0 == 10 ? $1.dropLast() : $1 }
    },
    RecordedTalk(
      "a walk begins again and again",
      [
        "paging.each-row-once": "failed", "paging.total-covers-rows": "passed",
        "paging.rows-equal-total": "passed",
      ]
    ) { talk in
      var first: [String] = []
      try await talk.walk("limit=10") {
        if $0 == 0 { first = $1 }
        return $0 < 30 ? first : $1
      }
    },
    RecordedTalk(
      "a walk under a filter begins again", ["paging.each-row-once": "failed"]
    ) { talk in
      var first: [String] = []
      try await talk.walk("status=Failed&limit=3") {
        if $0 == 0 { first = $1 }
        return $0 == 3 ? first : $1
      }
    },
    RecordedTalk(
      "an order lacks a row", of: .policies, ["paging.rows-equal-total": "failed"]
    ) {
      let order = "order_column=updated_at&order_type=desc&limit=100&offset=0"
      try await $0.ask(order) { body in
        let page = try? JSONDocument(parsing: Array(body.utf8))
        let rows = page?.root["policies"]?.elements.map(\.raw) ?? []
        let less = rows.dropLast().joined(separator: ",")
        return "{\"total\":\(rows.count),\"policies\":[\(less)]}"
      }
    },
    RecordedTalk(
      "a page that leads on is short", of: .gc, ["paging.full-marker-pages": "warned"]
    ) {
      try await $0.ask("limit=10") { body in
        let page = try? JSONDocument(parsing: Array(body.utf8))
        let rows = page?.root["tasks"]?.elements.map(\.raw) ?? []
        let less = rows.dropLast().joined(separator: ",")
        return "{\"page_info\":\(page?.root["page_info"]?.raw ?? ""),\"tasks\":[\(less)]}"
      }
    },
    RecordedTalk(
      "a request that was answered is not, and then is again",
      ["paging.same-request-is-answered": "inconclusive", "shape.status-200": "inconclusive"]
    ) {
      try await $0.ask(whole)
      try await $0.ask(whole, gives: 404)
      try await $0.ask(whole)
    },
    RecordedTalk(
      "a walk under a filter, whose total counts other rows as well",
      [
        "paging.each-row-once": "passed", "filters.status-total": "warned",
        "paging.full-pages": "passed",
      ]
    ) { try await $0.walk("status=Failed&limit=4", total: 41) { $1 } },
    RecordedTalk(
      "a walk under a filter",
      [
        "paging.each-row-once": "passed", "filters.status-total": "passed",
        "paging.full-pages": "passed",
      ]
    ) { try await $0.walk("status=Failed&limit=4") { $1 } },
  ]

  @Test(arguments: walks)
  func `pages of one walk are held against each other`(talk: RecordedTalk) async throws {
    try await talk.expect()
  }
}

extension Dialogue {
  /// Pages through what a query asks for until a page has room, with other rows on some of the pages.
  fileprivate mutating func walk(
    _ query: String, total: Int? = nil, _ rows: (Int, [String]) -> [String]
  ) async throws {
    let limit = try #require(query.split(separator: "limit=").last.flatMap { Int($0) })
    var (offset, isFull) = (0, true)
    while isFull {
      try await ask("\(query)&offset=\(offset)") { body in
        let page = try? JSONDocument(parsing: Array(body.utf8))
        let own = page?.root["jobs"]?.elements.map(\.raw) ?? []
        isFull = own.count == limit
        let told = total.map(String.init) ?? page?.root["total"]?.raw ?? ""
        return "{\"total\":\(told),\"jobs\":[\(rows(offset, own).joined(separator: ","))]}"
      }
      offset += limit
    }
  }
}
