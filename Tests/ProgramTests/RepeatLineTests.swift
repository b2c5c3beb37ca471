// SPDX-License-Identifier: Apache-2.0
// The line that a report gives, pasted into a shell, for every way to be let in.

import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct RepeatLineTests {
  private static let fault = "gc-job-kind-lower-case"
  private static let only = ["--only", "ListGcTasks.shape.tasks.job_kind"]

  /// How the program is told to let itself in.
  enum Way: String, CaseIterable {
    case variable, targetFile, tokenFile, tokenCommand, keys, temporaryKeys, login

    var authentication: String {
      switch self {
      case .variable, .targetFile, .tokenFile, .tokenCommand: "token"
      case .keys: "aksk"
      case .temporaryKeys: "temporary"
      case .login: "iam"
      }
    }
  }

  @Test(arguments: Way.allCases)
  func `the line of a finding shows it again`(way: Way) async throws {
    try await MockProcess.serve("--fault", Self.fault, "--auth", way.authentication) { mock in
      let file = try ScratchFile(mock.targetFile)
      let token = try ScratchFile(mock.token)
      var environment = Dictionary(
        uniqueKeysWithValues: mock.facts.map { key, value in
          let isOfSDK = ["ak", "sk", "security_token"].contains(key)
          return ((isOfSDK ? "CLOUD_SDK_" : "SWR_") + key.uppercased(), value)
        })
      var words = ["run"] + Self.only
      switch way {
      case .variable, .keys, .temporaryKeys, .login: break
      case .targetFile: (environment, words) = ([:], words + ["--target", file.path])
      case .tokenFile:
        environment["SWR_TOKEN"] = nil
        environment["SWR_TOKEN_FILE"] = token.path
      case .tokenCommand:
        environment["SWR_TOKEN"] = nil
        environment["SWR_TOKEN_COMMAND"] = "cat '\(token.path)'"
      }
      let lines = try await Self.lines(of: words, environment)
      #expect(lines.allSatisfy { $0.hasPrefix("curl ") == (way == .variable) })
      for line in lines {
        let shown = try await ShellRun(line, environment: environment)
        #expect(shown.status == 0 && shown.output.hasPrefix("HTTP"), "\(line): \(shown.errors)")
        #expect(shown.output.contains(#""job_kind":"schedule""#), "\(shown.output.prefix(400))")
        #expect(!mock.secrets.contains { (line + shown.output).contains($0) })
      }
    }
  }

  @Test func `the line of a mock in the program makes that mock`() async throws {
    let lines = try await Self.lines(of: ["run", "--fault", Self.fault] + Self.only, [:])
    for line in lines {
      let shown = try await ShellRun(line)
      #expect(shown.status == 0 && shown.output.contains(#""job_kind":"schedule""#))
    }
  }

  @Test(arguments: [
    "altered", "misplaced", "outdated", "mistyped", "wrong", "absent", "empty", "blank",
  ])
  func `what refusals are tried with can be shown by hand`(credential: String) async throws {
    try await MockProcess.serve("--auth", "aksk") { mock in
      let file = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun(
        "request", "--target", file.path, "--as", credential, "ListGcTasks", "?limit=1")
      #expect(run.status == 0 && run.output.hasPrefix("HTTP 401\n"), "\(run.output)\(run.errors)")
    }
  }

  @Test func `several requests are sent one behind the other`() async throws {
    let run = try await ProgramRun(
      "request", "--mock", "ListGcTasks", "?limit=1", "/v2/nowhere", "ListInstanceJobs", "?limit=2")
    let statuses = run.lines.filter { $0.hasPrefix("HTTP ") }
    #expect(run.status == 0 && statuses == ["HTTP 200", "HTTP 404", "HTTP 200"])
  }

  @Test(arguments: [
    (["request"], "request needs an operation or a path"),
    (["request", "--mock", "ListGcTask"], "did you mean ListGcTasks?"),
    (["request", "--mock", "?limit=1"], "belongs behind an operation"),
    (["request", "--mock", "/v2/a b"], "has a blank or a letter to be percent-encoded"),
    (["request", "--mock", "--as", "nobody", "ListGcTasks"], "--as names the unknown way to ask"),
    (["request", "--mock", "--method", "Get", "/v2"], "write it in capitals, as GET"),
    (["request", "--mock", "--fault", "none", "/v2"], "unknown fault"),
  ])
  func `what cannot be sent is told`(words: [String], complaint: String) async throws {
    let run = try await ProgramRun(words)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(complaint))
  }

  @Test func `an endpoint that is not there is exit code 3, and another method wants leave`()
    async throws
  {
    let environment = [
      "SWR_ENDPOINT": "http://127.0.0.1:9", "SWR_PROJECT_ID": "p", "SWR_TOKEN": "t",
    ]
    let lost = try await ProgramRun("request", "/v2/p", environment: environment)
    #expect(lost.status == 3 && lost.errors.contains("refused the connection"))
    let unsafe = try await ProgramRun(
      "request", "--method", "DELETE", "/v2/p", environment: environment)
    #expect(unsafe.status == 2 && unsafe.errors.contains("--allow-unsafe-methods"))
    let unsigned = try await ProgramRun(
      "request", "--as", "altered", "/v2/p", environment: environment)
    #expect(unsigned.status == 2 && unsigned.errors.contains("takes keys to sign with"))
    let unknown = try await ProgramRun("request", "ListGcTasks", environment: environment)
    #expect(unknown.status == 2 && unknown.errors.contains("set SWR_INSTANCE_ID"))
  }

  /// The lines that the JSON report of a failed run gives.
  private static func lines(
    of words: [String], _ environment: [String: String]
  ) async throws -> [String] {
    let json = ScratchFile()
    let run = try await ProgramRun(
      words + ["--report", "json=\(json.path)"], environment: environment)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    let lines = try ReportDocument(json.text).findings.compactMap { $0["repeat"]?.string }
    try #require(!lines.isEmpty)
    return lines
  }
}
