// SPDX-License-Identifier: Apache-2.0
// What the page on the replication policies of an instance promises.

public import Contract

extension Contract.Operation {
  /// The policies by which an instance copies artifacts from and to other registries.
  public static let listInstanceReplicationPolicies = Contract.Operation(
    "ListInstanceReplicationPolicies",
    page: "swr_03_1107.html",
    "lists the replication policies of an instance",
    path:
      "/v2/{project_id}/instances/{instance_id}/replication/policies",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .order(
        "order_column", by: ["created_at", "updated_at", "name"],
        "is the field that the rows are sorted by"),
      .direction(
        "order_type", ascending: "asc", descending: "desc", "is the direction of the order"),
      .filter("name", by: "name", matching: .wholeOrPart, "keeps the policies of a name"),
      .filter(
        "registry_id", .integer, by: "dest_registry.id", or: "src_registry.id", matching: .whole,
        "keeps the policies of one registry, which may be the source or the destination"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "policies", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the policies of the instance, a page at a time",
        [
          .field("total", .count, .required, "counts the policies that match, on all pages"),
          .field(
            "policies", .arrayOfObjects(replicationPolicy), .required, null: .tolerated,
            "holds the policies of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two policies have one id"),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "a policy is not updated before it is created"),
    ],
    quirks: []
  )

  private static let replicationPolicy: [Field] = [
    .field("id", .integer, .required, "is the policy's number"),
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the policy's name"),
    .field("description", .string, .optional, null: .allowed, "says what the policy is for"),
    .field(
      "src_registry", .object(registry), .optional, null: .allowed,
      "is where artifacts come from"),
    .field(
      "dest_registry", .object(registry), .optional, null: .allowed, "is where artifacts go"),
    .field("dest_namespace", .string, .optional, null: .allowed, "is the namespace they go to"),
    .field(
      "filters", .arrayOfObjects(replicationFilter), .expected, null: .tolerated,
      "says which artifacts are meant"),
    .field("repo_scope_mode", .string, .expected, "says how repositories are named"),
    .field(
      "trigger", .object(replicationTrigger), .expected, null: .tolerated, "says when it runs"),
    .field("override", .boolean, .expected, "says whether what is there is replaced"),
    .field("enabled", .boolean, .expected, "says whether the policy is in force"),
    .field("created_at", .timestamp, .expected, "is when the policy was made"),
    .field("updated_at", .timestamp, .expected, "is when the policy last changed"),
  ]
  private static let registry: [Field] = [
    .field(
      "id", .integer, .expected, "is the registry's number", from: .sdk("ReplicationRegistry"))
  ]

  private static let replicationFilter: [Field] = [
    .field(
      "type", .string(.usually(["name", "tag"], known: ["label", "resource"])), .expected,
      "is what is compared", from: .sdk("Filter")),
    .field("value", .string, .expected, "is what it is compared with", from: .sdk("Filter")),
  ]

  /// When a policy runs.
  private static let replicationTrigger: [Field] = [
    .field(
      "type", .string, .optional, holds: .should, "says what sets the policy off",
      from: .sdk("TriggerConfig")),
    .field(
      "trigger_settings",
      .object([
        .field(
          "cron", .string, .optional, null: .allowed, holds: .should, "is the schedule",
          from: .sdk("TriggerSetting"))
      ]), .optional, null: .allowed, holds: .should, "holds the schedule",
      from: .sdk("TriggerConfig")),
  ]
}
