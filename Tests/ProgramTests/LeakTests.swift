// SPDX-License-Identifier: Apache-2.0
// Nothing leaks: what the program writes after a run against a server that repeats every secret.

import Foundation
import Loopback
import MockRegistry
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(30))) struct LeakTests {
  @Test(arguments: MockRegistry.Authentication.allCases)
  func `no secret is in any report, recording or stream`(
    way: MockRegistry.Authentication
  ) async throws {
    let server = try EchoServer(way)
    defer { server.stop() }
    let written = try await Written {
      try await server.run(["--only", "ListInstanceJobs"] + $0, environment: $1)
    }
    #expect(written.runs.first?.status == 1)
    #expect(written.texts.values.allSatisfy { !$0.isEmpty }, "\(written.texts.mapValues(\.count))")
    #expect(written.leaks(of: server.secrets) == [])
    let text = try #require(written.texts["text"])
    guard way != .aksk else { return }
    #expect(text.contains("an answer repeats the token that it was sent"))
    #expect(text.contains("redacted-by-swr-conformance"))
    #expect(text.contains("/login/redacted-by-swr-conformance"), "where a redirect leads to")
  }

  @Test(arguments: MockRegistry.Authentication.allCases)
  func `no secret is in what is said of a way in that is closed`(
    way: MockRegistry.Authentication
  ) async throws {
    let server = try EchoServer(way, lettingIn: way == .iam ? 0 : 30)
    defer { server.stop() }
    let written = try await Written {
      try await server.run(["--only", "ListGcTasks"] + $0, environment: $1)
    }
    let isRepeated = way == .token || way == .temporary
    #expect(written.runs.first?.status == (isRepeated ? 1 : 3))
    #expect(written.leaks(of: server.secrets) == [])
    let told = way == .iam ? "refused the login with status 401" : "let us in before and now"
    #expect(written.texts["text"]?.contains(told) == true)
    let survey = try await server.run(["discover"])
    #expect(survey.status == 3)
    #expect(Written.leaks(of: server.secrets, in: survey.output + survey.errors) == [])
  }

  @Test func `no secret is in what is said of settings that cannot be used`() async throws {
    let secret = "MIIEkw+a/very=secret-Token0123456789"
    let file = try ScratchFile(#"{"project_id": "p", "token": "\#(secret)", "a": "\#(secret)"}"#)
    let damaged = try ScratchFile(#"{"token": "\#(secret)" "\#(secret)"}"#)
    let endpoint = ["SWR_ENDPOINT": "http://127.0.0.1:9", "SWR_PROJECT_ID": "p"]
    let attempts: [([String], [String: String])] = [
      (["run", "--target", file.path], [:]),
      (["run", "--target", damaged.path], [:]),
      (["run", "--token", secret], [:]),
      (["run", "--token=\(secret)"], [:]),
      (["run", "--endpoint", "http://user:\(secret)@127.0.0.1:9"], [:]),
      (["run"], ["SWR_TOKEN_FILE": secret]),
      (["run"], ["SWR_TOKEN_COMMAND": "echo '\(secret)' >&2; exit 1"]),
      (["run"], ["SWR_TOKEN_COMMAND": "echo '\(secret)' >&2"]),
      (["run"], ["SWR_TOKEN_COMMAND": "printf '%s\\n' '\(secret)' '\(secret)'"]),
      (["run"], ["SWR_TOKEN": "\(secret) with blanks"]),
      (["run"], ["SWR_TOKEN": secret, "CLOUD_SDK_AK": "\(secret)", "CLOUD_SDK_SK": secret]),
      (["run"], ["SWR_TOKEN": secret, "http_proxy": "ftp://user:\(secret)@h:1"]),
      (["run"], ["SWR_TOKEN": secret, "SWR_ENDPOINT": "http://h.example.com"]),
    ]
    for (words, environment) in attempts {
      let run = try await ProgramRun(words, environment: endpoint.merging(environment) { $1 })
      #expect(run.status == 2, "\(words) \(environment.keys)")
      #expect(run.errors != "")
      #expect(Written.leaks(of: [secret], in: run.output + run.errors) == [])
    }
  }

  @Test func `no password of a proxy is in what is said of it`() async throws {
    let password = "a-proxy-Pa55word"
    let credentials = Data("user:\(password)".utf8).base64EncodedString()
    let proxy = try LoopbackServer { request in
      let seen = request.headers["Proxy-Authorization"] ?? "nobody"
      let body = #"{"error_code":"PROXY.\#(seen)","error_msg":"\#(seen) is not known here"}"#
      return LoopbackAnswer(
        HTTPResponse(status: 403, headers: ["Location": seen], body: Array(body.utf8)))
    }
    defer { proxy.stop() }
    let url = proxy.endpoint.replacing("http://", with: "http://user:\(password)@")
    let environment = [
      "SWR_ENDPOINT": "http://registry.example.com", "SWR_PROJECT_ID": "p",
      "SWR_TOKEN": "a-token-of-nobody", "SWR_INSTANCE_ID": "i", "http_proxy": url,
    ]
    let written = try await Written { words, more in
      try await ProgramRun(
        ["run", "--allow-plaintext", "--only", "ListInstanceJobs"] + words,
        environment: environment.merging(more) { $1 })
    }
    #expect(written.texts["text"]?.contains("PROXY.Basic ***") == true)
    #expect(written.leaks(of: [password, credentials, "a-token-of-nobody"]) == [])
  }
}

/// Everything that a run, and a verdict on its recording, wrote.
private struct Written {
  private(set) var runs: [ProgramRun] = []
  private(set) var texts: [String: String] = [:]

  private static let formats = [
    "text", "json", "junit", "sarif", "md", "gitlab", "github", "openmetrics",
  ]

  /// - Parameter run: Runs the program with further words and variables.
  init(by run: ([String], [String: String]) async throws -> ProgramRun) async throws {
    let recording = ScratchFile()
    try await note("run") { try await run($0 + ["--record", recording.path], $1) }
    texts["recording"] = try recording.text
    try await note("judge") { words, environment in
      try await ProgramRun(["judge", recording.path] + words, environment: environment)
    }
  }

  private mutating func note(
    _ name: String, _ run: ([String], [String: String]) async throws -> ProgramRun
  ) async throws {
    let (files, step) = (Self.formats.map { ($0, ScratchFile()) }, ScratchFile())
    let reports = files.flatMap { ["--report", "\($0.0)=\($0.1.path)"] }
    let ended = try await run(
      reports + ["--report", "text=-"],
      ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": step.path])
    runs.append(ended)
    let prefix = name == "run" ? "" : "\(name) "
    for (format, file) in files { texts[prefix + format] = try file.text }
    texts[prefix + "step"] = try step.text
    texts[prefix + "streams"] = ended.output + ended.errors
  }

  /// What shows a secret, and which.
  func leaks(of secrets: Set<String>) -> [String] {
    texts.flatMap { name, text in Self.leaks(of: secrets, in: text).map { "\(name): \($0)" } }
  }

  static func leaks(of secrets: Set<String>, in text: String) -> [String] {
    secrets.flatMap { [$0, $0.replacing("/", with: "\\/"), PercentEncoding.encode($0)] }
      .filter { text.contains($0) }
  }
}
