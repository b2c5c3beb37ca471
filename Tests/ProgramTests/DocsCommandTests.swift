// SPDX-License-Identifier: Apache-2.0
// `docs`: what it prints and which exit code it ends in, page by page.

import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct DocsCommandTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/pages")

  private static func path(_ name: String) -> String { folder.appending(path: name).path }

  @Test func `pages without news end in exit code 0`() async throws {
    let run = try await ProgramRun(
      "docs", Self.path("gc_tasks_pipes_zh.txt"), Self.path("instance_jobs_zh.html"))
    #expect(run.status == 0)
    #expect(run.output.contains("    gc_tasks_pipes_zh.txt:83  example-not-json:200\n"))
    #expect(run.output.contains("      ledger: gc-example-malformed-json"))
    #expect(run.output.contains("\nacross the pages\n    differs:paging\n"))
    #expect(!run.output.contains("not in the ledger"))
  }

  @Test func `news are exit code 1 and say so`() async throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "instance_jobs_cells_zh.txt"), encoding: .utf8)
    let page = try ScratchFile(text.replacing("默认为100", with: "默认为50"))
    let run = try await ProgramRun("docs", page.path)
    #expect(run.status == 1)
    let lines = run.lines.map(String.init)
    let place = try #require(lines.firstIndex { $0.hasSuffix("default:query.limit:50") })
    #expect(
      lines[(place + 1)...].prefix(2) == [
        "      the page has the default 50, the spec the default 100", "      not in the ledger",
      ])
  }

  @Test func `what was read is data too`() async throws {
    let run = try await ProgramRun("docs", "--json", Self.path("replication_tasks_lines_en.txt"))
    let root = try ReportDocument(run.output).root
    #expect(root["schema"]?.string == "swr-conformance.docs/1")
    let page = try #require(root["pages"]?[0])
    #expect(page["operation"]?.string == "ListInstanceReplicationPolicyExecTasks")
    #expect(page["documented"]?["parameters"]?.count == 6)
    #expect(page["findings"]?.elements.allSatisfy { $0["line"]?.number != nil } == true)
  }

  @Test func `files that are no page are exit code 2 with a sentence`() async throws {
    let long = try ScratchFile("")
    let handle = try FileHandle(forWritingTo: URL(filePath: long.path))
    try handle.truncate(atOffset: 50 << 20)
    try handle.close()
    let garbage = try ScratchFile("\u{0}\u{1}")
    let files = [
      (long.path, " cannot be read: it has more than 4 MiB"),
      (Self.path("none.txt"), " cannot be read: there is no such file"),
      (Self.folder.path, " cannot be read: it is a folder"),
      (Self.folder.appending(path: "../../README.md").path, ": no documentation page"),
      (garbage.path, ": not text in UTF-8: byte 0"),
    ]
    for (file, sentence) in files {
      let run = try await ProgramRun("docs", file)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("swr-conformance: \(file)\(sentence)"), "\(run.errors)")
    }
  }
}
