// SPDX-License-Identifier: Apache-2.0
// Runs `run --targets` on targets that share a host, and with it what the host may be asked.

import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct FleetRunTests {
  /// Judges two targets of one mock, the second at an endpoint that is spelled in another way.
  private func judge(
    _ words: String..., check: (ProgramRun, [JSONValue]) throws -> Void
  ) async throws {
    try await MockProcess.serve { mock in
      let port = mock.endpoint.split(separator: ":").last ?? ""
      let file = try mock.file(with: [
        "targets": """
        {"a": {"endpoint": "http://localhost:\(port)"},
         "b": {"endpoint": "HTTP://LocalHost:\(port)/"}}
        """
      ])
      let run = try await ProgramRun(
        ["run", "--targets", file.path, "--only", "ListGcTasks.shape", "--report", "json=-"]
          + words)
      let root = try ReportDocument(run.output).root
      try check(run, try #require(root["targets"]).elements.map(\.self))
    }
  }

  @Test func `a target for which the host may be asked no more is not called badly described`()
    async throws
  {
    var plan = 0
    try await judge("--max-requests", "1") { run, rows in
      #expect(run.status == 2 && rows.map { $0["exit"]?.raw } == ["2", "2"])
      let need = rows.first?["problem"]?.string?.firstMatch(of: #/plan needs (\d+) requests/#)
      plan = try #require(need.flatMap { Int($0.output.1) })
    }
    try await judge("--max-requests", "\(plan + 1)") { run, rows in
      #expect(run.status == 3)
      #expect(rows.map { $0["exit"]?.raw } == ["0", "3"])
      let had = rows.first?["requests"]?.raw ?? ""
      let problem =
        "not asked to the end: the plan needs \(plan) requests if each list has 40 rows, and "
        + "--max-requests allows \(plan + 1), of which the host has had \(had); narrow it"
      #expect(rows.last?["problem"]?.string?.hasPrefix(problem) == true, "\(rows)")
    }
    try await judge { run, _ in #expect(run.status == 0, "\(run.errors)") }
  }
}
