// SPDX-License-Identifier: Apache-2.0
// `run --record` and `judge`: the same verdicts once the endpoint is gone, or why there are none.

import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct JudgeTests {
  @Test func `a recording without one answer is green for nobody`() async throws {
    let file = try ScratchFile(
      #"{"log":{"entries":[{"request":{"method":"GET","url":"https://swr.example.com/v2/p/jobs?limit=9"},"#
        + #""response":{"status":0}}]}}"#)
    let run = try await ProgramRun(
      "judge", file.path, "--only", "ListInstanceJobs", "--allow-empty", "--allow-skipped",
      "foreign_project_id")
    #expect(run.status == 4 && run.summary.contains("0 passed"), "\(run.output)")
  }

  @Test func `a live run is judged the same when its endpoint is gone`() async throws {
    let (target, recording, report) = (ScratchFile(), ScratchFile(), ScratchFile())
    var token = ""
    try await MockProcess.serve("--fault", "jobs-total-one-too-few") { mock in
      token = mock.token
      let file = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun(
        "run", "--target", file.path, "--only", "ListInstanceJobs", "--record", recording.path,
        "--report", "json=\(target.path)")
      #expect(run.status == 1)
    }
    let judge = try await ProgramRun("judge", recording.path, "--report", "json=\(report.path)")
    #expect(judge.status == 1)
    #expect(judge.errors == "")
    #expect(judge.output.contains(" · a recording"))
    let (first, again) = (try ReportDocument(target.text), try ReportDocument(report.text))
    #expect(again.root["cases"]?.raw == first.root["cases"]?.raw)
    #expect(again.requests == first.requests)
    #expect(again.root["target"]?["mode"]?.string == "recorded")
    #expect(!(try recording.text.contains(token)))
  }

  @Test func `what is typed narrows what is judged`() async throws {
    let recording = ScratchFile()
    _ = try await ProgramRun("--only", "ListGcTasks.shape", "--record", recording.path)
    let some = try await ProgramRun("judge", recording.path, "--only", "ListGcTasks.shape.tasks.id")
    #expect(some.summary.hasPrefix("cases: 2 passed, 0 warned"))
    let other = try await ProgramRun("judge", recording.path, "--only", "ListInstanceJobs.shape")
    #expect(other.status == 4)
    #expect(other.output.contains("not recorded"))
  }

  @Test func `a file that is no recording ends in exit code 2`() async throws {
    let file = try ScratchFile(#"{"log": {"entries": [}}"#)
    let run = try await ProgramRun("judge", file.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("is not JSON: value expected at byte 21"))
    #expect(try await ProgramRun("judge").errors.contains("judge needs a file"))
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 3, 4], "is a ZIP archive; unpack it"),
      ([0x1F, 0x8B, 8, 0], "is compressed with gzip; unpack it first"),
      ([0xFF, 0xFE, 0x7B, 0], "is UTF-16; save it as UTF-8"),
      ([0x7B, 0, 0x22, 0], "is UTF-16; save it as UTF-8"),
      ([0xFF, 0xFE, 0, 0], "is UTF-32; save it as UTF-8"),
      ([0x28, 0xB5, 0x2F, 0xFD], "is no JSON, and so no HAR file; export it as HAR 1.2"),
    ] as [([UInt8], String)])
  func `what is no text says what it is`(opening: [UInt8], words: String) async throws {
    let file = ScratchFile()
    try Data(opening).write(to: URL(filePath: file.path))
    let run = try await ProgramRun("judge", file.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(words))
  }

  @Test func `a recording that cannot be written ends in exit code 2`() async throws {
    let run = try await ProgramRun("--only", "ListGcTasks.shape", "--record", "/dev/full")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write /dev/full: no space is left"))
    #expect(run.summary.contains("0 failed"))
  }
}
