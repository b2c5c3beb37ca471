// SPDX-License-Identifier: Apache-2.0
// From an endpoint, a project and a token to a target file, or to a sentence that says why not.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct DiscoverTests {
  @Test func `what it writes is judged as what the mock prints of itself`() async throws {
    try await MockProcess.serve { mock in
      let found = try await ProgramRun("discover", environment: Self.environment(mock))
      #expect(found.status == 0, "\(found.errors)")
      #expect(!(found.output + found.errors).contains(mock.token))
      let written = try JSONDocument(parsing: Array(found.output.utf8)).root
      for key in written.names { #expect(written[key]?.string == mock.facts[key], "\(key)") }
      let secret = ["foreign_project_id", "token"]
      #expect(Set(written.names) == Set(mock.facts.keys.filter { !secret.contains($0) }))
      let outcomes = try await Self.outcomes(found.output, mock)
      #expect(outcomes == (try await Self.outcomes(mock.targetFile, mock)))
      #expect(outcomes.count > 400)
    }
  }

  @Test func `a run discovers in one go and says what it chose`() async throws {
    try await MockProcess.serve { mock in
      let json = ScratchFile()
      let run = try await ProgramRun(
        "run", "--discover", "--report", "json=\(json.path)", "--quiet", "--allow-skipped",
        "foreign_project_id", environment: Self.environment(mock))
      let report = try ReportDocument(try json.text)
      #expect(run.status == 0, "\(run.errors)")
      #expect(report.outcomes == (try await Self.outcomes(mock.targetFile, mock)))
      let notice = report.root["notices"]?[0]?.string ?? ""
      #expect(notice.hasPrefix("discovery chose instance_id \(mock.facts["instance_id"] ?? ""), "))
      #expect(notice.hasSuffix(" requests, which are counted here too"))
      #expect(run.errors.contains("webhook_policy_id         \(mock.facts["webhook_policy_id"]!) "))
      #expect(!(run.output + run.errors + (try json.text)).contains(mock.token))
    }
  }

  @Test func `a file is written for its owner alone, and never over another`() async throws {
    try await MockProcess.serve { mock in
      let (old, new) = (try ScratchFile("mine"), ScratchFile())
      let environment = Self.environment(mock)
      let refused = try await ProgramRun("discover", "--output", old.path, environment: environment)
      #expect(refused.status == 2)
      #expect(
        refused.errors
          == "swr-conformance: \(old.path) is there already; write to another file, or over it with --force\n"
      )
      #expect(try old.text == "mine")
      let run = try await ProgramRun("discover", "--output", new.path, environment: environment)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("asked \(mock.endpoint) what it has, in "))
      let attributes = try FileManager.default.attributesOfItem(atPath: new.path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      let forced = try await ProgramRun(
        "discover", "--force", "--output", old.path, environment: environment)
      #expect(forced.status == 0)
      #expect(try old.text == new.text)
      let own = try await ProgramRun(
        "discover", "--target", new.path, "--output", new.path, "--force", environment: environment)
      #expect(own.status == 2)
      #expect(own.errors.contains("\(new.path) is read by this command"), "\(own.errors)")
      #expect(try old.text == new.text)
    }
  }

  @Test func `what is not found is exit code 4, with a file of the rest`() async throws {
    let mock = MockRegistry()
    let server = try LoopbackServer { request in
      request.path.hasSuffix("/webhook/policies")
        ? LoopbackAnswer(Self.forbidden) : mock.answer(request)
    }
    defer { server.stop() }
    let run = try await ProgramRun(
      "discover", environment: Self.environment(server.endpoint, mock.facts["token"]!))
    #expect(run.status == 4)
    #expect(run.errors.contains("webhook_policy_id         not found\n"))
    #expect(run.errors.contains("- ListInstanceWebhooks answered status 403: SWR.403001 Not you; "))
    #expect(run.errors.contains("- ListInstanceWebhookJobs will be skipped: the target does not"))
    #expect(run.output.contains(#""retention_execution_id": "#))
    #expect(!run.output.contains("webhook_policy_id"))
  }

  @Test func `requests that were sent again are told`() async throws {
    let mock = MockRegistry()
    let count = Mutex(0)
    let server = try LoopbackServer { request in
      let number = count.withLock { count in
        count += 1
        return count
      }
      let busy = HTTPResponse(status: 429, headers: ["Retry-After": "0"])
      return number % 3 == 1 ? LoopbackAnswer(busy) : mock.answer(request)
    }
    defer { server.stop() }
    let run = try await ProgramRun(
      "discover", environment: Self.environment(server.endpoint, mock.facts["token"]!))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("what it has, in \(count.withLock { $0 }) requests"))
  }

  @Test(arguments: [["discover"], ["run", "--discover"]])
  func `a target that does not let us in is exit code 3, and a run reports it`(
    words: [String]
  ) async throws {
    let mock = MockRegistry()
    let server = try LoopbackServer { mock.answer($0) }
    let environment = Self.environment(server.endpoint, "hunter2-hunter2")
    let refused = try await ProgramRun(words, environment: environment)
    server.stop()
    let dead = try await ProgramRun(words, environment: environment)
    for (run, told) in [(refused, "answered status 401: "), (dead, "refused the connection; ")] {
      #expect(run.status == 3)
      if words == ["discover"] {
        #expect(run.output == "")
      } else {
        #expect(run.summary.contains("cases: 0 passed, 0 warned, 0 failed, "))
      }
      #expect(run.errors.contains(told), "\(run.errors)")
      #expect(!run.errors.contains("hunter2"))
    }
  }

  @Test(arguments: [["discover"], ["run", "--discover"]])
  func `without endpoint or project nothing is asked`(words: [String]) async throws {
    let mock = try await ProgramRun(words)
    #expect(mock.status == 2)
    #expect(mock.errors.contains("no endpoint is given, and of the embedded mock everything is"))
    let aimless = try await ProgramRun(
      words, environment: ["SWR_ENDPOINT": "https://registry.invalid", "SWR_TOKEN": "x"])
    #expect(aimless.status == 2)
    #expect(
      aimless.errors == """
        swr-conformance: no project is given; \
        set SWR_PROJECT_ID or the file's key project_id

        """)
  }

  private static let forbidden = HTTPResponse(
    status: 403, headers: ["Content-Type": "application/json"],
    body: Array(#"{"error_code":"SWR.403001","error_msg":"Not you"}"#.utf8))

  /// All that a person has before anything is discovered.
  private static func environment(_ mock: MockProcess) -> [String: String] {
    environment(mock.endpoint, mock.token)
  }

  private static func environment(_ endpoint: String, _ token: String) -> [String: String] {
    [
      "SWR_ENDPOINT": endpoint, "SWR_TOKEN": token,
      "SWR_PROJECT_ID": MockRegistry().facts["project_id"]!,
    ]
  }

  /// What a run says of each case of a target, without the project that cannot be discovered.
  private static func outcomes(
    _ target: String, _ mock: MockProcess
  ) async throws -> [String: String] {
    let file = try ScratchFile(
      target.split(separator: "\n").filter { !$0.contains("foreign_project_id") }
        .joined(separator: "\n"))
    let run = try await ProgramRun(
      "run", "--target", file.path, "--report", "json=-", environment: ["SWR_TOKEN": mock.token])
    return try ReportDocument(run.output).outcomes
  }
}
