// SPDX-License-Identifier: Apache-2.0
// Exit code 1, and the whole text that a person reads about a failed case.

import Testing

@Suite(.timeLimit(.minutes(2))) struct FaultTests {
  @Test(
    arguments: [
      ("gc-job-kind-lower-case", "ListGcTasks.shape.tasks.job_kind"),
      ("retention-body-nan", "ListInstanceRetentionPolicyExecTasks.shape.well-formed-json"),
      ("jobs-total-one-too-few", "ListInstanceJobs.paging.total"),
      ("webhook-id-decimal", "ListInstanceWebhookJobs.shape.jobs.id"),
    ])
  func `a fault is told as its golden has it`(fault: String, only: String) async throws {
    let run = try await ProgramRun("--fault", fault, "--only", only, "--quiet")
    #expect(run.status == 1)
    #expect(run.errors == "")
    try Golden("\(fault).txt").expect(run.output)
  }

  @Test func `a warning fails a strict run only`() async throws {
    let words = ["--variant", "retention-success-word", "--only", "ListInstanceRetention"]
    let lenient = try await ProgramRun(words)
    #expect(lenient.summary.contains("0 failed"))
    #expect(!lenient.summary.contains(" 0 warned"))
    #expect(lenient.status == 0)
    #expect(try await ProgramRun(words + ["--strict"]).status == 1)
  }

  @Test func `a quirk never fails, not even a strict run`() async throws {
    let run = try await ProgramRun("--strict", "--claim", "quirks")
    #expect(run.lines.contains("quirks"))
    #expect(!run.summary.contains(" 0 warned"))
    #expect(run.summary.contains(" 0 failed, 0 inconclusive"))
    #expect(run.status == 0)
  }
}
