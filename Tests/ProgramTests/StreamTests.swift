// SPDX-License-Identifier: Apache-2.0
// Standard streams that are closed, full or read by nobody, and files that cannot be written later.

import Foundation
import Testing
import Wire

@Suite struct StreamTests {
  /// What a shell does to the streams, and the exit code of a run that passes.
  private static let streams: [(String, Int32)] = [
    (">&-", 2), (">/dev/full", 2), ("2>&-", 0), ("2>/dev/full", 0), (">&- 2>&-", 2),
    (">/dev/full 2>/dev/full", 2), ("<&- >&- 2>&-", 2),
  ]

  @Test(arguments: streams)
  func `a stream that takes nothing keeps no report from being written`(
    redirection: String, status: Int32
  ) async throws {
    let report = ScratchFile()
    let run = try await Self.shell(
      "\"$0\" --only ListGcTasks.shape --report text=- --report json='\(report.path)' \(redirection)"
    )
    #expect(run == status)
    #expect(try ReportDocument(report.text).root["exit"]?.number?.int64 == 0)
  }

  @Test(arguments: ["run", "list", "quirks", "--help", "export openapi", "docs /dev/full"])
  func `no command traps where nobody reads`(command: String) async throws {
    #expect(try await Self.shell("\"$0\" \(command) >/dev/full 2>&1") == 2)
    #expect(try await Self.shell("{ \"$0\" \(command) 2>/dev/full; echo $? >&3; } | :") == 0)
  }

  @Test func `a run that fails says so whatever could not be written`() async throws {
    let failing = "\"$0\" --only ListGcTasks.shape --fault gc-job-kind-lower-case"
    #expect(try await Self.shell("\(failing) >/dev/full") == 1)
    #expect(try await Self.shell("\(failing) --report json=/dev/full") == 1)
    #expect(try await Self.shell("\(failing) --record /dev/full") == 1)
    #expect(try await Self.shell("\"$0\" --only ListGcTasks.shape --record /dev/full") == 2)
    #expect(
      try await Self.shell("\"$0\" --only ListGcTasks.shape --write-baseline /dev/full") == 2)
  }

  @Test func `the verdict is told beside a full standard output`() async throws {
    let run = try await ProgramRun(
      "--only", "ListGcTasks.shape.status-200", "--report", "text=/dev/full")
    #expect(run.status == 2)
    #expect(run.summary.contains("1 passed"))
    #expect(run.errors == "swr-conformance: cannot write /dev/full: no space is left\n")
  }

  @Test func `outputs are written through what they are`() async throws {
    let run = try await ProgramRun(
      "--only", "ListGcTasks.shape.status-200", "--report", "text=/dev/stdout",
      "--report", "md=/dev/stderr")
    #expect(run.status == 0)
    #expect(run.output.components(separatedBy: "1 passed").count == 3)
    #expect(run.errors.hasPrefix("## What was asserted is as promised"))
  }

  @Test func `no output replaces another or what is read`() async throws {
    let file = try ScratchFile("{}")
    for arguments in [
      ["--report", "json=\(file.path)", "--report", "md=\(file.path)"],
      ["--report", "json=\(file.path)", "--record", file.path],
      ["--report", "json=\(file.path)", "--target", file.path],
      ["judge", file.path, "--report", "json=\(file.path)"],
    ] {
      let run = try await ProgramRun(arguments)
      #expect(run.status == 2)
      #expect(try file.text == "{}")
    }
  }

  #if os(Linux)
    @Test func `a complaint for a terminal fits 80 columns, and no word is cut`() async throws {
      let file = ScratchFile()
      let run = try await ShellRun(
        "script -qec 'swr-conformance run --endpoint ftp://x' \(file.path); exit $?",
        environment: ["SHELL": "/bin/sh"])
      let lines = run.output.split(whereSeparator: \.isNewline)
      #expect(lines.count > 3 && lines.allSatisfy { $0.count <= 80 }, "\(run.output)")
      #expect(lines.dropFirst().contains { $0.hasPrefix("  ") })
      #expect(
        run.output.replacing(#/\s+/#, with: " ").contains("is no http or https URL; write it"))
    }
  #endif

  /// The exit code of a line for `/bin/sh`, in which `$0` is the program.
  private static func shell(_ line: String) async throws -> Int32 {
    let process = Process(program: [], environment: [:])
    let program = try #require(process.executableURL)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 3>/dev/full; \(line)", program.path]
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    let exit = process.exit
    try process.run()
    return await exit.code
  }
}
