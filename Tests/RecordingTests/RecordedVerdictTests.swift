// SPDX-License-Identifier: Apache-2.0
// Sessions of clients: what another answer excuses is no fault, and what one answer shows is one.

import Conformance
import MockRegistry
import Testing
import Wire

/// A session, and the outcomes of the cases that it is about; no other case fails.
struct RecordedTalk: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let list: Dialogue.List
  let outcomes: [String: String]
  let talk: @Sendable (inout Dialogue) async throws -> Void
  let place: SourceLocation

  init(
    _ name: String, of list: Dialogue.List = .hooks, _ outcomes: [String: String],
    place: SourceLocation = #_sourceLocation,
    _ talk: @escaping @Sendable (inout Dialogue) async throws -> Void
  ) {
    testDescription = name
    (self.list, self.outcomes, self.place, self.talk) = (list, outcomes, place, talk)
  }

  func expect() async throws {
    var dialogue = Dialogue(list)
    try await talk(&dialogue)
    let seen = try await dialogue.outcomes(Array(outcomes.keys))
    #expect(seen == outcomes, sourceLocation: place)
  }
}

private let whole = "limit=100&offset=0"

@Suite(.timeLimit(.minutes(30))) struct RecordedVerdictTests {
  @Test(arguments: [
    "limit=0", "limit=101", "limit=abc", "limit=", "limit=9223372036854775808",
    "limit=10&limit=20", "limit=10&offset=5", "limit=10&offset=abc", "limit=10&offset=-10",
    "sort=foo", "limit=10&offset=0&page=1", "status=Stopped",
  ])
  func `a filter beside what may be refused is refused rightly`(beside: String) async throws {
    var dialogue = Dialogue(.hooks)
    try await dialogue.ask(whole)
    try await dialogue.ask("status=Failed&\(beside)", gives: 400)
    let seen = try await dialogue.outcomes(["filters.status.Failed"])
    #expect(seen == ["filters.status.Failed": "inconclusive"])
  }

  static let refusals: [RecordedTalk] = [
    RecordedTalk(
      "a documented filter is refused",
      ["filters.status.Failed": "failed", "shape.status-200": "failed"]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=10&offset=0&status=Failed", gives: 400)
    },
    RecordedTalk("a gateway is asked again", ["shape.status-200": "passed"]) {
      for status in [502, 503, 504, 429] { try await $0.ask(whole, gives: status) }
      try await $0.ask(whole)
    },
    RecordedTalk(
      "a gateway is not asked again",
      [
        "shape.status-200": "failed", "errors.no-server-error": "failed",
      ]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=10&offset=10", gives: 502)
    },
    RecordedTalk(
      "a token is renewed", ["filters.status.Failed": "passed", "shape.status-200": "passed"]
    ) {
      try await $0.ask(whole)
      try await $0.ask("status=Failed", gives: 401)
      try await $0.ask("status=Failed", token: "a-new-token")
    },
    RecordedTalk(
      "the policy is deleted between two readings",
      [
        "shape.status-200": "inconclusive", "paging.same-request-is-answered": "inconclusive",
        "filters.status.Failed": "inconclusive",
      ]
    ) {
      try await $0.ask(whole)
      try await $0.ask("status=Failed", gives: 404)
      try await $0.ask(whole, gives: 404)
    },
    RecordedTalk(
      "the session ends",
      ["shape.status-200": "inconclusive", "paging.same-request-is-answered": "inconclusive"]
    ) {
      try await $0.ask(whole)
      try await $0.ask(whole, gives: 302)
    },
    RecordedTalk(
      "another user has no right",
      ["shape.status-200": "passed", "paging.same-request-is-answered": "inconclusive"]
    ) {
      try await $0.ask(whole)
      try await $0.ask(whole, token: "of-somebody-else", gives: 403)
    },
    RecordedTalk(
      "another user sees fewer rows",
      [
        "paging.same-request-same-page": "inconclusive",
        "paging.total-is-constant": "inconclusive",
        "shape.total": "passed",
      ]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=10&offset=0", token: "of-somebody-else") {
        $0.replacing(#""total":41"#, with: #""total":10"#)
      }
    },
    RecordedTalk("another user is shown a broken field", ["shape.total": "failed"]) {
      try await $0.ask(whole)
      try await $0.ask(whole, token: "of-somebody-else") {
        $0.replacing(#""total":41"#, with: #""total":"41""#)
      }
    },
    RecordedTalk(
      "a final row changes", ["relations.same-row-everywhere": "inconclusive"]
    ) {
      try await $0.ask(whole)
      try await $0.ask(whole) {
        $0.replacing(#""updated_at":"2026"#, with: #""updated_at":"2027"#)
      }
    },
    RecordedTalk(
      "a page behind the end is not found, and the list is there before and after",
      ["shape.status-200": "failed", "paging.offset-behind-end": "failed"]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=100&offset=100", gives: 404)
      try await $0.ask(whole)
    },
  ]

  @Test(arguments: refusals)
  func `a refusal counts where no other answer excuses it`(talk: RecordedTalk) async throws {
    try await talk.expect()
  }

  @Test(arguments: [400, 404, 409, 410, 422])
  func `a marker that the server gave is not refused`(status: Int) async throws {
    for query in ["limit=10", "limit=100"] {
      var dialogue = Dialogue(.gc)
      let marker = try #require(try await dialogue.ask("limit=10"))
      try await dialogue.ask("limit=10&marker=a-strange-one", gives: 400)
      try await dialogue.ask("limit=10&marker=\(marker)", gives: status)
      if query != "limit=10" { try await dialogue.ask(query) }
      let seen = try await dialogue.outcomes(["paging.marker-comes-once", "paging.each-row-once"])
      #expect(seen["shape.status-200"] == "failed")
      #expect(seen["paging.marker-walk-ends"] == "failed")
      #expect(seen["paging.marker-comes-once"] == "inconclusive")
      #expect(seen["paging.each-row-once"] == "inconclusive")
    }
  }

  @Test func `a marker that nobody gave, or without its limit, may be refused`() async throws {
    var dialogue = Dialogue(.gc)
    let marker = try #require(try await dialogue.ask("limit=10"))
    try await dialogue.ask("limit=10&marker=a-strange-one", gives: 400)
    try await dialogue.ask("marker=\(marker)", gives: 400)
    try await dialogue.ask("limit=20&marker=\(marker)", gives: 400)
    #expect(try await dialogue.outcomes(["shape.status-200"]) == ["shape.status-200": "passed"])
  }

  static let single: [RecordedTalk] = [
    RecordedTalk(
      "total below the rows of its page",
      ["paging.total-covers-rows": "failed", "paging.total-covers-page": "failed"]
    ) {
      try await $0.ask("limit=10&offset=0") { $0.replacing(#""total":41"#, with: #""total":9"#) }
    },
    RecordedTalk(
      "total beyond the rows of a whole list", ["paging.rows-equal-total": "failed"]
    ) {
      try await $0.ask(whole) { $0.replacing(#""total":41"#, with: #""total":50"#) }
    },
    RecordedTalk(
      "total beyond the rows of a whole list, and the empty page behind it",
      ["paging.rows-equal-total": "failed", "paging.offset-behind-end": "passed"]
    ) {
      for query in [whole, "limit=100&offset=100"] {
        try await $0.ask(query) { $0.replacing(#""total":41"#, with: #""total":50"#) }
      }
    },
    RecordedTalk("a page of the middle lacks a row", ["paging.full-pages": "failed"]) {
      try await $0.ask("limit=10&offset=10") { $0.withRows { $0.dropLast() } }
    },
    RecordedTalk("a page of the middle is empty", ["paging.full-pages": "failed"]) {
      try await $0.ask("limit=10&offset=20") { $0.withRows { _ in [] } }
    },
    RecordedTalk("the last page beside the whole list", ["paging.full-pages": "passed"]) {
      try await $0.ask(whole)
      try await $0.ask("limit=10&offset=40")
    },
    RecordedTalk("one page and its total", ["paging.total-is-constant": "inconclusive"]) {
      try await $0.ask(whole)
    },
    RecordedTalk(
      "total that differs between two pages", ["paging.total-is-constant": "inconclusive"]
    ) {
      try await $0.ask("limit=10&offset=0") { $0.replacing(#""total":41"#, with: #""total":45"#) }
      try await $0.ask("limit=20&offset=0")
    },
    RecordedTalk(
      "total is 0 behind the end",
      ["paging.total-is-constant": "inconclusive", "paging.offset-behind-end": "inconclusive"]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=100&offset=100") {
        $0.replacing(#""total":41"#, with: #""total":0"#)
      }
    },
    RecordedTalk("a page at the largest number", ["paging.offset-behind-end": "passed"]) {
      try await $0.ask(whole)
      try await $0.ask("limit=1&offset=9223372036854775807")
    },
    RecordedTalk("a page behind the end is empty", ["paging.offset-behind-end": "passed"]) {
      try await $0.ask(whole)
      try await $0.ask("limit=100&offset=100")
    },
    RecordedTalk(
      "a page behind the end is refused",
      ["paging.offset-behind-end": "failed", "shape.status-200": "failed"]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=100&offset=100", gives: 400)
    },
    RecordedTalk("a page leads to itself", of: .gc, ["paging.marker-comes-once": "failed"]) {
      var first = ""
      let marker = try await $0.ask("limit=10") {
        first = $0
        return $0
      }
      try await $0.ask("limit=10&marker=\(marker ?? "")") { _ in first }
    },
    RecordedTalk(
      "a filter that keeps what it should not", of: .policies,
      ["filters.name-keeps-value": "failed"]
    ) {
      var all = ""
      try await $0.ask(whole) {
        all = $0; return $0
      }
      try await $0.ask("name=nobody-has-this&limit=100&offset=0") { _ in all }
    },
    RecordedTalk(
      "the same alone", of: .policies, ["filters.name-keeps-value": "failed"]
    ) {
      let other = #"{"total":1,"policies":[{"id":1,"name":"another"}]}"#
      try await $0.ask("name=nobody-has-this&limit=100&offset=0") { _ in other }
    },
    RecordedTalk(
      "rows in another order than asked for", of: .policies,
      ["paging.sorted-by-updated_at-descending": "failed"]
    ) {
      var ascending = ""
      try await $0.ask("order_column=updated_at&order_type=asc&limit=100&offset=0") {
        ascending = $0
        return $0
      }
      try await $0.ask("order_column=updated_at&order_type=desc&limit=100&offset=0") { _ in
        ascending
      }
    },
    RecordedTalk("no token, and rows", ["errors.no-token": "failed"]) {
      try await $0.ask(whole)
      try await $0.ask(whole, token: nil)
    },
    RecordedTalk(
      "what is out of range, beside what is not",
      [
        "errors.limit-too-large": "passed", "errors.limit-zero": "passed",
        "errors.offset-word": "passed",
      ]
    ) {
      try await $0.ask(whole)
      try await $0.ask("limit=101&offset=0", gives: 400)
      try await $0.ask("limit=0&offset=0", gives: 400)
      try await $0.ask("limit=10&offset=abc", gives: 400)
    },
  ]

  /// Refusals that the suite allows where it asks itself.
  static let allowed: [RecordedTalk] = [
    RecordedTalk("an offset beyond 32 bits", of: .jobs, ["shape.status-200": "passed"]) {
      try await $0.ask(whole)
      for offset in ["2147483648", "4294967300"] {
        try await $0.ask("limit=100&offset=\(offset)", gives: 400)
      }
    },
    RecordedTalk("a limit alone", of: .jobs, ["shape.status-200": "warned"]) {
      try await $0.ask(whole)
      try await $0.ask("limit=5", gives: 400)
    },
    RecordedTalk(
      "an offset alone", of: .jobs,
      ["shape.status-200": "warned", "paging.offset-behind-end": "inconclusive"]
    ) {
      try await $0.ask(whole)
      try await $0.ask("offset=500", gives: 400)
    },
    RecordedTalk("an offset that is no multiple", of: .jobs, ["shape.status-200": "warned"]) {
      try await $0.ask(whole)
      try await $0.ask("limit=5&offset=7", gives: 400)
    },
    RecordedTalk("a limit alone, and nobody answers it", of: .jobs, ["shape.status-200": "failed"])
    {
      try await $0.ask(whole)
      try await $0.ask("limit=5", gives: 404)
      try await $0.ask(whole)
    },
    RecordedTalk("a number that is spelled oddly", of: .jobs, ["shape.status-200": "passed"]) {
      try await $0.ask(whole)
      for query in ["limit=010&offset=0", "limit=10&offset=%2B10"] {
        try await $0.ask(query, gives: 400)
      }
    },
    RecordedTalk(
      "what no row has", of: .policies,
      ["shape.status-200": "passed", "filters.name-keeps-value": "inconclusive"]
    ) {
      try await $0.ask(whole)
      for name in ["%00", "%E6%97%A5", "nobody"] { try await $0.ask("name=\(name)", gives: 400) }
      try await $0.ask("namespace_id=-1", gives: 400)
    },
    RecordedTalk("what a row has", of: .policies, ["filters.name-keeps-value": "failed"]) {
      try await $0.ask(whole)
      try await $0.ask("name=e", gives: 400)
    },
    RecordedTalk("half an order", of: .policies, ["shape.status-200": "passed"]) {
      try await $0.ask(whole)
      try await $0.ask("order_type=desc&limit=100&offset=0", gives: 400)
    },
  ]

  @Test(arguments: allowed)
  func `what the suite lets a server refuse, it may refuse anybody`(
    talk: RecordedTalk
  ) async throws {
    try await talk.expect()
  }

  @Test(arguments: single)
  func `one answer fails by itself, and two are a doubt`(talk: RecordedTalk) async throws {
    try await talk.expect()
  }

  @Test func `an offset between two pages may be taken for the first row of one`() async throws {
    var dialogue = Dialogue(.hooks)
    try await dialogue.ask("limit=20&offset=20")
    let text = dialogue.entries[0].replacing("offset=20", with: "offset=30")
    let results = try await ScratchHAR(entries: [text]).results()
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
  }

  @Test func `a page has no more rows than the largest limit`() async throws {
    var dialogue = Dialogue(.hooks)
    try await dialogue.ask(whole) { $0.withRows(total: 164) { $0 + $0 + $0 + $0 } }
    let text = dialogue.entries[0].replacing("limit=100", with: "limit=500")
    let results = try await ScratchHAR(entries: [text]).results()
    let id = "ListInstanceWebhookJobs.paging.page-within-limit"
    #expect(results[id]?.verdict.outcome == .failed)
    #expect(results[id]?.findings.first?.summary == "a page with limit=500 has 164 rows")
  }
}

extension String {
  /// A page of 41 jobs with other rows than it has.
  fileprivate func withRows(total: Int = 41, _ change: ([String]) -> [String]) -> String {
    let rows = (try? JSONDocument(parsing: Array(utf8)))?.root["jobs"]?.elements.map(\.raw)
    return "{\"total\":\(total),\"jobs\":[\(change(rows ?? []).joined(separator: ","))]}"
  }
}
