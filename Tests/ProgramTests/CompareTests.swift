// SPDX-License-Identifier: Apache-2.0
// Runs `compare` on mocks, recordings and reports, and on what is none of them.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct CompareTests {
  private func run(_ option: String, _ words: String...) async throws -> ScratchFile {
    let file = ScratchFile()
    let form = option == "--report" ? "json=\(file.path)" : file.path
    _ = try await ProgramRun(["--only", "ListGcTasks.shape", "--quiet", option, form] + words)
    return file
  }

  @Test func `recordings, reports and the mock are held beside each other`() async throws {
    let recording = try await run("--record", "--fault", "gc-id-string")
    let report = try await run("--report", "--variant", "extra-fields")
    let worse = try await ProgramRun(
      "compare", "mock", recording.path, "--only", "ListGcTasks.shape")
    #expect(worse.status == 1)
    #expect(worse.output.contains("\ncontract  ListGcTasks.shape.tasks.id\n"))
    #expect(worse.output.contains("\n1 contract, 0 quirk, 0 unspoken, 0 noise\nexit 1: "))
    let odd = try await ProgramRun(
      "compare", "mock", report.path, "--only", "ListGcTasks.shape", "--json")
    #expect(odd.status == 0)
    let root = try ReportDocument(odd.output).root
    #expect(root["schema"]?.string == "swr-conformance.comparison/1")
    #expect(root["differences"]?.elements.first?["class"]?.string == "unspoken")
    let strict = try await ProgramRun(
      "compare", report.path, recording.path, "--strict", "--md", "--only", "ListGcTasks.shape")
    #expect(strict.status == 1)
    #expect(strict.output.hasPrefix("## They do not keep the contract alike"))
  }

  @Test func `what only one recording kept, and what nobody asked for, is not compared`()
    async throws
  {
    func recording(gc: String, jobs: String) throws -> ScratchFile {
      let entries = [("instances/i/system/gc", gc), ("jobs", jobs)].map { path, content in
        """
        {"startedDateTime": "2026-01-01T00:00:00Z",
        "request": {"method": "GET", "url": "https://swr.example.com/v2/p/\(path)", "headers": []},
        "response": {"status": 200, "headers": [{"name": "Content-Type", "value":
        "application/json"}], "content": \(content)}}
        """
      }
      return try ScratchFile(#"{"log": {"entries": [\#(entries.joined(separator: ","))]}}"#)
    }
    let empty = #"{"text": "{\"tasks\":[]}"}"#
    let first = try recording(gc: empty, jobs: empty)
    let second = try recording(gc: #"{"size": 12}"#, jobs: #"{"text": "[]"}"#)
    let run = try await ProgramRun(
      "compare", first.path, second.path, "--only", "ListGcTasks.shape", "--strict")
    #expect(run.output.contains("B lacks bodies of ListGcTasks, which are not compared"))
    #expect(run.output.contains("0 contract, 0 quirk, 0 unspoken"), "\(run.output)")
    #expect(!run.output.contains("ListInstanceJobs"), "\(run.output)")
  }

  @Test func `options in the files hold for their side, or for both where both say them`()
    async throws
  {
    try await MockProcess.serve("--variant", "extra-fields") { mock in
      func compare(_ runs: String..., typed: String...) async throws -> ProgramRun {
        let files = try runs.map { try mock.file(with: ["run": $0]) }
        let names = files.count == 1 ? ["mock", files[0].path] : files.map(\.path)
        let run = try await ProgramRun(["compare"] + names + typed)
        return withExtendedLifetime(files) { run }
      }
      let gc = #""only": "ListGcTasks.shape""#
      let strict = try await compare("{\(gc), \"strict\": true, \"timeout\": 9}")
      #expect(strict.status == 1 && strict.errors.isEmpty, "\(strict.errors)")
      #expect(strict.output.contains("\n0 contract, 0 quirk, "))
      #expect(try await compare("{\(gc)}").status == 0)
      let tight = try await compare("{\(gc)}", #"{\#(gc), "max_requests": 1}"#)
      #expect(tight.status == 2 && tight.errors.contains(" --max-requests allows 1;"))
      let odd = try await compare("{\(gc)}", #"{"strikt": true}"#)
      #expect(odd.status == 2 && odd.errors.contains("unknown option \"--strikt\""))
      let words = "do not say the same of --pages, --strict under run, and one plan is put to both"
      let runs = ("{\(gc), \"strict\": true}", "{\(gc), \"pages\": 3}")
      let disputed = try await compare(runs.0, runs.1)
      #expect(disputed.status == 0 && disputed.errors.contains(words), "\(disputed.errors)")
      let typed = try await compare(runs.0, runs.1, typed: "--strict", "--pages=2")
      #expect(typed.errors.isEmpty, "\(typed.errors)")
    }
  }

  @Test func `the token of a file goes to its own server, whatever the environment says`()
    async throws
  {
    let registry = MockRegistry()
    let seen = Mutex<[Set<String>]>([[], []])
    let servers = try (0...1).map { side in
      try LoopbackServer { request in
        seen.withLock { _ = $0[side].insert(request.headers["X-Auth-Token"] ?? "") }
        var request = request
        request.headers["X-Auth-Token"] = registry.facts["token"]
        return registry.answer(request)
      }
    }
    defer { servers.forEach { $0.stop() } }
    let files = try servers.enumerated().map { side, server in
      try ScratchFile(
        """
        {"endpoint": "\(server.endpoint)", "project_id": "\(registry.facts["project_id"]!)",
         "instance_id": "\(registry.facts["instance_id"]!)"\(side == 0 ? ", \"token\": \"own\"" : "")}
        """)
    }
    let run = try await ProgramRun(
      "compare", files[0].path, files[1].path, "--only", "ListGcTasks.shape",
      environment: ["SWR_TOKEN": "of-all", "SWR_INSTANCE_ID": "nobody's"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(seen.withLock { $0 } == [["own"], ["of-all"]])
  }

  @Test func `a target file may come out of a pipe, and nothing else`() async throws {
    try await MockProcess.serve { mock in
      let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(mock.targetFile.utf8).write(to: folder.appending(path: "t.json"))
      let run = try await ShellRun(
        """
        gc='--only ListGcTasks.shape.status-200'
        cat t.json | swr-conformance compare /dev/stdin mock $gc | tail -n 1
        mkfifo pipe
        cat t.json > pipe &
        swr-conformance compare mock pipe $gc | tail -n 1
        swr-conformance run --quiet $gc --report json=r.json > told
        cat r.json | swr-conformance compare mock /dev/stdin $gc || echo $?
        """, in: folder)
      #expect(run.output.split(separator: "\n").map { $0.prefix(6) } == ["exit 0", "exit 0", "2"])
      #expect(run.errors.contains("/dev/stdin is a pipe with a report, and only a target file is"))
    }
  }

  @Test func `what cannot be compared ends in exit code 2`() async throws {
    let odd = try ScratchFile("[]")
    let cases = [
      (["mock", "none/there"], "none/there is not there; name a target file"),
      (["mock", odd.path], "holds one array and no object"),
      (["mock", "mock", "mock"], "compare does not take more than two target files"),
      (["mock"], "compare needs two target files, recordings or reports"),
      (["mock", "mock", "--only", "ListNothing"], "no case has an id that begins with"),
      (["mock", "mock", "--fault", "gc-id-string"], "--fault belongs to run"),
    ]
    for (words, complaint) in cases {
      let run = try await ProgramRun(["compare"] + words)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(complaint), "\(run.errors)")
    }
  }
}

extension MockProcess {
  /// A target file of the mock with other keys, each a JSON text.
  func file(with others: [String: String]) throws -> ScratchFile {
    let own = facts.map { "\"\($0.key)\": \"\($0.value)\"" }
    return try ScratchFile(
      "{\((own + others.map { "\"\($0.key)\": \($0.value)" }).joined(separator: ", "))}")
  }
}
