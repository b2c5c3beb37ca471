// SPDX-License-Identifier: Apache-2.0
// Entries that say little of the server, or say it in another way, and what is made of them.

import Conformance
import Contract
import Foundation
import SWRSpecs
import Testing
import Wire

@testable import Recording

@Suite(.timeLimit(.minutes(30))) struct OddEntryTests {
  static let url = "https://swr.example.com/v2/p1/jobs?limit=100"

  /// An entry with more members than one has to have.
  static func entry(
    _ url: String = url, status: Int = 200, request: String = "", response: String = "",
    content: String = Self.content(), members: String = "", at second: Int = 0,
    id: String = "a1", method: String = "GET"
  ) -> String {
    """
    {"startedDateTime": "2026-01-01T00:00:0\(second).000Z", "request": {"method": "\(method)",
    "url": "\(url)", "headers": [{"name": "X-Auth-Token", "value": "a-token-of-somebody"}]\(request)},
    "response": {"status": \(status), "headers": [{"name": "content-type", "value":
    "application/json"}, {"name": "x-request-id", "value": "\(id)"}], "content": \(content)\(response)
    }\(members)}
    """
  }

  static func content(total: Int = 1, ids: [Int] = [1]) -> String {
    #"{"text": \#(JSONText.quote(page(total: total, ids: ids)))}"#
  }

  static func page(total: Int, ids: [Int]) -> String {
    let rows = ids.map { number in
      let id = "36db6911-40f9-11f0-b044-\(String(100_000_000_000 + number))"
      return """
        {"id": "\(id)", "instance_id": "\(id)", "resource_id": "\(id)", "resource_name": "a",
        "type": "CreateInstance", "status": "Success", "reason": "",
        "created_at": "2025-11-03T07:56:38Z", "updated_at": "2025-11-03T08:04:38Z"}
        """
    }
    return #"{"total": \#(total), "jobs": [\#(rows.joined(separator: ", "))]}"#
  }

  /// What is passed over, with the words that tell it, beside a healthy entry.
  static let passedOver: [(entry: String, words: String)] = [
    (
      entry(status: 304, content: "{}"),
      "1 of 2 recorded entries was passed over: 1 with status 304"
    ),
    (entry(status: 304, request: #", "x": 1"#, content: "{}"), "with status 304"),
    (entry(content: #"{"size": 0}"#, members: #", "_fromCache": "disk""#), "1 answer from a cache"),
    (entry(response: #", "_transferSize": 0"#), "1 answer from a cache"),
    (entry(members: #", "_fetchType": "Memory Cache""#), "1 answer from a cache"),
    (
      entry(response: #", "bodySize": 0"#, members: #", "cache": {"afterRequest": {}}"#),
      "1 answer from a cache"
    ),
    (entry(response: #", "_fetchedViaServiceWorker": true"#), "1 answer of a service worker"),
    (entry(members: #", "_fetchType": "Service Worker""#), "1 answer of a service worker"),
    (entry(status: 204, content: "{}", method: "OPTIONS"), "1 OPTIONS request"),
    (entry(content: "{}", method: "HEAD"), "1 HEAD request"),
    (entry("wss://swr.example.com/v2/p1/jobs", status: 101), "1 that is no HTTP exchange"),
    (entry(members: #", "_resourceType": "websocket""#), "1 that is no HTTP exchange"),
    (entry("https://swr.example.com/v2/p1/jobs/?limit=1"), "1 with a slash behind the path"),
    (entry("https://other.example.com/v2/p1/jobs"), "1 to https://other.example.com"),
    (entry(status: 407, content: #"{"text": "<html>"}"#), "1 answer of a proxy"),
    (entry(status: 511, content: #"{"text": "<html>"}"#), "1 answer of a proxy"),
    (entry("not a URL"), "1 without a usable URL, method or status"),
  ]

  @Test(arguments: passedOver)
  func `what says nothing of the server is passed over and told`(
    odd: (entry: String, words: String)
  ) async throws {
    let file = try ScratchHAR(entries: [
      Self.entry(), odd.entry, Self.entry(at: 1, id: "a2"),
    ])
    let notices = try file.session().notices
    #expect(
      notices.contains { $0.contains(odd.words.replacing("of 2", with: "of 3")) }, "\(notices)")
    let results = try await file.results()
    #expect(
      results.filter { [.failed, .warned].contains($0.verdict.outcome) && $0.level != .quirks }
        .map(\.id) == [])
    #expect(results["ListInstanceJobs.shape.jobs.id"]?.verdict.asserted == 2)
  }

  @Test func `an entry that stands there twice is counted once`() async throws {
    let file = try ScratchHAR(entries: [Self.entry(), Self.entry(), Self.entry(at: 1, id: "a2")])
    #expect(try file.session().notices.last?.hasSuffix("1 that stands there twice") == true)
    let ids = try await file.results()["ListInstanceJobs.errors.request-ids-differ"]
    #expect(ids?.verdict == .passed(asserted: 2))
  }

  @Test func `an answer that names itself as another one does is a copy of it`() async throws {
    let date =
      #"[{"name": "date", "value": "Thu, 01 Jan 2026 00:00:00 GMT"}, {"name": "content-type""#
    for (second, outcome) in [(5, "passed"), (1, "warned")] {
      let file = try ScratchHAR(
        entries: [Self.entry(), Self.entry(at: second)].map {
          $0.replacing(#"[{"name": "content-type""#, with: date)
        })
      let told = try file.session().notices.last?.hasSuffix("1 answer from a cache") == true
      #expect(told == (second == 5))
      let ids = try await file.results()["ListInstanceJobs.errors.request-ids-differ"]
      #expect(ids?.verdict.outcome.rawValue == outcome)
    }
  }

  /// Ways of asking for one thing, all of which are the list of p1 with limit 100.
  @Test(arguments: [
    entry("https://SWR.example.com:443/v2/p1/jobs?limit=100"),
    entry("https://user@swr.example.com/v2/p1/jobs?limit=100#top"),
    entry("https://swr.example.com/v2/p1/j%6Fbs?limit=100"),
    entry("https://swr.example.com/v2/%701/jobs?limit=%31%30%30"),
    entry(
      "https://swr.example.com/v2/p1/jobs",
      request: #", "queryString": [{"name": "limit", "value": "100"}]"#),
    entry("https://swr.example.com/v2/p1/jobs?offset=0&limit=100"),
    entry(request: #", "queryString": [{"name": "offset", "value": "0"}]"#),
    entry("/v2/p1/jobs?limit=100").replacing(
      "X-Auth-Token", with: #"Host", "value": "swr.example.com"}, {"name": "X-Auth-Token"#),
  ])
  func `one request is one request in every spelling`(entry: String) async throws {
    let file = try ScratchHAR(entries: [entry])
    let session = try file.session()
    #expect(session.facts.endpoint == "https://swr.example.com")
    #expect(session.facts.values == [.projectID: "p1"])
    let results = try await file.results()
    #expect(results["ListInstanceJobs.paging.rows-equal-total"]?.verdict == .passed(asserted: 1))
  }

  @Test(arguments: [
    "http://[::1]:8080/v2/p1/jobs", "https://gw.example.com/a/b/v2/p1/jobs",
    "http://h:80/v2/p1/jobs",
  ])
  func `an endpoint may have a port, a prefix or an IPv6 address`(url: String) async throws {
    let session = try ScratchHAR(entries: [Self.entry(url)]).session()
    let end = url.replacing("/v2/p1/jobs", with: "").replacing(
      ":80", with: url.contains("h:80/") ? "" : ":80")
    #expect(session.facts.endpoint == end)
  }

  /// What programs write where HAR has a text or an integer.
  @Test(arguments: [
    (#""value":\#n"application/json""#, #""value": ["application/json"]"#),
    (#""status": 200"#, #""status": 200.0"#), (#""status": 200"#, #""status": "200""#),
    (#"00.000Z""#, #"00.000""#), (#""2026-01-01T00:00:00.000Z""#, "null"),
    (#""2026-01-01T00:00:00.000Z""#, #""2026-01-01 00:00:00""#),
    (#""request": {"#, #""time": null, "request": {"postData": null, "#),
    (#""request": {"#, #""timings": null, "cache": null, "request": {"#),
    (#""response": {"#, #""response": {"_transferSize": 900, "cookies": null, "#),
    (#"{"text""#, #"{"size": 9000.0, "comment": "", "text""#),
  ])
  func `an entry counts in the spellings of other programs`(
    usual: String, other: String
  ) async throws {
    let entry = Self.entry().replacing(usual, with: other)
    try #require(entry != Self.entry())
    let results = try await ScratchHAR(entries: [entry]).results()
    #expect(results["ListInstanceJobs.shape.content-type-json"]?.verdict == .passed(asserted: 1))
    #expect(results["ListInstanceJobs.shape.status-200"]?.verdict == .passed(asserted: 1))
    #expect(results["ListInstanceJobs.paging.rows-equal-total"]?.verdict == .passed(asserted: 1))
  }

  @Test func `an answer that did not come is no answer`() async throws {
    let file = try ScratchHAR(entries: [
      Self.entry(status: 0, content: #"{"size": -1}"#, members: #", "_error": "net::ERR_ABORTED""#)
    ])
    let results = try await file.results().filter { $0.operation == "ListInstanceJobs" }
    let told =
      "not kept: GET /v2/p1/jobs?limit=100: no answer was recorded: status 0, net::ERR_ABORTED"
    #expect(
      results.allSatisfy {
        [told, nil].contains($0.verdict.reason) || $0.verdict.outcome == .skipped
      })
    #expect(results["ListInstanceJobs.shape.status-200"]?.verdict.reason == told)
  }

  @Test func `an answer without header fields lacks none`() async throws {
    let entry = Self.entry(
      content: Self.content().replacing(
        "{\"text\"", with: #"{"mimeType": "application/json", "text""#))
    let start = try #require(entry.firstRange(of: #"[{"name": "content-type""#))
    let end = try #require(entry.firstRange(of: #""a1"}]"#))
    let bare = entry.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "[]")
    let results = try await ScratchHAR(entries: [bare]).results()
    #expect(results["ListInstanceJobs.shape.content-type-json"]?.verdict == .passed(asserted: 1))
    #expect(results["ListInstanceJobs.shape.request-id"]?.verdict.outcome == .inconclusive)
  }

  @Test func `a program that knows the type and has no field for it has left fields out`()
    async throws
  {
    let entry = Self.entry(
      content: Self.content().replacing(
        "{\"text\"", with: #"{"mimeType": "application/json", "text""#)
    ).replacing("content-type", with: "server")
    let results = try await ScratchHAR(entries: [entry]).results()
    #expect(results["ListInstanceJobs.shape.content-type-json"]?.verdict.outcome == .inconclusive)
    #expect(results["ListInstanceJobs.shape.status-200"]?.verdict == .passed(asserted: 1))
    let masked = try await ScratchHAR(entries: [
      Self.entry(id: "[REDACTED]"), Self.entry(at: 1, id: "[REDACTED]"),
    ]).results()
    #expect(masked["ListInstanceJobs.shape.request-id"]?.verdict.outcome == .inconclusive)
    #expect(masked["ListInstanceJobs.errors.request-ids-differ"]?.verdict.outcome != .warned)
    let untold = Self.entry().replacing("content-type", with: "server")
    let lacking = try await ScratchHAR(entries: [untold]).results()
    #expect(lacking["ListInstanceJobs.shape.content-type-json"]?.verdict.outcome == .failed)
  }

  @Test func `a failure that came first is not covered by what came behind it`() async throws {
    let failure = #"{"text": "{\"error_code\":\"SWR.500000\",\"error_msg\":\"x\"}"}"#
    for entries in [
      [Self.entry(status: 500, content: failure), Self.entry(at: 1, id: "a2")],
      [Self.entry(), Self.entry(status: 500, content: failure, at: 1, id: "a2")],
    ] {
      let results = try await ScratchHAR(entries: entries).results()
      #expect(results["ListInstanceJobs.errors.no-server-error"]?.verdict.outcome == .failed)
      #expect(results["ListInstanceJobs.shape.status-200"]?.verdict.outcome == .failed)
      #expect(results["ListInstanceJobs.paging.each-row-once"]?.verdict.outcome == .passed)
    }
  }

  @Test func `every answer to one request is looked at`() async throws {
    let broken = Self.content().replacing(#"\"total\": 1"#, with: #"\"total\": \"1\""#)
    let entries = [Self.entry(), Self.entry(content: broken, at: 1, id: "a2")]
    let results = try await ScratchHAR(entries: entries).results()
    #expect(results["ListInstanceJobs.shape.total"]?.verdict == .failed(asserted: 2))
  }

  @Test func `two answers to one request that differ are a doubt`() async throws {
    let entries = [
      Self.entry(), Self.entry(content: Self.content(total: 2, ids: [2, 3]), at: 1, id: "a2"),
    ]
    let results = try await ScratchHAR(entries: entries).results()
    let result = results["ListInstanceJobs.paging.same-request-same-page"]
    #expect(result?.isDoubtful == true, "\(result?.verdict as Any)")
    #expect(result?.findings.isEmpty == false)
    #expect(result?.verdict.reason?.hasPrefix("cannot be asked again: ") == true)
    #expect(ExitCode(of: results, allowEmpty: true) == .unasserted)
  }

  @Test func `a total beyond the rows of a short page fails by itself`() async throws {
    let entry = Self.entry(content: Self.content(total: 20, ids: Array(1...14)))
    let results = try await ScratchHAR(entries: [entry]).results()
    let result = results["ListInstanceJobs.paging.rows-equal-total"]
    #expect(result?.verdict == .failed(asserted: 14))
    #expect(result?.findings.first?.summary == "limit=100 reads 14 rows, and total says 20")
  }

  @Test func `pages in the middle of a list are compared as well`() async throws {
    let base = "https://swr.example.com/v2/p1/jobs?limit=10&offset="
    let entries = [
      Self.entry(base + "10", content: Self.content(total: 40, ids: Array(11...20))),
      Self.entry(
        base + "20", content: Self.content(total: 40, ids: Array(20...29)), at: 1, id: "a2"),
    ]
    let results = try await ScratchHAR(entries: entries).results()
    #expect(results["ListInstanceJobs.paging.each-row-once"]?.isDoubtful == true)
    #expect(results["ListInstanceJobs.paging.page-within-limit"]?.verdict == .passed(asserted: 2))
    #expect(results["ListInstanceJobs.paging.rows-equal-total"]?.verdict.outcome == .inconclusive)
  }

  @Test func `pages are put in the order of time`() async throws {
    let base = "https://swr.example.com/v2/p1/jobs?limit=10&offset="
    let entries = [
      Self.entry(
        base + "10", content: Self.content(total: 14, ids: Array(11...14)), at: 1, id: "a2"),
      Self.entry(base + "0", content: Self.content(total: 14, ids: Array(1...10))),
    ]
    let results = try await ScratchHAR(entries: entries).results()
    #expect(results["ListInstanceJobs.paging.rows-equal-total"]?.verdict == .passed(asserted: 14))
  }

  @Test func `lists of other projects are read as theirs`() async throws {
    let other = Self.content().replacing(#"\"total\": 1"#, with: #"\"total\": \"1\""#)
    let entries = [
      Self.entry(), Self.entry(at: 1, id: "a2"),
      Self.entry("https://swr.example.com/v2/p2/jobs", content: other, at: 2, id: "a3"),
    ]
    let results = try await ScratchHAR(entries: entries).results()
    #expect(results["ListInstanceJobs.shape.total"]?.verdict == .failed(asserted: 3))
    #expect(results["ListInstanceJobs.relations.same-row-everywhere"]?.verdict.outcome == .passed)
  }

  @Test func `what an answer says of us leaves the others to be judged`() async throws {
    let refused = #"{"text": "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"x\"}"}"#
    let entries = [
      Self.entry(status: 401, content: refused), Self.entry(at: 1, id: "a2"),
      Self.entry(status: 429, content: refused, at: 2, id: "a3"),
    ]
    let results = try await ScratchHAR(entries: entries).results()
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    #expect(results["ListInstanceJobs.shape.jobs.id"]?.verdict == .passed(asserted: 1))
    #expect(results["ListInstanceJobs.errors.error-shape"]?.verdict.asserted == 1)
    let only = try await ScratchHAR(entries: [entries[0]]).results()
    #expect(only["ListInstanceJobs.shape.jobs.id"]?.verdict.reason?.hasPrefix("not let in") == true)
  }
}
