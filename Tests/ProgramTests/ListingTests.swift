// SPDX-License-Identifier: Apache-2.0
// The two listings, of the plan and of the quirks, for people and for programs.

import Contract
import SWRSpecs
import Testing
import Wire

@Suite(.timeLimit(.minutes(2))) struct ListingTests {
  @Test func `an operation needs at most 64 requests for 40 rows, and list tells`() async throws {
    let text = try await ProgramRun("list").output
    let plan = try ReportDocument(try await ProgramRun("list", "--json").output)
    let operations = Array(try #require(plan.root["operations"]).elements)
    #expect(operations.compactMap { $0["id"]?.string } == Catalog.operations.map(\.id))
    for operation in operations {
      let id = try #require(operation["id"]?.string)
      let requests = try #require(Int(operation["requests"]?.raw ?? ""))
      let cases = plan.cases.count { $0["operation"]?.string == id }
      #expect((1...64).contains(requests), "\(id)")
      #expect(text.contains("  \(cases) cases, \(requests) requests\n"))
    }
  }

  @Test func `the plan has the cases that a run judges`() async throws {
    let plan = try ReportDocument(
      try await ProgramRun("list", "--json", "--allow-unsafe-methods").output)
    let judged = try await DefaultRun.shared.value.report.cases.compactMap { $0["id"]?.string }
    #expect(plan.cases.compactMap { $0["id"]?.string } == judged)
  }

  @Test func `the ledger has every quirk once, within 100 columns`() async throws {
    let ids = Set(Catalog.operations.flatMap { $0.quirks.map(\.id) })
    let table = try await ProgramRun("quirks")
    let told = table.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count > 100)
    #expect(told.sorted() == ids.sorted())
    #expect(table.lines.filter { $0.count > 100 } == [])
  }

  @Test func `the ledger is data too`() async throws {
    let root = try ReportDocument(try await ProgramRun("quirks", "--json").output).root
    let entries = Array(root.elements)
    #expect(entries.compactMap { $0["id"]?.string }.count == entries.count)
    for entry in entries {
      #expect(entry["operations"]?.count == entry["pages"]?.count, "\(entry.raw)")
      #expect(["must", "should", "note"].contains(entry["holds"]?.string), "\(entry.raw)")
      let isObserved = entry["seen"]?["by"]?.string == "answers"
      #expect((entry["observed"]?.count ?? 0 > 0) == isObserved, "\(entry.raw)")
    }
    #expect(entries.count { $0["observed"]?.count == 5 } > 4)
  }

  @Test func `one quirk is told in full and alone`() async throws {
    let one = try await ProgramRun("quirks", "repl-status-revision-casing")
    #expect(one.status == 0)
    #expect(one.lines.filter { $0.count > 100 } == [])
    let words = one.lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(words.contains("page 004_beefd26005b3a4c0.txt"))
    #expect(words.contains("side status_revision (another source): status_revision"))
    #expect(!one.output.contains("gc-job-parameters-object-or-string"))
  }

  @Test func `help and version are answers, not mistakes`() async throws {
    let help = try await ProgramRun("--help")
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("usage: swr-conformance [COMMAND] [OPTION]…\n"))
    #expect(try await ProgramRun("--version").output == "swr-conformance 0.1.0\n")
  }
}
