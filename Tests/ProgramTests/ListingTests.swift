// SPDX-License-Identifier: Apache-2.0
// The two listings, of the plan and of the quirks, for people and for programs.

import Contract
import SWRSpecs
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct ListingTests {
  @Test func `an operation needs at most 66 requests for 40 rows, and list tells`() async throws {
    let text = try await ProgramRun("list").output
    let plan = try ReportDocument(try await ProgramRun("list", "--json").output)
    let operations = Array(try #require(plan.root["operations"]).elements)
    #expect(operations.compactMap { $0["id"]?.string } == Catalog.operations.map(\.id))
    for operation in operations {
      let id = try #require(operation["id"]?.string)
      let requests = try #require(Int(operation["requests"]?.raw ?? ""))
      let cases = plan.cases.count { $0["operation"]?.string == id }
      #expect((1...66).contains(requests), "\(id)")
      #expect(text.contains("  \(cases) cases, \(requests) requests\n"))
    }
  }

  @Test func `the plan has the cases that a run judges`() async throws {
    let plan = try ReportDocument(
      try await ProgramRun("list", "--json", "--allow-unsafe-methods").output)
    let judged = try await DefaultRun.shared.value.report.cases.compactMap { $0["id"]?.string }
    #expect(plan.cases.compactMap { $0["id"]?.string } == judged)
  }

  @Test func `the ledger has every quirk once, within 80 columns`() async throws {
    let ids = Set(Catalog.operations.flatMap { $0.quirks.map(\.id) })
    let table = try await ProgramRun("quirks")
    let told = table.lines.filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count > 100)
    #expect(told.sorted() == ids.sorted())
    #expect(table.lines.filter { $0.count > 80 } == [])
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

  @Test(arguments: ["value-in-enum", "ListGcTasks.shape.tasks.job_kind"])
  func `a rule is explained by its name and by its case`(name: String) async throws {
    let run = try await ProgramRun("explain", name)
    #expect(run.status == 0)
    #expect(run.lines.first == "value-in-enum (shape)")
    #expect(run.lines.filter { $0.count > 80 && !$0.contains("--fault") } == [])
    let labels = run.lines.dropFirst().compactMap { $0.firstMatch(of: #/^  ([a-z]+) /#)?.output.1 }
    #expect(Set(labels) == ["holds", "why", "weighs", "promised", "read", "cases", "mend", "see"])
    let isCase = name.contains(".")
    #expect(run.output.contains("1 case: ListGcTasks.shape.tasks.job_kind\n") == isCase)
    let fault = try #require(run.output.firstMatch(of: #/--fault ([a-z-]+) --only (\w+)/#)?.output)
    let seen = try await ProgramRun(
      "--fault", "\(fault.1)", "--only", "\(fault.2).shape", "--quiet")
    #expect(seen.status == 1)
  }

  @Test(arguments: [
    ("ListGcTasks.relations.update_time-not-before-creation_time", "update"),
    ("ListInstanceReplicationPolicies.shape.total", "total"),
  ])
  func `a case is explained by a fault that speaks of it`(id: String, word: String) async throws {
    let run = try await ProgramRun("explain", id)
    let fault = try #require(
      run.output.firstMatch(of: #/--fault ([a-z0-9-]+) --only (\w+)/#)?.output)
    #expect(fault.1.contains(word))
    let seen = try await ProgramRun("--fault", "\(fault.1)", "--only", id, "--strict")
    #expect(seen.status == 1)
  }

  @Test func `a rule that there is not is told with the nearest`() async throws {
    let run = try await ProgramRun("explain", "value-in-enumm")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "swr-conformance: unknown rule value-in-enumm; did you mean value-in-enum?\n")
  }

  @Test func `the quirk results of a report are told, and of nothing else`() async throws {
    let report = try ScratchFile(try await DefaultRun.shared.value.json)
    let run = try await ProgramRun("quirks", "--report", report.path)
    #expect(run.status == 0)
    #expect(run.lines.first == "quirks")
    #expect(run.output.contains("    repl-status-revision-casing "))
    #expect(try await ProgramRun("quirks", "--report", "/nowhere.json").status == 2)
  }

  @Test func `help and version are answers, not mistakes`() async throws {
    let help = try await ProgramRun("--help")
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("usage: swr-conformance [COMMAND] [OPTION]…\n"))
    #expect(try await ProgramRun("--version").output == "swr-conformance 0.1.0\n")
  }
}
