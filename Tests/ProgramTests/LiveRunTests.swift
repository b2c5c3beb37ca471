// SPDX-License-Identifier: Apache-2.0
// A run over the network says what a run inside the program says, and asks no more than it has to.

import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct LiveRunTests {
  @Test func `a live run says of every case what the embedded one says`() async throws {
    let embedded = try await DefaultRun.shared.value.report
    try await MockProcess.serve { mock in
      let (target, json) = (try ScratchFile(mock.targetFile), ScratchFile())
      let run = try await ProgramRun(
        "run", "--endpoint", mock.endpoint, "--target", target.path, "--allow-unsafe-methods",
        "--report", "json=\(json.path)")
      let live = try ReportDocument(try json.text)
      #expect(run.status == 0)
      #expect(live.root["target"]?["mode"]?.string == "live")
      #expect(live.root["target"]?["endpoint"]?.string == mock.endpoint)
      let (told, expected) = (live.outcomes, embedded.outcomes)
      let other = told.filter { expected[$0.key] != $0.value }
      // Who has a token only cannot sign.
      #expect(other.allSatisfy { $0.key.hasSuffix("-signature") && $0.value == "skipped" })
      #expect(live.requests == embedded.requests - other.count)
      #expect(told.count == expected.count)
      #expect(!(run.output + run.errors + (try json.text)).contains(mock.token))
    }
  }

  @Test func `each request is sent once, about as many as list has told`() async throws {
    let registry = MockRegistry(.init(rows: 40))
    let seen = Mutex<[Sent: Int]>([:])
    let server = try LoopbackServer { request in
      seen.withLock { $0[Sent(request), default: 0] += 1 }
      return registry.answer(request)
    }
    defer { server.stop() }
    let target = try ScratchFile(Self.target(of: registry, at: server.endpoint))
    let run = try await ProgramRun("run", "--target", target.path, "--report", "json=-")
    let plan = try ReportDocument(
      try await ProgramRun("list", "--target", target.path, "--rows", "40", "--json").output)
    let planned = plan.root["operations"].map { Array($0.elements) } ?? []
    let sent = seen.withLock { $0 }
    let count = sent.values.reduce(0, +)
    #expect(run.status == 0)
    #expect(try ReportDocument(run.output).requests == count)
    let expected = planned.reduce(0) { $0 + (Int($1["requests"]?.raw ?? "") ?? 0) }
    #expect(
      (expected - planned.count...expected + planned.count).contains(count),
      "a filtered list may have a page more or less than its even share")
    let twice = sent.filter { $0.value > 1 }
    #expect(twice.keys.filter { !$0.isAskedTwice } == [], "only the rules that ask twice may")
    #expect(twice.values.allSatisfy { $0 == 2 })
  }

  private static func target(of registry: MockRegistry, at endpoint: String) -> String {
    let facts = [("endpoint", endpoint)] + registry.facts.entries.map { ($0.key, $0.value) }
    let members = facts.map { "\(JSONText.quote($0.0)): \(JSONText.quote($0.1))" }
    return "{\(members.joined(separator: ", "))}"
  }
}

/// A request as a server tells it from others.
private struct Sent: Hashable {
  let method: HTTPRequest.Method
  let target: String
  let token: String?

  init(_ request: HTTPRequest) {
    (method, target) = (request.method, request.target)
    token = request.headers["X-Auth-Token"]
  }

  /// Whether a rule asks for it twice to see the same page twice: the first pages of a list, and a
  /// filter alone.
  var isAskedTwice: Bool {
    target.contains("limit=100&offset=0")
      || target.contains(#/instances\/[^\/?]+$/#)
      || target.contains(#/(system/gc|repositories)\?limit=10/#)
      || target.contains(#/\?(status|public)=/#) && !target.contains("limit=")
  }
}
