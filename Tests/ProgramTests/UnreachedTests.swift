// SPDX-License-Identifier: Apache-2.0
// Exit codes 3 and 4: what the program says when it could not find out, and which code wins.

import Contract
import Foundation
import Loopback
import MockRegistry
import SWRSpecs
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct UnreachedTests {
  @Test func `a refused connection is exit code 3 and says so`() async throws {
    let server = try LoopbackServer { LoopbackAnswer(MockRegistry().answer($0).response) }
    server.stop()
    try await Self.expectUnreached(
      server.endpoint, "refused the connection; check that it is running, and its port")
  }

  @Test func `an unknown host is exit code 3 and says so`() async throws {
    try await Self.expectUnreached("https://registry.invalid", "registry.invalid is no known host")
  }

  @Test(
    arguments: [
      ("jobs-connection-closed", "closed the connection without an answer"),
      ("jobs-content-length-too-long", "closed the connection after "),
    ])
  func `half an answer is exit code 3 and says so`(fault: String, reason: String) async throws {
    let mock = Self.mock(fault: fault)
    let server = try LoopbackServer { mock.answer($0) }
    defer { server.stop() }
    try await Self.expectUnreached(server.endpoint, reason, only: "ListInstanceJobs")
  }

  @Test func `a wrong token is exit code 3 after one request for each list`() async throws {
    let mock = MockRegistry()
    let server = try LoopbackServer { mock.answer($0) }
    defer { server.stop() }
    let report = try await Self.expectUnreached(
      server.endpoint, "not let in: ", token: "hunter2-hunter2")
    #expect(report.requests == Catalog.operations.count { $0.id.hasPrefix("List") })
  }

  @Test func `an empty registry is exit code 4, and 0 if that is allowed`() async throws {
    try await MockProcess.serve("--rows", "0") { mock in
      let file = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun("run", "--target", file.path)
      #expect(run.status == 4)
      #expect(run.summary.contains(" 0 failed, "))
      #expect(run.output.contains("nothing to assert: the list is empty"))
      let allowed = try await ProgramRun("run", "--target", file.path, "--allow-empty", "--quiet")
      #expect(allowed.status == 0)
    }
  }

  @Test func `a page for people in place of every answer is one cause`() async throws {
    let server = try LoopbackServer { _ in
      LoopbackAnswer(
        HTTPResponse(
          status: 200, headers: ["Content-Type": "text/html; charset=utf-8"],
          body: Array("<!DOCTYPE html><html><body>closed</body></html>".utf8)))
    }
    defer { server.stop() }
    let run = try await ProgramRun(
      ["run"], environment: MockRegistry().environment(server.endpoint))
    #expect(run.status == 1)
    let blocks = run.lines.filter { $0.hasPrefix("failed  ") || $0.hasPrefix("warning ") }
    #expect(blocks == ["failed  ListInstanceWebhookJobs.shape.well-formed-json"])
    #expect(run.output.contains("the body is a page of HTML\n"))
    #expect(run.summary.contains("; \(Catalog.operations.count) requests in "))
    #expect(run.words.contains("(1 cause)"))
  }

  /// Two lists of different health on one endpoint, and the code that wins.
  struct Clash: Sendable {
    var rows: Int
    var gc: String?
    var jobs: String?
    /// Whether a gateway answers for the service behind the jobs.
    var jobsAreAway = false
    var code: Int32
  }

  @Test(
    arguments: [
      Clash(rows: 0, jobsAreAway: true, code: 3),
      Clash(rows: 0, jobs: "jobs-connection-closed", code: 1),
      Clash(rows: 0, gc: "gc-job-kind-lower-case", code: 4),
      Clash(rows: 0, gc: "gc-unknown-marker-500", code: 1),
      Clash(rows: 40, gc: "gc-job-kind-lower-case", jobsAreAway: true, code: 1),
    ])
  func `failed wins over unreached, and that over unasserted`(clash: Clash) async throws {
    let gc = Self.mock(rows: clash.rows, fault: clash.gc)
    let jobs = Self.mock(rows: clash.rows, fault: clash.jobs)
    let server = try LoopbackServer { request in
      if request.path.hasSuffix("/system/gc") { return gc.answer(request) }
      return clash.jobsAreAway
        ? LoopbackAnswer(HTTPResponse(status: 503, headers: ["Retry-After": "0"]))
        : jobs.answer(request)
    }
    defer { server.stop() }
    let run = try await ProgramRun(
      ["run", "--only", "ListGcTasks", "--only", "ListInstanceJobs", "--quiet"],
      environment: Self.environment(server.endpoint))
    #expect(run.status == clash.code, "\(run.summary)")
  }

  private static func mock(rows: Int? = nil, fault: String?) -> MockRegistry {
    MockRegistry(.init(rows: rows, fault: fault.flatMap(Fault.named)))
  }

  /// What a person sets to have the mock's rows judged at that endpoint.
  static func environment(_ endpoint: String, token: String? = nil) -> [String: String] {
    var environment = ["SWR_ENDPOINT": endpoint]
    for fact in MockRegistry().facts.entries {
      environment["SWR_\(fact.key.uppercased())"] = fact.value
    }
    environment["SWR_TOKEN"] = token ?? environment["SWR_TOKEN"]
    return environment
  }

  /// Nothing failed, everything that was asked is inconclusive, and nobody learns the token.
  @discardableResult
  private static func expectUnreached(
    _ endpoint: String, _ reason: String, only: String = "List", token: String? = nil
  ) async throws -> ReportDocument {
    let environment = environment(endpoint, token: token)
    let file = ScratchFile()
    let run = try await ProgramRun(
      ["run", "--only", only, "--report", "json=\(file.path)"], environment: environment)
    let report = try ReportDocument(try file.text)
    #expect(run.status == 3)
    #expect(report.exit == "3")
    #expect(report.count("failed") == 0)
    #expect(report.count("passed") == 0)
    #expect(run.prose.contains(reason.trimmingCharacters(in: .whitespaces)))
    #expect(!(run.output + run.errors).contains(environment["SWR_TOKEN"] ?? ""))
    return report
  }
}
