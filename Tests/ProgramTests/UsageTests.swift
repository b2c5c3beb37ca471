// SPDX-License-Identifier: Apache-2.0
// Exit code 2: what the program answers to words and files that it cannot follow.

import Foundation
import Loopback
import MockRegistry
import Testing

@Suite(.timeLimit(.minutes(30))) struct UsageTests {
  @Test(
    arguments: [
      ("run --strikt", #"unknown option "--strikt"; did you mean --strict?"#),
      ("lst", #"unknown command "lst"; did you mean list?"#),
      (
        "run --fault gc-job-kind-lowercase",
        #"--fault names the unknown fault "gc-job-kind-lowercase"; did you mean gc-job-kind-lower-case?"#
      ),
      (
        "run --only ListGcTasks --only Nothing",
        #"no case has an id that begins with "Nothing"; swr-conformance list shows them all"#
      ),
      (
        "list --only ListGcTask.shape.status-200",
        #"no case has an id that begins with "ListGcTask.shape.status-200"; did you mean ListGcTasks.shape.status-200?"#
      ),
      (
        "run --target none/there.json",
        "none/there.json cannot be read: there is no such file; check the path behind --target"
      ),
      (
        "run --report spreadsheet=-",
        #"--report names the unknown format "spreadsheet"; "#
          + "the formats are text, json, junit, sarif, md, gitlab, github, html, openmetrics"
      ),
      (
        "quirks repl-status-revision-cassing",
        "unknown quirk repl-status-revision-cassing; did you mean repl-status-revision-casing?"
      ),
    ])
  func `a mistake is told with its remedy`(words: String, complaint: String) async throws {
    let run = try await ProgramRun(words.split(separator: " ").map(String.init))
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors == "swr-conformance: \(complaint)\n")
  }

  @Test func `everything that is wrong with a target file is told at once`() async throws {
    let file = try ScratchFile(
      #"{"endpoint": "ftp://x", "projekt_id": "a", "namespace_name": true, "token": "a b"}"#)
    let run = try await ProgramRun("run", "--target", file.path)
    #expect(run.status == 2)
    #expect(
      run.errors.replacing(file.path, with: "FILE") == """
        swr-conformance: FILE has the unknown key "projekt_id"; did you mean project_id?
        swr-conformance: FILE has a boolean as namespace_name; write a string or an integer
        swr-conformance: endpoint in FILE is no http or https URL; \
        write it as https://HOST or http://HOST:PORT
        swr-conformance: no project is given; set SWR_PROJECT_ID or the file's key project_id
        swr-conformance: token in FILE has blanks or characters outside ASCII; copy it alone

        """)
  }

  @Test func `a target file that is no JSON says where`() async throws {
    let file = try ScratchFile("{\n  \"endpoint\": \"http://127.0.0.1:1\",\n}")
    let run = try await ProgramRun("run", "--target", file.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("is not JSON: trailing comma at line 3, column 1"))
  }

  @Test(arguments: [
    "--token", "--ak", "--sk", "--security-token", "--password", "--iam-password", "--user",
  ])
  func `a secret on the command line is refused and not repeated`(option: String) async throws {
    for words in [[option, "hunter2"], ["\(option)=hunter2"]] {
      let run = try await ProgramRun(["run"] + words)
      #expect(run.status == 2)
      #expect(run.errors.contains("\(option) would show a secret to every user of this machine"))
      #expect(!(run.output + run.errors).contains("hunter2"))
    }
  }

  @Test func `a token does not travel unencrypted to another machine`() async throws {
    let run = try await ProgramRun(
      "run", "--endpoint", "http://registry.invalid", environment: ["SWR_TOKEN": "hunter2"])
    #expect(run.status == 2)
    #expect(run.errors.contains("the token would travel unencrypted to http://registry.invalid"))
    #expect(!run.errors.contains("hunter2"))
  }

  @Test func `a target of which too little is known cannot be judged`() async throws {
    let run = try await ProgramRun(
      "run", "--endpoint", "https://registry.invalid", "--only", "ListGcTasks",
      environment: ["SWR_TOKEN": "hunter2", "SWR_PROJECT_ID": "p"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("the target does not say foreign_project_id, instance_id"))
  }

  @Test(arguments: ["--report=json=/dev/null/r.json", "--record=no/such/r.har", "--report=md=."])
  func `a path that cannot be written is told before anything is asked`(
    option: String
  ) async throws {
    let run = try await ProgramRun("--only", "ListGcTasks.shape.status-200", option)
    #expect(run.status == 2 && run.output.isEmpty)
    let path = option.split(separator: "=").last ?? ""
    #expect(run.errors.hasPrefix("swr-conformance: cannot write \(path): "))
  }

  @Test func `a port that is taken is told with a way out`() async throws {
    let server = try LoopbackServer { LoopbackAnswer(MockRegistry().answer($0).response) }
    defer { server.stop() }
    let run = try await ProgramRun("mock", "--port", "\(server.port)")
    #expect(run.status == 2)
    #expect(run.errors.contains("port \(server.port) of 127.0.0.1 is in use"))
  }
}
