// SPDX-License-Identifier: Apache-2.0
// What the page on the sub-tasks of a replication task promises.

public import Contract

extension Contract.Operation {
  /// The artifacts that one task of a replication copies.
  public static let listInstanceReplicationPolicyExecSubTasks = Contract.Operation(
    "ListInstanceReplicationPolicyExecSubTasks",
    page: "swr_03_1115.html",
    "lists the sub-tasks of a replication task",
    path:
      "/v2/{project_id}/instances/{instance_id}/replication/executions/{execution_id}/tasks/{task_id}/subtasks",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .path("execution_id", .integer, fact: .replicationExecutionID, "is one run of a policy"),
      .path("task_id", .integer, fact: .replicationTaskID, "is the task of one resource"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .filter(
        "status", by: "status", oneOf: SpecWords.policyTask, "keeps the sub-tasks of one status"),
      .token(),
    ],
    paging: .offset(rows: "sub_tasks", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the sub-tasks of the task, a page at a time",
        [
          .field("total", .count, .required, "counts the sub-tasks that match, on all pages"),
          .field(
            "sub_tasks", .arrayOfObjects(replicationSubTask), .required, null: .tolerated,
            "holds the sub-tasks of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance, execution or task is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two sub-tasks have one id"),
      .relation(
        .notBefore(field: "end_time", earlier: "start_time"), .should,
        "a sub-task does not end before it starts"),
      .relation(
        .zeroTimeWhileUnfinished(field: "end_time", state: "status", final: SpecWords.final),
        .should, "a finished sub-task has an end time",
        from: .harbor("a task that has not ended carries the zero time")),
      .relation(
        .zeroTimeUntilFinished(
          field: "end_time", state: "status", unfinished: SpecWords.unfinished),
        .should, "a sub-task that runs has no end time",
        from: .harbor("a task that has not ended carries the zero time")),
    ],
    quirks: []
  )

  private static let replicationSubTask: [Field] = [
    .field("id", .integer, .required, "is the sub-task's number", from: .sdk("SubtaskDetail")),
    .field(
      "job_id", .string, .expected, holds: .should, "is the sub-task's id in the job service",
      from: .sdk("SubtaskDetail")),
    .field(
      "namespace", .string, .expected, holds: .should, "is the namespace of the artifact",
      from: .sdk("SubtaskDetail")),
    .field(
      "repository", .string, .expected, holds: .should, "is the repository of the artifact",
      from: .sdk("SubtaskDetail")),
    .field(
      "tag", .string, .expected, holds: .should, "is the tag of the artifact",
      from: .sdk("SubtaskDetail")),
    .field(
      "digest", .string, .expected, holds: .should, "is the digest of the artifact",
      from: .sdk("SubtaskDetail")),
    .field(
      "status", .oneOf(SpecWords.policyTask, tolerated: SpecWords.jobService), .required,
      holds: .should, "is the sub-task's state", from: .sdk("SubtaskDetail.status")),
    .field(
      "status_text", .string, .optional, null: .allowed, holds: .should,
      "says why it is in its state",
      from: .sdk("SubtaskDetail")),
    .field(
      "start_time", .timestamp, .expected, null: .tolerated, holds: .should, "is when it started",
      from: .sdk("SubtaskDetail")),
    .field(
      "end_time", .timestamp, .expected, null: .tolerated, holds: .should, "is when it ended",
      from: .sdk("SubtaskDetail")),
  ]
}
