// SPDX-License-Identifier: Apache-2.0
// What the page on the executions of replication policies promises.

public import Contract

extension Contract.Operation {
  /// The runs of the replication policies of an instance.
  public static let listInstanceReplicationPolicyExecutions = Contract.Operation(
    "ListInstanceReplicationPolicyExecutions",
    page: "swr_03_1112.html",
    "lists the executions of replication policies",
    path:
      "/v2/{project_id}/instances/{instance_id}/replication/executions",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .filter(
        "policy_id", .integer, by: "policy_id", matching: .whole,
        "keeps the executions of one policy"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "executions", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the executions of the instance, a page at a time",
        [
          .field("total", .count, .required, "counts the executions that match, on all pages"),
          .field(
            "executions", .arrayOfObjects(execution), .required, null: .tolerated,
            "holds the executions of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two executions have one id"),
      .relation(
        .sum(field: "total", of: ["failed", "succeed", "in_progress", "stopped"]), .should,
        "every task of an execution is in one of four states", from: .sdk("Execution")),
      .relation(
        .counts(
          field: "total", in: "ListInstanceReplicationPolicyExecTasks", parameter: "execution_id",
          state: "status", words: []),
        .should, "total counts the tasks of the execution", from: .sdk("Execution")),
      .relation(
        .counts(
          field: "succeed", in: "ListInstanceReplicationPolicyExecTasks", parameter: "execution_id",
          state: "status", words: ["Succeed", "Success"]),
        .should, "succeed counts the tasks that are done", from: .sdk("Execution")),
      .relation(
        .counts(
          field: "failed", in: "ListInstanceReplicationPolicyExecTasks", parameter: "execution_id",
          state: "status", words: ["Failed", "Error"]),
        .should, "failed counts the tasks that have failed", from: .sdk("Execution")),
      .relation(
        .counts(
          field: "stopped", in: "ListInstanceReplicationPolicyExecTasks", parameter: "execution_id",
          state: "status", words: ["Stopped"]),
        .should, "stopped counts the tasks that were stopped", from: .sdk("Execution")),
      .relation(
        .counts(
          field: "in_progress", in: "ListInstanceReplicationPolicyExecTasks",
          parameter: "execution_id", state: "status",
          words: ["Initialized", "Pending", "InProgress", "Scheduled", "Running"]),
        .should, "in_progress counts the tasks that wait or run",
        from: .harbor("waiting and running tasks are counted together")),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "an execution is not updated before it is created"),
    ],
    quirks: []
  )

  private static let execution: [Field] = [
    .field("id", .integer, .required, "is the execution's number", from: .sdk("Execution")),
    .field(
      "policy_id", .integer, .required, holds: .should, "is the policy that was run",
      from: .sdk("Execution")),
    .field(
      "status",
      .string(.usually(SpecWords.retentionExecution, known: SpecWords.otherExecution)),
      .expected, holds: .should, "is the execution's state", from: .sdk("Execution")),
    .field(
      "status_text", .string, .optional, null: .allowed, holds: .should,
      "says why the execution is in its state", from: .sdk("Execution")),
    .field(
      "total", .count, .expected, holds: .should, "counts the tasks", from: .sdk("Execution")),
    .field(
      "failed", .count, .expected, holds: .should, "counts the tasks that have failed",
      from: .sdk("Execution")),
    .field(
      "succeed", .count, .expected, holds: .should, "counts the tasks that are done",
      from: .sdk("Execution")),
    .field(
      "in_progress", .count, .expected, holds: .should, "counts the tasks that wait or run",
      from: .sdk("Execution")),
    .field(
      "stopped", .count, .expected, holds: .should, "counts the tasks that were stopped",
      from: .sdk("Execution")),
    .field(
      "trigger", .string, .expected, holds: .should, "says what set the run off",
      from: .sdk("Execution")),
    .field(
      "created_at", .timestamp, .optional, holds: .should, "is when the run was made",
      from: .sdk("Execution")),
    .field(
      "updated_at", .timestamp, .optional, null: .allowed, holds: .should,
      "is when the run last changed", from: .sdk("Execution")),
  ]
}
