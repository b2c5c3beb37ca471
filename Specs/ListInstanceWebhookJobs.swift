// SPDX-License-Identifier: Apache-2.0
// What the page on the jobs of a webhook policy promises.

public import Contract

extension Contract.Operation {
  /// The deliveries of one webhook policy.
  public static let listInstanceWebhookJobs = Contract.Operation(
    "ListInstanceWebhookJobs",
    page: "000_a8239b7b46fee1be.txt",
    "lists the jobs of a webhook policy",
    path:
      "/v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/webhook/policies/{policy_id}/jobs",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .path("namespace_name", .string, fact: .namespaceName, "is the namespace of the policy"),
      .path("policy_id", .integer, fact: .webhookPolicyID, "is the webhook policy"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .filter(
        "status", by: "status", oneOf: SpecWords.policyTask, "keeps the jobs of one status"),
      .token(),
    ],
    paging: .offset(rows: "jobs", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the jobs of the policy, a page at a time",
        [
          .field("total", .count, .required, "counts the jobs that match, on all pages"),
          .field(
            "jobs", .arrayOfObjects(webhookJob), .required, null: .tolerated,
            "holds the jobs of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance, namespace or policy is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two jobs have one id"),
      .relation(
        .echo(field: "policy_id", parameter: "policy_id"), .must,
        "a job belongs to the policy that was asked for"),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "a job is not updated before it is created"),
    ],
    quirks: Quirk.webhookJobs + [
      .statusWords(in: "status", Side.families(own: .table("own-words", SpecWords.policyTask))),
      .idType(rows: "jobs"), .defaultLimit(own: 10, other: 100), .offsetMultiple(isDemanded: true),
      .fractionDigits(of: ["created_at", "updated_at"], example: "6"),
      .unknownInstance, .nulls,
    ] + Quirk.everywhere + Quirk.onOffsetPages + Quirk.onPagesOfPolicies
  )

  private static let webhookJob: [Field] = [
    .field("id", .integer, .required, "is the job's number"),
    .field("policy_id", .integer, .required, "is the policy that the job belongs to"),
    .field(
      "event_type",
      .string(
        .form(.upperSnake, .must),
        .usually(["PUSH_ARTIFACT"], known: SpecWords.harborEvents)),
      .required, "names the event that set the job off"),
    .field(
      "notify_type", .string(.usually(["http"], known: [])), .required,
      "names the way the receiver is told"),
    .field(
      "status",
      .oneOf(
        SpecWords.policyTask + ["Running", "Success", "Error"],
        tolerated: SpecWords.notificationJob),
      .required, "is the job's state"),
    .field("status_text", .string, .expected, null: .tolerated, "says why the job is in its state"),
    .field(
      "job_detail", .document(Document([], as: [.plain, .text])), .required,
      "holds what was delivered"),
    .field("created_at", .timestamp, .required, "is when the job was made"),
    .field("updated_at", .timestamp, .required, "is when the job last changed"),
  ]
}

extension SpecWords {
  /// The event names of Harbor that the service does not offer for new policies today.
  fileprivate static let harborEvents = [
    "PULL_ARTIFACT", "DELETE_ARTIFACT", "SCANNING_COMPLETED", "SCANNING_FAILED",
    "SCANNING_STOPPED", "QUOTA_EXCEED", "QUOTA_WARNING", "REPLICATION", "TAG_RETENTION",
    "UPLOAD_CHART", "DOWNLOAD_CHART", "DELETE_CHART",
  ]
}
