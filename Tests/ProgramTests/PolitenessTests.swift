// SPDX-License-Identifier: Apache-2.0
// What the program asks of an endpoint that is slow, busy, elsewhere, or counts its requests.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct PolitenessTests {
  @Test func `a plan that needs more than is allowed is refused unsent`() async throws {
    try await Served(answer: { $0 }).judge("--max-requests", "60") { run, served in
      #expect(run.status == 2)
      #expect(
        run.errors.contains("requests if each list has 40 rows, and --max-requests allows 60"))
      #expect(run.errors.contains("narrow it with --only or --claim, or allow more"))
      #expect(served.count == 0)
    }
  }

  @Test func `a list that is longer than planned is not read beyond what is allowed`() async throws
  {
    let words = ["--only", "ListInstanceJobs", "--max-requests", "70", "--report", "json=-"]
    try await Served(rows: 5000, answer: { $0 }).judge(words) { run, served in
      let report = try ReportDocument(run.output)
      #expect(run.status == 3)
      #expect(served.count == 70)
      #expect(report.requests == 70)
      #expect(run.errors == "")
      #expect(report.count("failed") == 0)
      #expect(
        run.output.contains("given up: --max-requests allows 70 requests, and they were sent"))
    }
  }

  @Test func `what is busy once is asked again and counted`() async throws {
    let isBusy = Mutex(true)
    let served = Served { answer in
      let wasBusy = isBusy.withLock { busy in
        defer { busy = false }
        return busy
      }
      return wasBusy
        ? LoopbackAnswer(HTTPResponse(status: 429, headers: ["Retry-After": "0"])) : answer
    }
    try await served.judge("--only", "ListGcTasks") { run, served in
      #expect(run.status == 0)
      #expect(run.summary.contains(" \(served.count) requests (1 repeated) in "))
    }
  }

  @Test(arguments: [
    (429, "status 429 with Retry-After 0, too many requests; ask more slowly with --rate"),
    (503, "status 503, to the plain request too; the service behind the endpoint is away"),
  ])
  func `what stays busy is asked three times and is exit code 3`(
    status: Int, reason: String
  ) async throws {
    let busy = HTTPResponse(status: .init(status), headers: ["Retry-After": "0"])
    try await Served(answer: { _ in LoopbackAnswer(busy) }).judge(
      "--only", "ListGcTasks.shape", "--report", "json=-"
    ) { run, served in
      let report = try ReportDocument(run.output)
      #expect(run.status == 3)
      #expect(served.count == 3)
      #expect(report.root["retries"]?.raw == "2")
      #expect(report.count("failed") == 0)
      #expect(run.output.contains(reason))
    }
  }

  @Test func `a redirect to another host is told and not followed`() async throws {
    let visits = Mutex(0)
    let other = try LoopbackServer { _ in
      visits.withLock { $0 += 1 }
      return LoopbackAnswer(HTTPResponse(status: 200))
    }
    defer { other.stop() }
    let place = "http://user:word@127.0.0.1:\(other.port)/login?ticket=secret"
    let away = LoopbackAnswer(HTTPResponse(status: 302, headers: ["Location": place]))
    try await Served(answer: { _ in away }).judge(
      "--only", "ListGcTasks", "--report", "json=-"
    ) { run, _ in
      #expect(run.status == 1)
      #expect(run.output.contains("status 302 to http://…@127.0.0.1:\(other.port)/login?…"))
      #expect(!run.output.contains("word@") && !run.output.contains("ticket"))
    }
    #expect(visits.withLock { $0 } == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `told to stop, it reports what it knows and ends in 130`(signal: Int32) async throws {
    let (asked, ask) = AsyncStream<Void>.makeStream()
    let (file, operation) = (ScratchFile(), "ListInstanceReplicationPolicyExecTasks")
    let served = Served { request, answer in
      guard request.target.contains("/replication/"), !request.query.isEmpty else { return answer }
      ask.yield()
      return LoopbackAnswer(answer.response, delay: .seconds(600))
    }
    let words = [
      "--only", "ListGcTasks", "--only", operation, "--timeout", "900",
      "--report", "json=\(file.path)", "--report", "text=-",
    ]
    try await served.judge(
      words,
      meanwhile: { process in
        for await _ in asked.prefix(1) { kill(process.processIdentifier, signal) }
      }
    ) { run, _ in
      let report = try ReportDocument(try file.text)
      #expect(run.status == 130)
      #expect(report.exit == "130" && report.root["partial"]?.raw == "true")
      #expect(report.count("passed") > 0 && report.count("inconclusive") > 0)
      #expect(run.output.contains("the run was stopped: this report is partial"))
      #expect(run.output.components(separatedBy: "given up: the run was interrupted").count == 2)
      #expect(run.summary.hasSuffix("exit 130: the run was interrupted"))
      #expect(run.errors == "")
    }
  }
}

/// A mock on loopback whose answers a test replaces, and what was asked of it.
private struct Served {
  private let mock: MockRegistry
  private let replace: @Sendable (HTTPRequest, LoopbackAnswer) -> LoopbackAnswer

  init(
    rows: Int? = nil, _ replace: @escaping @Sendable (HTTPRequest, LoopbackAnswer) -> LoopbackAnswer
  ) {
    mock = MockRegistry(.init(rows: rows))
    self.replace = replace
  }

  init(
    rows: Int? = nil, answer replace: @escaping @Sendable (LoopbackAnswer) -> LoopbackAnswer
  ) {
    self.init(rows: rows) { _, answer in replace(answer) }
  }

  /// How many requests arrived.
  struct Visits {
    var count: Int
  }

  func judge(
    _ words: String..., check: (ProgramRun, Visits) throws -> Void
  ) async throws {
    try await judge(words, check: check)
  }

  /// Runs the program against the mock, and looks at both when it is through.
  func judge(
    _ words: [String], meanwhile act: (Process) async -> Void = { _ in },
    check: (ProgramRun, Visits) throws -> Void
  ) async throws {
    let count = Mutex(0)
    let server = try LoopbackServer { [mock, replace] request in
      count.withLock { $0 += 1 }
      return replace(request, mock.answer(request))
    }
    defer { server.stop() }
    var environment = ["SWR_ENDPOINT": server.endpoint]
    for fact in mock.facts.entries { environment["SWR_\(fact.key.uppercased())"] = fact.value }
    let run = try await ProgramRun(
      ["run"] + words, environment: environment, meanwhile: act)
    try check(run, Visits(count: count.withLock { $0 }))
  }
}
