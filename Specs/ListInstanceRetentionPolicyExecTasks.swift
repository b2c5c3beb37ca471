// SPDX-License-Identifier: Apache-2.0
// What the page on the tasks of a retention execution promises.

public import Contract

extension Contract.Operation {
  /// The tasks of one execution of a retention policy, one for each repository.
  public static let listInstanceRetentionPolicyExecTasks = Contract.Operation(
    "ListInstanceRetentionPolicyExecTasks",
    page: "002_35e9cb7cf60463c9.txt",
    "lists the tasks of an execution of a retention policy",
    path:
      "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/retention/policies/{policy_id}/executions/{execution_id}/tasks",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .path("namespace_name", .string, fact: .namespaceName, "is the namespace of the policy"),
      .path("policy_id", .integer, fact: .retentionPolicyID, "is the retention policy"),
      .path("execution_id", .integer, fact: .retentionExecutionID, "is one run of the policy"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .filter(
        "status", by: "status", oneOf: SpecWords.policyTask, "keeps the tasks of one status"),
      .token(),
    ],
    paging: .offset(rows: "tasks", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the tasks of the execution, a page at a time",
        [
          .field("total", .count, .required, "counts the tasks that match, on all pages"),
          .field(
            "tasks", .arrayOfObjects(retentionTask), .required, null: .tolerated,
            "holds the tasks of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(
        404, "the instance, namespace, policy or execution is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two tasks have one id"),
      .relation(
        .echo(field: "execution_id", parameter: "execution_id"), .must,
        "a task belongs to the execution that was asked for"),
      .relation(
        .atMost(field: "retained", of: "total"), .must,
        "no more versions are retained than there were"),
      .relation(.notNegative(field: "total"), .must, "a count of versions is 0 or more"),
      .relation(.notNegative(field: "retained"), .must, "a count of versions is 0 or more"),
      .relation(
        .notBefore(field: "end_time", earlier: "start_time"), .should,
        "a task does not end before it starts"),
      .relation(
        .zeroTimeWhileUnfinished(field: "end_time", state: "status", final: SpecWords.final),
        .should, "a finished task has an end time",
        from: .harbor("a task that has not ended carries the zero time")),
      .relation(
        .zeroTimeUntilFinished(
          field: "end_time", state: "status", unfinished: SpecWords.unfinished),
        .should, "a task that runs or waits has no end time",
        from: .harbor("the end time is cleared when a task runs again")),
      .relation(
        .code(field: "status_code", follows: "status", codes: SpecWords.codes), .should,
        "the code goes with the word of the status",
        from: .harbor("job service, status codes")),
    ],
    quirks: Quirk.retentionTasks + [
      .statusWords(in: "status", Side.families(own: .table("own-words", SpecWords.policyTask))),
      .idType(rows: "tasks"), .defaultLimit(own: 10, other: 100), .offsetMultiple(isDemanded: true),
      .fractionDigits(of: ["start_time", "end_time"], example: "0"),
      .unknownInstance, .nulls,
    ] + Quirk.everywhere + Quirk.onOffsetPages + Quirk.onPagesOfPolicies
  )

  private static let retentionTask: [Field] = [
    .field("id", .integer, .required, "is the task's number"),
    .field("execution_id", .integer, .required, "is the execution that the task belongs to"),
    .field("repository", .string, .required, "names the repository that was cleaned"),
    .field(
      "job_id", .string(.form(.jobServiceID, .should)), .required,
      "is the task's id in the job service"),
    .field(
      "status", .oneOf(SpecWords.policyTask, tolerated: SpecWords.jobService), .required,
      "is the task's state"),
    .field("status_code", .integer(usually: 0...3), .required, "is the task's state as a number"),
    .field(
      "status_revision", .integer, .expected, "is when the state was last reset, in epoch seconds"),
    .field("start_time", .timestamp, .required, null: .tolerated, "is when the task started"),
    .field("end_time", .timestamp, .required, null: .tolerated, "is when the task ended"),
    .field("total", .integer, .required, "counts the versions that the task looked at"),
    .field("retained", .integer, .required, "counts the versions that the task kept"),
  ]
}
