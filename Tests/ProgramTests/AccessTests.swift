// SPDX-License-Identifier: Apache-2.0
// Credentials that fail before, at the start of, or in the middle of a run, as a person meets them.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct AccessTests {
  @Test func `a token command that fails is exit code 2 before any request`() async throws {
    try await Registry.serve { registry in
      var environment = registry.environment
      environment["SWR_TOKEN"] = nil
      environment["SWR_TOKEN_COMMAND"] = "echo 'the vault is sealed' >&2; exit 9"
      environment["SWR_PROJECT_ID"] = nil
      let run = try await ProgramRun(["run"], environment: environment)
      #expect(run.status == 2)
      #expect(
        run.errors == """
          swr-conformance: no project is given; set SWR_PROJECT_ID or the file's key project_id
          swr-conformance: SWR_TOKEN_COMMAND ended with exit code 9; \
          run it by hand to see why; what it says may hold the token and is not shown

          """)
      #expect(registry.count == 0)
    }
  }

  @Test func `a token command is run once for a run`() async throws {
    let (log, json) = (ScratchFile(), ScratchFile())
    try await Registry.serve { registry in
      var environment = registry.environment
      environment["SWR_TOKEN"] = nil
      environment["SWR_TOKEN_COMMAND"] = "echo run >> \(log.path); echo '\(registry.token)'"
      let run = try await ProgramRun(
        ["run", "--only", "ListGcTasks.shape", "--report", "json=\(json.path)"],
        environment: environment)
      #expect(run.status == 0)
      #expect(try log.text == "run\n")
      #expect(!(run.output + run.errors + (try json.text)).contains(registry.token))
    }
  }

  @Test(arguments: [1, 7, 60, 150])
  func `a token that runs out stops the run with exit code 3`(good: Int) async throws {
    try await Registry.serve(lettingIn: good) { registry in
      let run = try await ProgramRun(["run"], environment: registry.environment)
      #expect(run.status == 3, "\(run.output)")
      #expect(run.summary.contains(" 0 failed, "))
      #expect(run.prose.contains("let us in before and now answers status 401: "))
      #expect(run.prose.contains("the token has run out; set a new one"))
      #expect(registry.ownCount <= good + 10, "at most what was under way, once more each")
    }
  }

  @Test func `a wrong project says what the 403 says`() async throws {
    try await Registry.serve { registry in
      var environment = registry.environment
      environment["SWR_PROJECT_ID"] = environment["SWR_FOREIGN_PROJECT_ID"]
      environment["SWR_FOREIGN_PROJECT_ID"] = nil
      let run = try await ProgramRun(
        ["run", "--only", "ListInstanceJobs"], environment: environment)
      #expect(run.status == 3)
      #expect(run.output.firstMatch(of: #/not let in: status 403: \S+ \w+/#) != nil)
    }
  }

  @Test func `a wrong instance is one finding for each list, and says what to check`() async throws
  {
    try await Registry.serve { registry in
      var environment = registry.environment
      environment["SWR_INSTANCE_ID"] = "00000000-1b6e-11f0-9a41-0255ac10023b"
      let json = ScratchFile()
      let run = try await ProgramRun(
        ["run", "--allow-empty", "--report", "json=\(json.path)"], environment: environment)
      #expect(run.status == 1)
      let report = try ReportDocument(try json.text)
      let lists = report.outcomes.filter { $0.key.hasSuffix(".shape.status-200") }
      #expect(report.count("failed") == lists.values.count { $0 == "failed" })
      #expect(lists["ListGcTasks.shape.status-200"] == "failed")
      #expect(run.output.contains("ListGcTasks.shape.status-200"))
      #expect(run.output.contains(" cases follow from it"))
      #expect(
        run.summary.hasSuffix(
          "; not found: check instance_id 00000000-1b6e-11f0-9a41-0255ac10023b (SWR_INSTANCE_ID), "
            + "or the path of the endpoint"))
      let without = try await ProgramRun(
        ["run", "--allow-empty", "--only", "ListGcTasks.paging"], environment: environment)
      #expect(without.status == 3)
    }
  }
}

/// The mock behind a counter, which forgets its token after so many requests that it let in.
private final class Registry: Sendable {
  private let mock = MockRegistry()
  private let seen = Mutex((all: 0, own: 0))
  private let server: Mutex<LoopbackServer?> = Mutex(nil)

  static func serve(
    lettingIn limit: Int = .max, _ body: (Registry) async throws -> Void
  ) async throws {
    let registry = Registry()
    let server = try LoopbackServer { registry.answer($0, limit) }
    defer { server.stop() }
    registry.server.withLock { $0 = server }
    try await body(registry)
  }

  var count: Int { seen.withLock { $0.all } }
  /// How many requests came with the token.
  var ownCount: Int { seen.withLock { $0.own } }
  var token: String { mock.facts["token"] ?? "" }

  /// What a person sets to have the mock's rows judged.
  var environment: [String: String] {
    let facts = mock.facts.entries.map { ("SWR_\($0.key.uppercased())", $0.value) }
    let endpoint = server.withLock { $0?.endpoint } ?? ""
    return Dictionary(facts + [("SWR_ENDPOINT", endpoint)]) { $1 }
  }

  private func answer(_ request: HTTPRequest, _ limit: Int) -> LoopbackAnswer {
    var request = request
    let isOver = seen.withLock { seen in
      seen.all += 1
      guard request.headers["X-Auth-Token"] == token else { return false }
      seen.own += 1
      return seen.own > limit
    }
    if isOver { request.headers["X-Auth-Token"] = "run out" }
    return LoopbackAnswer(mock.answer(request).response)
  }
}
