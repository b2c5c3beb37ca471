// SPDX-License-Identifier: Apache-2.0
// A target file with several targets and with the options of a run; and a target that comes late.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct TargetFileTests {
  @Test func `a named target has what stands outside of it, and its own words win`() async throws {
    try await MockProcess.serve { mock in
      let keys = mock.facts.filter { $0.key != "endpoint" }.map { "\"\($0.key)\": \"\($0.value)\"" }
      let file = try ScratchFile(
        """
        {\(keys.joined(separator: ", ")),
         "run": {"only": ["ListGcTasks.shape.status-200", "errors"], "skip": "ListI"},
         "targets": {
           "here": {"endpoint": "\(mock.endpoint)", "run": {"only": "ListGcTasks.shape"}},
           "away": {"endpoint": "http://127.0.0.1:9"}}}
        """)
      func run(_ words: String...) async throws -> ProgramRun {
        try await ProgramRun(["run"] + words)
      }
      let here = try await run("--target", "\(file.path)#here")
      #expect(here.status == 0, "\(here.errors)")
      #expect(here.output.contains("shape ") && !here.output.contains("  errors "))
      let typed = try await run("--target", "\(file.path)#here", "--only", "ListGcTasks.paging")
      #expect(typed.status == 0 && typed.output.contains("  paging "), "what is typed wins")
      #expect(!typed.output.contains("  shape "))
      #expect(try await run("--target", "\(file.path)#away").status == 3)
      let none = try await run("--target", file.path)
      #expect(none.status == 2 && none.errors.contains("has 2 targets; add the name of one: #here"))
      #expect(none.errors.split(separator: "\n").count == 1, "nothing else is told to be missing")
      let near = try await run("--target", "\(file.path)#hree")
      #expect(near.status == 2 && near.errors.contains("did you mean #here?"))
    }
  }

  @Test(arguments: [
    (#"{"stict": true}"#, "unknown option \"--stict\"; did you mean --strict?"),
    (#"{"max_requests": "many"}"#, "--max-requests is \"many\"; give an integer"),
    (#"{"endpoint": "http://127.0.0.1:9"}"#, "has endpoint under run, where it does not belong"),
    (#"{"only": null}"#, "has only under run, where it does not belong; write true"),
    (#"{"quiet": true, "verbose": true}"#, "--quiet tells less and --verbose more"),
    (#"{"fault": "gc-id-string"}"#, "--fault is for the embedded mock"),
    ("7", "has no object as run"),
  ])
  func `options of a file that make no sense are told`(options: String, complaint: String)
    async throws
  {
    let file = try ScratchFile(
      #"{"endpoint": "http://127.0.0.1:9", "project_id": "p", "token": "t", "run": \#(options)}"#)
    let run = try await ProgramRun("run", "--target", file.path)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(complaint), "\(run.errors)")
    #expect(run.errors.contains(file.path), "\(run.errors)")
  }

  @Test func `commands that ask a target take from its file what they know`() async throws {
    let file = try ScratchFile(
      """
      {"endpoint": "http://127.0.0.1:9", "project_id": "p", "instance_id": "i", "token": "t",
       "run": {"nonsense": true}}
      """)
    let bundle = try await ScratchBundle.copy()
    for words in [
      ["proxy", "--port", "0"], ["verify", bundle.path, "--live", "1"], ["discover"], ["infer"],
      ["request", "/"], ["bundle", "\(file.path).bundle"], ["list"],
    ] {
      let run = try await ProgramRun(words + ["--target", file.path])
      #expect(run.status == 2, "\(words)")
      let complaint = "\(file.path), run: unknown option \"--nonsense\""
      #expect(run.errors.contains(complaint), "\(run.errors)")
    }
  }

  @Test func `a proxy writes the reports that the target's file asks for`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try await ShellRun(
      """
      mkfifo ready
      echo '{"endpoint": "http://127.0.0.1:9", "project_id": "p", "instance_id": "i",
        "run": {"report": "json=report.json", "coverage": true}}' > t.json
      swr-conformance proxy --target t.json --port 0 --ready-file ready > told &
      read url < ready
      kill $!
      wait $! || grep -c '"mode": "relayed"' report.json
      """, in: folder)
    #expect(run.output == "1\n", "\(run.errors)")
  }

  @Test(arguments: ["run", "list"])
  func `a level and a word that means nothing are told apart`(command: String) async throws {
    for words in [["--only", "shpe"], ["--skip", "shpe"]] {
      let run = try await ProgramRun([command, "--mock"] + words)
      #expect(run.status == 2 && run.errors.contains("did you mean shape?"))
    }
    let own = ["--only", "ListGcTasks"]
    let without = try await ProgramRun([command, "--mock", "--skip", "quirks"] + own)
    let whole = try await ProgramRun([command, "--mock"] + own)
    #expect(
      without.status == 0 && !without.output.contains("  quirks "))
    #expect(whole.output.contains("  quirks "))
    let only = try await ProgramRun([command, "--mock", "--only", "shape"])
    #expect(only.status == 0 && !only.output.contains("  paging "))
  }

  @Test func `a target that opens late is waited for`() async throws {
    let registry = MockRegistry()
    let first = try LoopbackServer { registry.answer($0) }
    let port = UInt16(first.endpoint.split(separator: ":").last ?? "") ?? 0
    first.stop()
    let process = Process(
      program: ["run", "--only", "ListGcTasks.shape.status-200", "--wait-for", "600s"],
      environment: registry.environment(first.endpoint))
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let exit = process.exit
    try process.run()
    let told = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(told.contains("waiting for \(first.endpoint): "), "\(told)")
    let second = try LoopbackServer(port: port) { registry.answer($0) }
    defer { second.stop() }
    #expect(await exit.code == 0)
    let text = await output.fileHandleForReading.textToEnd
    #expect(text.contains("1 passed"))
  }

  @Test func `a target that answers 503 at first is waited for, and 401 is an answer`() async throws
  {
    let registry = MockRegistry()
    let count = Mutex(0)
    let server = try LoopbackServer { request in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number <= 3 ? LoopbackAnswer(HTTPResponse(status: 503)) : registry.answer(request)
    }
    defer { server.stop() }
    var environment = registry.environment(server.endpoint)
    let words = ["run", "--only", "ListGcTasks.shape.status-200", "--wait-for", "600s"]
    let run = try await ProgramRun(words, environment: environment)
    #expect(run.status == 0 && run.errors.contains("answers with status 503"), "\(run.errors)")
    let asked = run.summary.firstMatch(of: #/; (\d+) request/#).flatMap { Int($0.output.1) }
    #expect(asked == count.withLock { $0 } - 4, "the four tries are not counted")
    environment["SWR_TOKEN"] = "nobody"
    let refused = try await ProgramRun(words, environment: environment)
    #expect(refused.status == 3 && refused.errors.isEmpty)
  }

  @Test func `a target that never comes is not reached, once the time is up`() async throws {
    let registry = MockRegistry()
    let run = try await ProgramRun(
      ["run", "--only", "ListGcTasks.shape.status-200", "--wait-for", "1ms"],
      environment: registry.environment("http://127.0.0.1:9"))
    #expect(run.status == 3 && run.errors.contains("waiting for http://127.0.0.1:9"))
    let odd = try await ProgramRun("run", "--wait-for", "30")
    #expect(odd.status == 2 && odd.errors.contains("a time such as 800ms or 30s"))
  }

  @Test func `a mock says when it listens, to a file or to whoever reads a pipe`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try await ShellRun(
      """
      mkfifo ready
      swr-conformance mock --port 0 --print-env --output target.json --ready-file ready &
      read url < ready
      grep -c "\\"$url\\"" target.json
      swr-conformance run --target target.json --only ListGcTasks.shape.status-200 --quiet
      kill $!
      wait $!
      """, in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("1\n") && run.output.contains("1 passed"))
    let nowhere = try await ProgramRun("mock", "--port", "0", "--ready-file", "/nowhere/ready")
    #expect(nowhere.status == 2 && nowhere.errors.contains("cannot write /nowhere/ready"))
  }
}

extension MockRegistry {
  /// What tells the program everything about this mock, served there.
  func environment(_ endpoint: String) -> [String: String] {
    var variables = facts.entries.map { ("SWR_" + $0.key.uppercased(), $0.value) }
    variables.append(("SWR_ENDPOINT", endpoint))
    return Dictionary(variables) { $1 }
  }
}
