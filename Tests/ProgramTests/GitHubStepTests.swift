// SPDX-License-Identifier: Apache-2.0
// What the program tells GitHub when a workflow runs it, and what it does not do elsewhere.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct GitHubStepTests {
  private static let words = [
    "run", "--fault", "gc-job-kind-lower-case", "--only", "ListGcTasks.shape.tasks.job_kind",
  ]

  @Test func `on GitHub literals are annotated and the step has a summary`() async throws {
    let summary = try ScratchFile("# An earlier line\n")
    let run = try await ProgramRun(
      Self.words, environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary.path])
    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(
      run.output.contains(
        "\n::error file=Specs/ListGcTasks.swift,line=72,"
          + "title=ListGcTasks.shape.tasks.job_kind::/tasks/0/job_kind differs in case"))
    #expect(try summary.text.hasPrefix("# An earlier line\n## A case failed\n"))
  }

  @Test func `a report for programs has standard output to itself`() async throws {
    let run = try await ProgramRun(
      Self.words + ["--report", "json=-"], environment: ["GITHUB_ACTIONS": "true"])
    #expect(try ReportDocument(run.output).exit == "1")
    #expect(run.errors.hasPrefix("::error file=Specs/ListGcTasks.swift,line="))
  }

  @Test func `commands that were asked for are not told twice`() async throws {
    let run = try await ProgramRun(
      Self.words + ["--report", "github=-"], environment: ["GITHUB_ACTIONS": "true"])
    #expect(run.lines.map { $0.prefix(8) } == ["::error ", "::notice"])
    #expect(run.errors == "")
  }

  @Test func `a summary that cannot be written is told and keeps the exit code`() async throws {
    let folder = FileManager.default.temporaryDirectory.path
    let run = try await ProgramRun(
      Self.words, environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("swr-conformance: cannot append to \(folder): "))
  }

  @Test func `elsewhere nothing is told to GitHub`() async throws {
    let summary = ScratchFile()
    let run = try await ProgramRun(Self.words, environment: ["GITHUB_STEP_SUMMARY": summary.path])
    #expect(!run.output.contains("::error"))
    #expect(!FileManager.default.fileExists(atPath: summary.path))
  }
}
