// SPDX-License-Identifier: Apache-2.0
// What the page on the tasks of a replication execution promises.

public import Contract

extension Contract.Operation {
  /// The tasks of one execution of a replication policy.
  public static let listInstanceReplicationPolicyExecTasks = Contract.Operation(
    "ListInstanceReplicationPolicyExecTasks",
    page: "004_beefd26005b3a4c0.txt",
    "lists the tasks of an execution of a replication policy",
    path: "/v2/{project_id}/instances/{instance_id}/replication/executions/{execution_id}/tasks",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .path("execution_id", .integer, fact: .replicationExecutionID, "is one run of a policy"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "tasks", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the tasks of the execution, a page at a time",
        [
          .field("total", .count, .required, "counts the tasks, on all pages"),
          .field(
            "tasks", .arrayOfObjects(replicationTask), .required, null: .tolerated,
            "holds the tasks of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance or execution is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two tasks have one id"),
      .relation(
        .echo(field: "execution_id", parameter: "execution_id"), .must,
        "a task belongs to the execution that was asked for"),
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
    ],
    quirks: Quirk.replicationTasks + [
      .statusWords(
        in: "status", Side.families(own: .example("own-words", SpecWords.policyTask))),
      .idType(rows: "tasks"), .defaultLimit(own: 10, other: 100), .offsetMultiple(isDemanded: true),
      .fractionDigits(of: ["start_time", "end_time"], example: "varied"),
      .unknownInstance, .nulls,
    ] + Quirk.everywhere + Quirk.onOffsetPages + Quirk.onPagesOfPolicies
  )

  private static let replicationTask: [Field] = [
    .field("id", .integer, .required, "is the task's number"),
    .field("execution_id", .integer, .required, "is the execution that the task belongs to"),
    .field(
      "resource_type", .string(.usually(["artifact", "image", "chart"], known: [])), .required,
      "says what is replicated"),
    .field(
      "src_resource", .document(Document(resource, as: [.plain, .text])), .required,
      "describes what is copied"),
    .field(
      "dst_resource", .document(Document(resource, as: [.plain, .text])), .required,
      "describes where it is copied to"),
    .field(
      "operation", .string(.usually(["copy", "deletion", "tag deletion"], known: [])), .required,
      "says what is done with the resource"),
    .field(
      "job_id", .string(.form(.jobServiceID, .should)), .required,
      "is the task's id in the job service"),
    .field(
      "status",
      .oneOf(SpecWords.policyTask, tolerated: SpecWords.jobService), .required,
      "is the task's state"),
    .field(
      "StatusRevision", .integer, .expected, "is when the state was last reset, in epoch seconds"),
    .field("start_time", .timestamp, .required, null: .tolerated, "is when the task started"),
    .field("end_time", .timestamp, .required, null: .tolerated, "is when the task ended"),
  ]

  /// The resource inside the text of `src_resource`, as Harbor writes it.
  private static let resource: [Field] = [
    .field(
      "type", .string, .optional, holds: .should, "says what the resource is",
      from: .harbor("model.Resource")),
    .field(
      "metadata", .object(resourceMetadata), .optional, null: .allowed, holds: .should,
      "describes the repository and its artifacts", from: .harbor("model.Resource")),
    .field(
      "deleted", .boolean, .optional, holds: .should, "says whether the resource is gone",
      from: .harbor("model.Resource")),
    .field(
      "is_delete_tag", .boolean, .optional, holds: .should, "says whether only a tag is removed",
      from: .harbor("model.Resource")),
    .field(
      "override", .boolean, .optional, holds: .should, "says whether the target is replaced",
      from: .harbor("model.Resource")),
    .field(
      "registry", .object([]), .optional, null: .allowed, holds: .note,
      "names the registry", from: .harbor("model.Resource")),
    .field(
      "extended_info", .object([]), .optional, null: .allowed, holds: .note,
      "carries what an adapter adds", from: .harbor("model.Resource")),
  ]

  private static let resourceMetadata: [Field] = [
    .field(
      "repository",
      .object([
        .field(
          "name", .string, .optional, holds: .should, "is namespace and repository",
          from: .harbor("model.Repository")),
        .field(
          "metadata", .object([]), .optional, null: .allowed, holds: .note,
          "holds the settings of the project", from: .harbor("model.Repository")),
      ]), .optional, null: .allowed, holds: .should, "names the repository",
      from: .harbor("model.ResourceMetadata")),
    .field(
      "artifacts",
      .arrayOfObjects([
        .field(
          "type", .string, .optional, holds: .should, "says what the artifact is",
          from: .harbor("model.Artifact")),
        .field(
          "digest", .string, .optional, holds: .should, "is the digest of the artifact",
          from: .harbor("model.Artifact")),
        .field(
          "labels", .array(of: .string), .optional, null: .allowed, holds: .should,
          "lists the labels of the artifact", from: .harbor("model.Artifact")),
        .field(
          "tags", .array(of: .string), .optional, null: .allowed, holds: .should,
          "lists the tags of the artifact", from: .harbor("model.Artifact")),
      ]), .optional, null: .allowed, holds: .should, "lists the artifacts",
      from: .harbor("model.ResourceMetadata")),
    .field(
      "v_tags", .array(of: .string), .optional, null: .allowed, holds: .note,
      "lists tags of a kind without artifacts", from: .harbor("model.ResourceMetadata")),
  ]
}
