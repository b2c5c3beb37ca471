// SPDX-License-Identifier: Apache-2.0
// Baselines through the program: what was accepted stays accepted, and nothing else does.

import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct BaselineRunTests {
  /// A registry that breaks three promises and is otherwise healthy.
  private static let oddity = ["--quirk", "jobs-default-limit-100=10"]

  private static func accepted() async throws -> ScratchFile {
    let file = ScratchFile()
    let run = try await ProgramRun(oddity + ["--write-baseline", file.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("\(file.path) accepts 3 findings for 90 days; write down why"))
    return file
  }

  @Test func `what a baseline accepts does not fail the next run, and is counted`() async throws {
    let file = try await Self.accepted()
    let run = try await ProgramRun(Self.oddity + ["--baseline", file.path])
    #expect(run.status == 0)
    #expect(run.output.contains("3 findings are suppressed by the baseline"))
  }

  @Test func `what a baseline accepts lowers no coverage that is asked for`() async throws {
    let file = try await Self.accepted()
    let run = try await ProgramRun(
      Self.oddity + [
        "--only", "ListGcTasks.shape", "--min-coverage", "100%", "--baseline", file.path,
      ]
    )
    #expect(run.status == 4)
    #expect(run.words.contains("--min-coverage asks for 100 %"))
  }

  @Test func `a filter value that is refused afterwards is still caught`() async throws {
    let file = try await Self.accepted()
    let run = try await ProgramRun(
      Self.oddity + ["--fault", "jobs-filter-refuses-creating", "--baseline", file.path])
    #expect(run.status == 1)
    #expect(run.output.contains("ListInstanceJobs.filters.status.Creating"))
    #expect(run.output.contains("3 findings are suppressed by the baseline"))
  }

  @Test func `what is mended is told, and pruned when that is asked for`() async throws {
    let file = try await Self.accepted()
    let healthy = try await ProgramRun("--baseline", file.path)
    #expect(healthy.status == 0)
    #expect(
      healthy.words.contains(
        "notice entry 1 of the baseline (ListInstanceJobs.paging.default-page-size, received "
          + "10 rows) is gone: remove it, or use --prune-baseline"))
    _ = try await ProgramRun("--baseline", file.path, "--prune-baseline")
    let pruned = try JSONDocument(parsing: Array(try file.text.utf8)).root
    #expect(pruned["entries"]?.count == 0)
  }

  @Test func `an entry that has expired fails the run and says when`() async throws {
    let file = try await Self.accepted()
    let day = try #require(
      JSONDocument(parsing: Array(try file.text.utf8)).root["entries"]?[0]?["expires"]?.string)
    let late = try ScratchFile(try file.text.replacing(day, with: "2020-02-29"))
    let run = try await ProgramRun(Self.oddity + ["--baseline", late.path])
    #expect(run.status == 1)
    #expect(run.words.contains("the baseline accepted this until 2020-02-29"))
  }

  @Test func `a baseline that cannot be used ends in exit code 2 before anything is asked`()
    async throws
  {
    let file = try ScratchFile("{}")
    let run = try await ProgramRun("--baseline", file.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("has no schema and no entries; start one with --write-baseline"))
    let taken = try await ProgramRun("--write-baseline", file.path)
    #expect(taken.status == 2)
    #expect(taken.errors.contains("is there already; name another file"))
    let lone = try await ProgramRun("--prune-baseline")
    #expect(lone.errors.contains("--prune-baseline rewrites the file behind --baseline; name it"))
  }
}
