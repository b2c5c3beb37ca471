// SPDX-License-Identifier: Apache-2.0
// HAR files of other programs: whom they asked, which answers count, and what cannot be told.

import Conformance
import Contract
import Foundation
import MockRegistry
import SWRSpecs
import Testing
import Wire

@testable import Recording

@Suite struct ForeignRecordingTests {
  private static let jobs = "https://gw.example.com/swr/v2/p1/jobs"

  @Test func `endpoint, prefix and facts are read off the URLs, and told`() throws {
    let entries = [
      ForeignEntry(url: "https://cdn.example.com/app.js"),
      ForeignEntry(url: "https://gw.example.com/swr/v2/p2/jobs"),
      ForeignEntry(url: Self.jobs), ForeignEntry(url: Self.jobs + "?limit=10"),
      ForeignEntry(url: "https://other.example.com/v2/p1/jobs"),
      ForeignEntry(url: "https://gw.example.com/swr/v2/p1/instances/i%201/system/gc"),
    ]
    let session = try ScratchHAR(entries: entries.map(\.text)).session()
    #expect(session.facts.endpoint == "https://gw.example.com/swr")
    #expect(session.facts.values == [.projectID: "p1", .instanceID: "i 1"])
    let told = "endpoint https://gw.example.com/swr, project_id p1, instance_id i 1"
    #expect(
      session.notices == [
        "taken from the recorded URLs: \(told)",
        "1 of 6 recorded entries was passed over: 1 to https://other.example.com",
      ])
  }

  @Test func `what a person says of the target wins over the URLs`() throws {
    let file = try ScratchHAR(entries: [
      ForeignEntry(url: Self.jobs).text, ForeignEntry(url: "http://h/v2/p2/jobs").text,
    ])
    let session = try RecordedSession(
      path: file.path, operations: [.listInstanceJobs], of: .swr,
      assumed: .init(endpoint: "http://h", facts: [.projectID: "p2", .instanceID: "i"]))
    #expect(session.facts.endpoint == "http://h")
    #expect(session.facts.values == [.projectID: "p2", .instanceID: "i"])
    #expect(
      session.notices == [
        "1 of 2 recorded entries was passed over: 1 to https://gw.example.com"
      ])
  }

  @Test func `only what was recorded is decided`() async throws {
    let file = try ScratchHAR(entries: [ForeignEntry(url: Self.jobs).text], head: "\u{FEFF}")
    let results = try await file.results().filter { $0.operation == "ListInstanceJobs" }
    let outcomes = Dictionary(grouping: results, by: \.verdict).mapValues { $0.map(\.rule) }
    #expect(outcomes[.passed(asserted: 1)]?.contains("status-200") == true)
    #expect(outcomes[.inconclusive(.notRecorded)]?.contains("any-offset") == true)
    #expect(!results.contains { $0.verdict.outcome == .failed })
  }

  @Test func `parameters may stand in another order and be encoded otherwise`() async throws {
    let entry = ForeignEntry(url: Self.jobs + "?offset=0&limit=1%30")
    let transport = try ScratchHAR(entries: [entry.text]).session().transport
    let query = [Probe.Parameter("limit", "10"), Probe.Parameter("offset", "0")]
    #expect(
      try await transport.send(Probe.Request(path: "/v2/p1/jobs", query: query)).status == 200)
  }

  @Test func `of two answers to one request the second is a second reading`() async throws {
    var second = ForeignEntry(url: Self.jobs)
    second.body = #"{"text": "eyJ0b3RhbCI6MX0=", "encoding": "base64"}"#
    var refused = second
    refused.status = 401
    let entries = [refused, ForeignEntry(url: Self.jobs), second].map(\.text)
    let transport = try ScratchHAR(entries: entries).session().transport
    var request = Probe.Request(path: "/v2/p1/jobs")
    #expect(try await transport.send(request).body == Array(#"{"total":0,"jobs":[]}"#.utf8))
    request.repetition = 1
    #expect(try await transport.send(request).body == Array(#"{"total":1}"#.utf8))
    request.repetition = 100
    await #expect(throws: TransportFailure.self) { try await transport.send(request) }
  }

  @Test func `a file without any token was written by a careful program`() async throws {
    var entry = ForeignEntry(url: Self.jobs)
    entry.headers = "[]"
    let own = Probe.Request(path: "/v2/p1/jobs")
    let stripped = try ScratchHAR(entries: [entry.text]).session().transport
    #expect(try await stripped.send(own).status == 200)
    let named = ForeignEntry(url: Self.jobs + "?limit=1")
    let mixed = try ScratchHAR(entries: [entry.text, named.text]).session().transport
    await #expect(throws: TransportFailure.self) { try await mixed.send(own) }
  }

  @Test func `an answer that repeats a recorded token fails`() async throws {
    var entry = ForeignEntry(url: Self.jobs)
    entry.body = #"{"text": "{\"total\":0,\"jobs\":[],\"x\":\"a-token-of-somebody\"}"}"#
    let results = try await ScratchHAR(entries: [entry.text]).results()
    let leaks = results.filter { $0.rule == "token-is-not-repeated" }
    #expect(leaks.contains { $0.verdict.outcome == .failed })
  }

  /// What programs show in the place of a token, and no token at all.
  @Test(arguments: [
    #"[{"name": "X-Auth-Token", "value": "REDACTED"}]"#,
    #"[{"name": "X-Auth-Token", "value": "[X-Auth-Token redacted]"}]"#,
    #"[{"name": "X-Auth-Token", "value": "redacted"}]"#,
    #"[{"name": "X-Auth-Token", "value": ""}]"#, #"[{"name": "X-Auth-Token", "value": "short"}]"#,
    #"[{"name": "Cookie", "value": "sid=REDACTED"}]"#, "[]",
    #"[{"name": "Authorization", "value": "SDK-HMAC-SHA256 Access=AK, Signature=ab"}]"#,
  ])
  func `what shows no token says nothing of one that is repeated`(shown: String) async throws {
    var entry = ForeignEntry(url: Self.jobs)
    entry.headers = shown
    entry.answerHeaders =
      #"[{"name": "Content-Type", "value": "application/json"}, {"name": "Set-Cookie", "value": "#
      + #""sid=REDACTED; Path=/"}, {"name": "X-Echo", "value": "redacted"}]"#
    entry.body = #"{"text": "{\"total\":0,\"jobs\":[],\"x\":\"[X-Auth-Token redacted]\"}"}"#
    let results = try await ScratchHAR(entries: [entry.text]).results()
    let words = "nothing to assert: no request shows a token that an answer could repeat"
    #expect(results["ListInstanceJobs.errors.token-is-not-repeated"]?.verdict.reason == words)
  }

  /// Whose rows are shown, beside a request with a token, and whether that can be told.
  @Test(arguments: [
    (#"[{"name": "X-Sdk-Date", "value": "20260101T000000Z"}]"#, "curl", "inconclusive"),
    (#"[{"name": "X-Security-Token", "value": "a-token-of-a-key"}]"#, "curl", "inconclusive"),
    (#"[{"name": "Accept", "value": "*/*"}]"#, "WebInspector", "inconclusive"),
    (#"[{"name": "Accept", "value": "*/*"}]"#, "curl", "failed"),
    (#"[{"name": "Accept", "value": "*/*"}]"#, "WebInspector", "failed"),
  ])
  func `who signed a request is somebody, though an export left out the signature`(
    headers: String, creator: String, outcome: String
  ) async throws {
    var entry = ForeignEntry(url: Self.jobs)
    entry.headers = headers
    let row = #"{\"total\":1,\"jobs\":[{\"id\":\"a\"}]}"#
    entry.body = #"{"text": "\#(row)"}"#
    // An export that shows cookies has left out none.
    if outcome == "failed" { entry.answerHeaders = #"[{"name": "set-cookie", "value": "a=b"}]"# }
    let file = try ScratchHAR(
      """
      {"log": {"creator": {"name": "\(creator)"}, "entries": [
      \(entry.text), \(ForeignEntry(url: Self.jobs).text)]}}
      """)
    let result = try await file.results()["ListInstanceJobs.errors.no-token"]
    #expect(result?.verdict.outcome.rawValue == outcome)
  }

  @Test func `an id that nobody found says nothing of the list`() async throws {
    let list = "https://gw.example.com/v2/p1/instances/i1/system/gc"
    var entry = ForeignEntry(url: list)
    entry.status = 404
    entry.body = #"{"text": "{\"error_code\":\"SWR.404001\",\"error_msg\":\"no\"}"}"#
    let file = try ScratchHAR(entries: [entry.text])
    let results = try await file.results()
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    let words =
      "not found: GET /v2/p1/instances/i1/system/gc has status 404, and instance_id may not be there"
    #expect(results["ListGcTasks.shape.status-200"]?.verdict.reason == words)
    let other = ForeignEntry(url: list.replacing("system/gc", with: "namespaces"))
    let known = try await ScratchHAR(entries: [entry.text, other.text]).results()
    #expect(known["ListGcTasks.shape.status-200"]?.verdict.outcome == .failed)
  }

  @Test func `a secret in a recorded URL is told nowhere`() async throws {
    let query = "?limit=10&access_token=SECRETVALUE&password=hunter2&x=a-token-of-somebody"
    var entry = ForeignEntry(url: Self.jobs + query)
    entry.body = #"{"text": "[]"}"#
    let file = try ScratchHAR(entries: [entry.text])
    let session = try file.session()
    #expect(
      session.requests?.exchanges.first?.request.target.hasPrefix(
        "/v2/p1/jobs?limit=10&access_token=***********&password=*******&x=\(Profile.swr.mark)")
        == true)
    let findings = try await file.results().flatMap(\.findings)
    let lines = findings.flatMap { $0.evidence?.repeatLines ?? [] }
    #expect(!lines.isEmpty && !lines.contains { $0.contains("SECRET") || $0.contains("hunter") })
  }

  @Test func `parameters that nobody knows are told`() throws {
    let entries = [Self.jobs + "?limit=10&_=1", Self.jobs + "?_=2", Self.jobs]
      .map { ForeignEntry(url: $0).text }
    let notice =
      "2 recorded requests have undocumented parameters, such as _, and are judged by nothing but "
      + "what one answer shows"
    #expect(try ScratchHAR(entries: entries).session().notices.last == notice)
  }

  @Test func `entries that cannot be used are counted`() throws {
    var bodyless = ForeignEntry(url: Self.jobs)
    bodyless.body = #"{"size": 20}"#
    var canceled = ForeignEntry(url: Self.jobs)
    canceled.status = 0
    let entries = [ForeignEntry(url: Self.jobs).text, bodyless.text, canceled.text, "{}"]
    let notices = try ScratchHAR(entries: entries).session().notices
    #expect(
      notices.dropFirst() == [
        "1 of 4 recorded entries was passed over: 1 without a usable URL, method or status",
        "1 recorded request has no answer",
        "1 recorded answer lacks its body; export with content",
      ])
  }
}

@Suite struct RecordingProblemTests {
  @Test(arguments: [
    (#"{"log": {"entries": ["#, "is not JSON: array is not closed at byte 21"),
    ("\u{FEFF}{\"log\": {\"entries\": [{}, {\"a\": nul}]}}", "unknown word at byte 37"),
    (#"{"log": {"entries": [{"a": 1}, {"b": 2}] "x"}}"#, "comma or } expected at byte 41"),
    (#"{"log": {"entries": [{"a": "b"#, "is not JSON: string is not closed at byte 29"),
    (#"{"log": {"entries": [{"a": [1}"#, "comma or ] expected at byte 29"),
    (#"{"log": {"entries": [{"a": "\x"}"#, "invalid escape in a string at byte 29"),
    ("{\"log\": {\"entries\": [{\"a\": \0}]}}", "value expected at byte 27"),
    ("\0\0\0", "is no JSON, and so no HAR file; export it as HAR 1.2"),
    ("<?xml version=\"1.0\"?><items/>", "and so no HAR file; export it as HAR 1.2"),
    ("5:hello,", "and so no HAR file; export it as HAR 1.2"),
    ("", "is not JSON: empty input at byte 0"),
    ("[1, 2]", "is JSON and no HAR file"),
    (#"{"log": {"entries": {}}}"#, "is JSON and no HAR file"),
    (#"{"log": {"comment": "entries", "pages": [{"a": 1}]}}"#, "is JSON and no HAR file"),
    (#"{"log": {"entries": []}}"#, "holds 0 exchanges, and none of them is GET …/v2/{project_id}"),
    (
      #"{"log": {"entries": [{"request": {"url": "https://a.example/x"}}]}}"#,
      "holds 1 exchange with https://a.example, and none"
    ),
  ])
  func `a file that cannot be judged says where and why`(text: String, words: String) throws {
    let file = try ScratchHAR(text)
    let problem = #expect(throws: RecordingProblem.self) { try file.session() }
    #expect(problem?.description.contains(words) == true, "\(problem?.description ?? "")")
  }

  @Test func `a file that is not there says so`() {
    let problem = #expect(throws: RecordingProblem.self) {
      try RecordedSession(path: "no such file.har", operations: [], of: .swr)
    }
    #expect(problem?.description.contains("there is no such file") == true)
  }

  @Test func `a folder and a pipe that nobody writes are told at once`() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let first = #expect(throws: RecordingProblem.self) {
      try RecordedSession(path: folder, operations: [], of: .swr)
    }
    #expect(first?.description == "is a folder; name the HAR file in it")
    let pipe = "\(folder)/\(UUID())"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let second = #expect(throws: RecordingProblem.self) {
      try RecordedSession(path: pipe, operations: [], of: .swr)
    }
    #expect(second?.description.contains("is no regular file") == true)
  }

  @Test func `what came before somebody stopped the reading is told as part`() throws {
    let file = try ScratchHAR(entries: [ForeignEntry(url: "https://a.example/v2/p/jobs").text])
    let session = try RecordedSession(
      path: file.path, operations: [.listInstanceJobs], of: .swr, isStopped: { true })
    #expect(session.isPartial)
    #expect(session.notices == ["the recording was not read to its end"])
  }
}
