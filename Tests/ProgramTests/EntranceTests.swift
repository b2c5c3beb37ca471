// SPDX-License-Identifier: Apache-2.0
// Nothing that was not looked at is green: who is judged, and what was not exercised.

import Foundation
import Loopback
import MockRegistry
import Testing

@Suite struct EntranceTests {
  private static let pointingElsewhere: [[String: String]] = [
    ["SWR_ENDPOINT": ""], ["SWR_ENDPOINT": "", "SWR_TOKEN": ""], ["SWR_PROJECT_ID": "p"],
    ["SWR_INSTANCE_ID": ""], ["SWR_TOKEN": "t"], ["SWR_TOKEN_FILE": "f"], ["CLOUD_SDK_AK": "k"],
    ["SWR_IAM_USER": "u"], ["SWR_ENDPIONT": "https://h"], ["SWR_URL": "https://h"],
    ["swr_endpoint": "https://h"], ["SWR_ENDPOINT": " ", "SWR_TOKEN": "t"],
  ]

  @Test(arguments: pointingElsewhere)
  func `the mock is not judged in place of what was meant`(
    environment: [String: String]
  ) async throws {
    for arguments in [["run"], ["list"], ["bundle", "/no/such/folder"], ["discover"]] {
      let run = try await ProgramRun(arguments, environment: environment)
      #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
      #expect(run.errors.contains(" SWR_ENDPOINT") || run.errors.contains("no endpoint"))
    }
  }

  @Test func `the mock is judged where it is asked for, and says so`() async throws {
    let run = try await ProgramRun(
      "run", "--mock", "--only", "ListGcTasks.shape.status-200",
      environment: ["SWR_ENDPOINT": "", "SWR_TOKEN": "t"])
    #expect(run.status == 0)
    #expect(run.output.contains("no registry was asked: this is the embedded mock"))
    let endpoint = try await ProgramRun("--mock", "--endpoint", "https://h")
    #expect(endpoint.status == 2 && endpoint.errors.contains("leave out --mock or --endpoint"))
  }

  @Test func `a value that is blank or nearly a variable is told`() async throws {
    let run = try await ProgramRun(
      "run",
      environment: [
        "SWR_ENDPOINT": "https://registry.invalid ", "SWR_PROJECT_ID": "  ", "SWR_TOKEN": "t",
        "SWR_INSTANCE": "i", "SWR_NAMESPACE_NAM": "n",
      ])
    #expect(run.status == 2)
    for sentence in [
      "SWR_ENDPOINT begins or ends with a blank", "SWR_PROJECT_ID is blank",
      "SWR_INSTANCE is no variable that is read; did you mean SWR_INSTANCE_ID?",
      "SWR_NAMESPACE_NAM is no variable that is read; did you mean SWR_NAMESPACE_NAME?",
    ] {
      #expect(run.errors.contains(sentence))
    }
  }

  @Test(arguments: [
    ["judge", ""], ["docs", ""], ["verify", ""], ["bundle", ""], ["diff", "", "a"],
    ["--target="], ["--endpoint="], ["--baseline="], ["--record="], ["--report="],
    ["--report=json="], ["--allow-skipped="], ["--claim="], ["discover", "--output="],
  ])
  func `a word that is empty is told`(arguments: [String]) async throws {
    let run = try await ProgramRun(arguments)
    #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test func `what is wanting is not exercised, in every format`() async throws {
    try await Self.withTarget(without: "foreign_project_id") { target in
      let formats: [(String, String)] = [
        ("text", "notice  NOT EXERCISED: 1 of 2 cases"), ("json", "\"unexercised\": [\n    {"),
        ("junit", "type=\"not exercised\""), ("sarif", "1 case not exercised: "),
        ("md", "**NOT EXERCISED: 1 of 2 cases"), ("gitlab", "1 case not exercised: "),
        ("github", "::error title=1 case not exercised::"),
        ("html", "<li>NOT EXERCISED: 1 of 2 cases"),
      ]
      for (format, words) in formats {
        let run = try await ProgramRun(target + ["--report", "\(format)=-"])
        #expect(run.status == 4, "\(format)")
        #expect(run.output.contains(words), "\(format)")
        #expect(run.output.contains("SWR_FOREIGN_PROJECT_ID"), "\(format)")
      }
    }
  }

  @Test func `what may be missing is named, and nothing else is meant`() async throws {
    try await Self.withTarget(without: "foreign_project_id") { target in
      let allowed = try await ProgramRun(target + ["--allow-skipped", "foreign_project_id"])
      #expect(allowed.status == 0)
      #expect(!allowed.output.contains("NOT EXERCISED: "))
      let other = try await ProgramRun(target + ["--allow-skipped", "namespace_name"])
      #expect(other.status == 4)
      let empty = try await ProgramRun(target + ["--allow-empty"])
      #expect(empty.status == 4)
      let unknown = try await ProgramRun(target + ["--allow-skipped", "instance"])
      #expect(unknown.status == 2 && unknown.errors.contains("unknown fact"))
    }
  }

  @Test func `a recording of what was not exercised is not green either`() async throws {
    try await Self.withTarget(without: "foreign_project_id") { target in
      let recording = ScratchFile()
      _ = try await ProgramRun(target + ["--record", recording.path])
      let judged = try await ProgramRun("judge", recording.path)
      #expect(judged.status == 4 && judged.output.contains("NOT EXERCISED: 1 of 2 cases"))
      let allowed = try await ProgramRun(
        "judge", recording.path, "--allow-skipped", "foreign_project_id")
      #expect(allowed.status == 0)
    }
  }

  /// Two cases of a mock registry, of which one needs a foreign project.
  private static func withTarget(
    without fact: String, _ body: ([String]) async throws -> Void
  ) async throws {
    let registry = MockRegistry()
    let server = try LoopbackServer { registry.answer($0) }
    defer { server.stop() }
    let members = registry.facts.entries.filter { $0.key != fact }
      .map { "\"\($0.key)\": \"\($0.value)\"" }
    let target = try ScratchFile(
      "{\"endpoint\": \"\(server.endpoint)\", \(members.joined(separator: ", "))}")
    try await body([
      "run", "--target", target.path, "--only", "ListGcTasks.shape.status-200",
      "--only", "ListGcTasks.errors.foreign-project",
    ])
  }
}
