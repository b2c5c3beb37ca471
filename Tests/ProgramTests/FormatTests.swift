// SPDX-License-Identifier: Apache-2.0
// Every format on the same three runs: all is well, one case failed, nobody answers.

import Foundation
import Loopback
import MockRegistry
import Testing

@Suite(.timeLimit(.minutes(30))) struct FormatTests {
  /// The formats, and the file in which a golden has each.
  private static let files = [
    "json": "report.json", "junit": "junit.xml", "sarif": "report.sarif", "md": "report.md",
    "gitlab": "gitlab.json", "github": "github.txt", "html": "html.txt",
  ]
  private static let selection = ["--only", "ListGcTasks.shape", "--only", "ListGcTasks.quirks"]

  @Test(arguments: [("healthy", nil), ("fault", "gc-job-kind-lower-case")])
  func `every format tells an embedded run as its golden has it`(
    name: String, fault: String?
  ) async throws {
    try await Self.expect(name, fault.map { ["--fault", $0] } ?? [])
  }

  @Test func `every format tells of a target that nobody reached`() async throws {
    let server = try LoopbackServer { LoopbackAnswer(MockRegistry().answer($0).response) }
    server.stop()
    try await Self.expect(
      "unreachable", [], environment: UnreachedTests.environment(server.endpoint))
  }

  /// Runs once with all formats; the text is compared together with the words and the exit code.
  private static func expect(
    _ name: String, _ words: [String], environment: [String: String] = [:]
  ) async throws {
    let written = files.mapValues { _ in ScratchFile() }
    let reports = written.sorted { $0.key < $1.key }
      .flatMap { ["--report", "\($0.key)=\($0.value.path)"] }
    let run = try await ProgramRun(
      ["run", "--concurrency", "1"] + words + selection + reports, environment: environment)
    let line = (["$ swr-conformance run"] + words + selection).joined(separator: " ")
    try Golden("\(name)/run.txt").expect("\(line)\n\(run.output)exit code \(run.status)\n")
    for (format, file) in files {
      let text = try #require(written[format]).text
      try Golden("\(name)/\(file)").expect(format == "html" ? Self.words(of: text) : text)
    }
  }

  /// What a reader of a page sees, without what the clock decides.
  private static func words(of page: String) -> String {
    page
      .replacing(#/<(?<name>style|script)>(?s).*?</\k<name>>/#, with: "")
      .replacing(#/\n<section id="requests"(?s).*?</section>/#, with: "")
      .replacing(#/<[^>]*>/#, with: "")
      .replacing(#/begun \S+/#, with: "begun …")
      .replacing(#/\b[0-9a-f]{32}\b/#, with: "…")
      .replacing(#/on \d+ values?/#, with: "on … values")
      .replacing(#/\n{2,}/#, with: "\n\n")
  }
}
