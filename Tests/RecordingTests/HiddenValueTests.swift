// SPDX-License-Identifier: Apache-2.0
// Recordings that hide ids, secrets and times, or that hold those of several lists.

import Conformance
import SWRSpecs
import Testing
import Wire

@testable import Recording

extension OddEntryTests {
  @Test func `the ids of which most was asked are those of the target`() async throws {
    let path = "https://swr.example.com/v2/p1/instances/i1/replication"
    let lists = [14, 21, 21].map { "executions/\($0)/tasks" } + ["executions/14/tasks/5/subtasks"]
    let entries = lists.map { Self.entry("\(path)/\($0)?limit=100") }
    let session = try ScratchHAR(entries: entries).session()
    #expect(session.facts[.replicationExecutionID] == "14")
    #expect(session.facts[.replicationTaskID] == "5")
    let deep = [21, 21].map { Self.entry("\(path)/executions/\($0)/tasks?limit=100") }
    let other = Self.entry("\(path)/executions/14/tasks/5/subtasks?limit=100")
    let split = try ScratchHAR(entries: deep + [other]).session()
    #expect(split.facts[.replicationExecutionID] == "14")
  }

  @Test(arguments: ["[REDACTED]", "%5BREDACTED%5D", "***", "{instance_id}"])
  func `a hidden id is compared with nothing`(hidden: String) async throws {
    let id = "7f3c0d52-1b6e-11f0-9a41-0255ac10023b"
    let content = #"{"text": "{\"id\": \"\#(id)\"}"}"#
    let har = try ScratchHAR(entries: [
      Self.entry("https://swr.example.com/v2/p1/instances/\(hidden)", content: content)
    ])
    let result = try #require(try await har.results()["ShowInstance.relations.id-echo"])
    #expect(result.verdict.outcome == .skipped)
  }

  @Test(arguments: [
    (#""time": -1"#, "inconclusive"), (#""timings": {"wait": -1}"#, "inconclusive"),
    (#""time": 20"#, "passed"), (#""time": 5000, "timings": {"wait": 0}"#, "failed"),
    (#""timings": {"wait": 900}"#, "failed"),
  ])
  func `a time that nobody tells keeps no budget`(
    members: String, outcome: String
  ) async throws {
    let har = try ScratchHAR(entries: [Self.entry(members: ", \(members)")])
    let results = try await har.results(selection: Selection(budgets: TimeBudgets(general: 0.5)))
    let result = try #require(results["ListInstanceJobs.timing.time-budget"])
    #expect(result.verdict.outcome.rawValue == outcome)
  }

  @Test(arguments: [
    (#"{"name": "Authorization", "value": "Bearer 0123-secret-9876"}"#, true),
    (#"{"name": "Proxy-Authorization", "value": "Basic 0123-secret-9876"}"#, true),
    (#"{"name": "X-Api-Key", "value": "0123-secret-9876"}"#, false),
    (#"{"name": "Cookie", "value": "theme=dark; session=0123-secret-9876"}"#, false),
  ])
  func `whatever shows who asks is masked where an answer repeats it`(
    field: String, isFault: Bool
  ) async throws {
    let content = #"{"text": "{\"error_code\":\"SWR.1\",\"error_msg\":\"0123-secret-9876\"}"}"#
    let entry = Self.entry(status: 400, content: content)
      .replacing(#"{"name": "X-Auth-Token""#, with: "\(field), {\"name\": \"X-Auth-Token\"")
    let results = try await ScratchHAR(entries: [entry]).results()
    #expect(!results.contains { "\($0)".contains("0123-secret") })
    // A server may send cookies and keys back.
    let leak = try #require(results["ListInstanceJobs.errors.token-is-not-repeated"])
    #expect((leak.verdict.outcome == .failed) == isFault)
  }

  @Test(arguments: [
    ("limit=500&offset=0", "limit-too-large", "limit 500 is answered with status 200"),
    ("limit=-5", "limit-negative", "limit -5 is answered with status 200"),
    ("limit=ten", "limit-word", "limit ten is answered with status 200"),
    ("limit=2.5&offset=0", "limit-fraction", "limit 2.5 is answered with status 200"),
    ("limit=10&offset=-10", "offset-negative", "offset -10 is answered with status 200"),
  ])
  func `a page that is bad in the way of a planned one is judged like that`(
    query: String, name: String, summary: String
  ) async throws {
    let entry = Self.entry("https://swr.example.com/v2/p1/jobs?\(query)")
    let results = try await ScratchHAR(entries: [entry]).results()
    let result = try #require(results["ListInstanceJobs.errors.\(name)"])
    #expect(result.verdict.outcome == .warned)
    #expect(result.findings.first?.summary.hasPrefix(summary) == true)
  }

  @Test func `a page for people that ends in dots is what the server sent`() async throws {
    let entry = Self.entry(content: #"{"text": "Please wait..."}"#)
    let results = try await ScratchHAR(entries: [entry]).results()
    let result = try #require(results["ListInstanceJobs.shape.well-formed-json"])
    #expect(result.verdict.outcome == .failed)
  }
}
