// SPDX-License-Identifier: Apache-2.0
// Exit code 1, and the whole text that a person reads about a failed case.

import Testing

@Suite(.timeLimit(.minutes(30))) struct FaultTests {
  @Test(
    arguments: [
      ("gc-job-kind-lower-case", "ListGcTasks.shape.tasks.job_kind"),
      ("retention-body-nan", "ListInstanceRetentionPolicyExecTasks.shape.well-formed-json"),
      ("jobs-total-one-too-few", "ListInstanceJobs.paging.total"),
      ("webhook-id-decimal", "ListInstanceWebhookJobs.shape.jobs.id"),
      ("webhook-list-null", "ListInstanceWebhookJobs.paging.rows-equal-total"),
      ("webhook-offset-as-page-number", "ListInstanceWebhookJobs.paging"),
      ("jobs-body-utf16", "ListInstanceJobs"),
      ("jobs-root-array", "ListInstanceJobs"),
      ("jobs-created-201", "ListInstanceJobs"),
      ("jobs-updated-before-created", "ListInstanceJobs.relations"),
      ("replication-error-msg-names-password", "ListInstanceReplicationPolicyExecTasks.errors"),
      ("retention-start-time-february-30", "ListInstanceRetentionPolicyExecTasks"),
      ("retention-hostile-status-stack-trace", "ListInstanceRetentionPolicyExecTasks.filters"),
    ])
  func `a fault is told as its golden has it`(fault: String, only: String) async throws {
    let run = try await ProgramRun("--fault", fault, "--only", only, "--quiet")
    #expect(run.status == (fault == "jobs-updated-before-created" ? 0 : 1))
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
    #expect(run.output.contains("not as the tables have it"))
    #expect(run.summary.contains(" 0 warned, 0 failed, 0 inconclusive"))
    #expect(run.status == 0)
  }
}
