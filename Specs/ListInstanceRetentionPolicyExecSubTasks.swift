// SPDX-License-Identifier: Apache-2.0
// What the page on the sub-tasks of a retention task promises.

public import Contract

extension Contract.Operation {
  /// The versions that one task of a retention looked at.
  public static let listInstanceRetentionPolicyExecSubTasks = Contract.Operation(
    "ListInstanceRetentionPolicyExecSubTasks",
    page: "swr_03_1309.html",
    "lists the sub-tasks of a retention task",
    path:
      "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/retention/policies/{policy_id}/executions/{execution_id}/tasks/{task_id}/subtasks",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .path("namespace_name", .string, fact: .namespaceName, "is the namespace of the policy"),
      .path("policy_id", .integer, fact: .retentionPolicyID, "is the retention policy"),
      .path("execution_id", .integer, fact: .retentionExecutionID, "is one run of the policy"),
      .path("task_id", .integer, fact: .retentionTaskID, "is the task of one repository"),
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
            "sub_tasks", .arrayOfObjects(retentionSubTask), .required, null: .tolerated,
            "holds the sub-tasks of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(
        404, "the instance, namespace, policy, execution or task is not there", by: .unknownResource
      ),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two sub-tasks have one id"),
      .relation(
        .echo(field: "namespace", parameter: "namespace_name"), .should,
        "a sub-task belongs to the namespace that was asked for", from: .sdk("Subtask.namespace")),
    ],
    quirks: []
  )

  private static let retentionSubTask: [Field] = [
    .field("id", .integer, .required, "is the sub-task's number", from: .sdk("Subtask")),
    .field(
      "job_id", .integer, .expected, holds: .should, "is the sub-task's id in the job service",
      from: .sdk("Subtask")),
    .field(
      "namespace", .string, .expected, holds: .should, "is the namespace of the artifact",
      from: .sdk("Subtask")),
    .field(
      "repository", .string, .expected, holds: .should, "is the repository of the artifact",
      from: .sdk("Subtask")),
    .field(
      "tag", .string, .expected, holds: .should, "is the tag of the artifact",
      from: .sdk("Subtask")),
    .field(
      "digest", .string, .expected, holds: .should, "is the digest of the artifact",
      from: .sdk("Subtask")),
    .field(
      "action", .string, .expected, holds: .should, "is what was done with it",
      from: .sdk("Subtask")),
    .field(
      "status", .oneOf(SpecWords.policyTask, tolerated: SpecWords.jobService), .required,
      holds: .should, "is the sub-task's state", from: .sdk("Subtask.status")),
    .field(
      "status_text", .string, .optional, null: .allowed, holds: .should,
      "says why it is in its state",
      from: .sdk("Subtask")),
    .field(
      "op_time", .timestamp, .expected, null: .tolerated, holds: .should, "is when it was done",
      from: .sdk("Subtask")),
  ]
}
