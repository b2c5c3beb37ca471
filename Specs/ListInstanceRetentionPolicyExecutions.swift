// SPDX-License-Identifier: Apache-2.0
// What the page on the executions of a retention policy promises.

public import Contract

extension Contract.Operation {
  /// The runs of one retention policy.
  public static let listInstanceRetentionPolicyExecutions = Contract.Operation(
    "ListInstanceRetentionPolicyExecutions",
    page: "swr_03_1307.html",
    "lists the executions of a retention policy",
    path:
      "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/retention/policies/{policy_id}/executions",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .path("namespace_name", .string, fact: .namespaceName, "is the namespace of the policy"),
      .path("policy_id", .integer, fact: .retentionPolicyID, "is the retention policy"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "executions", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the executions of the policy, a page at a time",
        [
          .field("total", .count, .required, "counts the executions, on all pages"),
          .field(
            "executions", .arrayOfObjects(retentionExecution), .required, null: .tolerated,
            "holds the executions of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance, namespace or policy is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two executions have one id"),
      .relation(
        .echo(field: "policy_id", parameter: "policy_id"), .must,
        "an execution belongs to the policy that was asked for"),
      .relation(
        .notBefore(field: "end_time", earlier: "start_time"), .should,
        "an execution does not end before it starts"),
      .relation(
        .zeroTimeWhileUnfinished(field: "end_time", state: "status", final: SpecWords.final),
        .should, "a finished execution has an end time",
        from: .harbor("an execution that has not ended carries the zero time")),
      .relation(
        .zeroTimeUntilFinished(
          field: "end_time", state: "status", unfinished: SpecWords.unfinished),
        .should, "an execution that runs has no end time",
        from: .harbor("an execution that has not ended carries the zero time")),
    ],
    quirks: []
  )

  private static let retentionExecution: [Field] = [
    .field("id", .integer, .required, "is the execution's number"),
    .field("policy_id", .integer, .required, "is the policy that was run"),
    .field("dry_run", .boolean, .expected, "says whether the run only pretends"),
    .field(
      "status", .oneOf(SpecWords.retentionExecution, tolerated: SpecWords.otherExecution),
      .required, "is the execution's state", from: .sdk("RetentionExecution.status")),
    .field(
      "trigger", .string(.form(.nonEmpty, .should)), .expected, "says what set the run off"),
    .field("start_time", .timestamp, .expected, null: .tolerated, "is when the run started"),
    .field("end_time", .timestamp, .expected, null: .tolerated, "is when the run ended"),
  ]
}
