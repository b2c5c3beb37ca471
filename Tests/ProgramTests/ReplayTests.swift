// SPDX-License-Identifier: Apache-2.0
// One finding asked again: fixed, still there, flaky, and everything that keeps it from being told.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct ReplayTests {
  private static let kind = "gc-job-kind-lower-case"

  @Test(arguments: [
    (kind, "ListGcTasks.shape.tasks.job_kind", 4),
    ("jobs-total-one-too-few", "ListInstanceJobs.paging.total-covers-rows", 150),
    ("gc-body-byte-order-mark", "ListGcTasks.shape.well-formed-json", 4),
  ])
  func `a fault of the mock is still there, and fixed without it`(
    fault: String, id: String, most: Int
  ) async throws {
    let report = try await Self.report("--fault", fault, "--only", id)
    let name = try #require(report.names.first)
    let again = try await ProgramRun("replay", name, report.path)
    #expect(again.status == 1, "\(again.output)\(again.errors)")
    #expect(again.lines.first == "still there  \(name)  \(id)")
    #expect(again.output.contains("finding   \(name)"), "it is drawn as it is now")
    let count = again.summary.firstMatch(of: #/(\d+) request/#).flatMap { Int($0.output.1) }
    #expect(try #require(count) <= most, "\(again.summary)")
    let healthy = try await ProgramRun("replay", name, report.path, "--mock")
    #expect(healthy.status == 0, "\(healthy.output)\(healthy.errors)")
    #expect(healthy.lines.first == "fixed  \(name)  \(id)")
  }

  @Test func `what every second answer shows is flaky, and an endpoint has to be named`()
    async throws
  {
    let (good, bad) = (MockRegistry(), MockRegistry(.init(fault: .named(Self.kind))))
    let count = Mutex(0)
    let server = try LoopbackServer { request in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return (number / 2 % 2 == 0 ? bad : good).answer(request)
    }
    defer { server.stop() }
    let report = try await Self.report(
      "--fault", Self.kind, "--only", "ListGcTasks.shape.tasks.job")
    let name = try #require(report.names.first)
    var environment = Dictionary(
      uniqueKeysWithValues: good.facts.entries.map { ("SWR_" + $0.key.uppercased(), $0.value) })
    environment["SWR_ENDPOINT"] = server.endpoint
    let replay = try await ProgramRun(
      "replay", name, report.path, "--endpoint", server.endpoint, environment: environment)
    #expect(replay.status == 4, "\(replay.output)\(replay.errors)")
    #expect(replay.lines.first?.hasPrefix("flaky  \(name)") == true)
    #expect(replay.summary.contains("seen 1 of 2 times"))
    let live = ScratchFile()
    _ = try await ProgramRun(
      "run", "--only", "ListGcTasks.shape", "--report", "json=\(live.path)",
      environment: environment)
    let other = try await ProgramRun("replay", name, live.path)
    #expect(other.status == 2 && other.errors.contains("no endpoint is named; write "))
    environment["SWR_ENDPOINT"] = "http://127.0.0.1:9"
    let lost = try await ProgramRun("replay", name, live.path, environment: environment)
    #expect(lost.status == 3 && lost.output.hasPrefix("not found out"), "\(lost.errors)")
  }

  @Test func `a report that has no such finding, or is of something else, is told`() async throws {
    let report = try await Self.report(
      "--fault", Self.kind, "--only", "ListGcTasks.shape.tasks.job")
    let name = try #require(report.names.first)
    let text = try report.file.text
    let sarif = ScratchFile()
    _ = try await ProgramRun(
      "run", "--only", "ListGcTasks.shape", "--report", "sarif=\(sarif.path)")
    let table: [(name: String, text: String, complaint: String)] = [
      ("0000", text, "has no finding \"0000\"; its findings are \(name)"),
      ("8d4", text, "has no finding"),
      (
        name, text.replacing("swr-conformance.report", with: "shop-conformance.report"),
        "a report of shop"
      ),
      (name, text.replacing("\"schema\"", with: "\"sort\""), "no report, for it has no schema"),
      (name, try sarif.text, "no report, for it has no schema"),
      (name, "{", "is not JSON"),
      ("", text.replacing("ListGcTasks", with: "ListNothing"), "has no operation of ListNothing"),
      (
        "", text.replacing("shape.tasks.job_kind", with: "shape.gone"),
        "has no case ListGcTasks.shape.gone"
      ),
    ]
    for row in table {
      let file = try ScratchFile(row.text)
      let all = row.name.isEmpty ? try await Self.names(saidOf: file) : [row.name]
      let run = try await ProgramRun("replay", try #require(all.first), file.path, "--mock")
      #expect(run.status == 2 && run.output.isEmpty, "\(row.complaint)")
      #expect(run.errors.contains(row.complaint), "\(run.errors)")
    }
    let none = try await ProgramRun("replay", name, "/nowhere.json")
    #expect(none.status == 2 && none.errors.contains("/nowhere.json cannot be read"))
  }

  /// The names by which the program itself knows the findings of a report.
  private static func names(saidOf file: ScratchFile) async throws -> [String] {
    let run = try await ProgramRun("replay", "none", file.path, "--mock")
    let told = run.errors.firstMatch(of: #/its findings are ([0-9a-f]{8})/#)
    return told.map { [String($0.output.1)] } ?? []
  }

  private struct Written {
    let file: ScratchFile
    let names: [String]
    var path: String { file.path }
  }

  private static func report(_ words: String...) async throws -> Written {
    let file = ScratchFile()
    let run = try await ProgramRun(["run"] + words + ["--report", "json=\(file.path)"])
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    return Written(
      file: file, names: try ReportDocument(file.text).findings.compactMap { $0["name"]?.string })
  }
}
