// SPDX-License-Identifier: Apache-2.0
// Runs `diff` on the reports of two runs and on files that are none.

import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct DiffTests {
  private func report(_ words: String...) async throws -> ScratchFile {
    let file = ScratchFile()
    _ = try await ProgramRun(
      ["--only", "ListGcTasks.shape", "--report", "json=\(file.path)"] + words)
    return file
  }

  @Test func `what broke ends in exit code 1, and the way back in 0`() async throws {
    let (healthy, ill) = (try await report(), try await report("--fault", "gc-id-string"))
    let worse = try await ProgramRun("diff", healthy.path, ill.path)
    #expect(worse.status == 1)
    #expect(worse.output.contains("\nbroke\n  ListGcTasks.shape.tasks.id  passed → failed\n"))
    #expect(worse.summary.hasSuffix("exit 1: something broke or vanished"))
    let better = try await ProgramRun("diff", ill.path, healthy.path)
    #expect(better.status == 0)
    #expect(better.output.contains("\nfixed\n"))
    let json = try await ProgramRun("diff", "--json", healthy.path, ill.path)
    #expect(try ReportDocument(json.output).root["worse"]?.bool == true)
    let markdown = try await ProgramRun("diff", healthy.path, ill.path, "--md")
    #expect(markdown.output.hasPrefix("## Something broke or vanished"))
  }

  @Test func `files that cannot be compared end in exit code 2`() async throws {
    let healthy = try await report()
    let later = try ScratchFile(#"{"schema": "swr-conformance.report/9"}"#)
    let part = try await report("--shard", "3/8")
    let cases = [
      ([healthy.path, healthy.path], "are the same file; name each once"),
      ([healthy.path, later.path], "is of schema \"swr-conformance.report/9\""),
      ([healthy.path, part.path], "\(part.path) is shard 3/8 of a run, so most cases would"),
      (["--trend", healthy.path, part.path], "\(part.path) is shard 3/8 of a run, so most cases"),
      ([healthy.path, "none/there.json"], "none/there.json cannot be read"),
      ([healthy.path], "diff needs two files; write swr-conformance diff OLD.json NEW.json"),
      ([healthy.path, later.path, "c"], "diff does not take more than two files"),
      ([healthy.path, later.path, "--md", "--json"], "keep one of them"),
    ]
    for (words, complaint) in cases {
      let run = try await ProgramRun(["diff"] + words)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(complaint))
    }
  }
}
