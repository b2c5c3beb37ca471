// SPDX-License-Identifier: Apache-2.0
// What the page on the webhook policies of an instance promises.

public import Contract

extension Contract.Operation {
  /// The policies by which an instance calls somebody when something happens.
  public static let listInstanceWebhooks = Contract.Operation(
    "ListInstanceWebhooks",
    page: "swr_03_0902.html",
    "lists the webhook policies of an instance",
    path:
      "/v2/{project_id}/instances/{instance_id}/webhook/policies",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .order(
        "order_column", by: ["created_at", "updated_at", "name"],
        "is the field that the rows are sorted by"),
      .direction(
        "order_type", ascending: "asc", descending: "desc", "is the direction of the order"),

      .filter("name", by: "name", matching: .part, "keeps the policies with that in their name"),
      .filter(
        "namespace_id", .integer, by: "namespace_id", matching: .whole,
        "keeps the policies of one namespace"),
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
            "policies", .arrayOfObjects(webhookPolicy), .required, null: .tolerated,
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

  private static let webhookPolicy: [Field] = [
    .field("id", .integer, .required, "is the policy's number"),
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the policy's name"),
    .field("description", .string, .optional, null: .allowed, "says what the policy is for"),
    .field("targets", .arrayOfObjects(target), .expected, "holds who is called"),
    .field("event_types", .array(of: .string), .expected, "lists the events"),
    .field("enabled", .boolean, .expected, "says whether the policy is in force"),
    .field("namespace_id", .integer, .expected, "is the number of the policy's namespace"),
    .field("namespace_name", .string, .expected, "is the policy's namespace"),
    .field("creator", .string, .optional, "is who made the policy"),
    .field("created_at", .timestamp, .expected, "is when the policy was made"),
    .field("updated_at", .timestamp, .expected, "is when the policy last changed"),
    .field(
      "scope_rules", .arrayOfObjects(scopeRule), .optional, null: .allowed, holds: .should,
      "says which artifacts are meant", from: .sdk("WebhookPolicyDetail")),
  ]
  private static let target: [Field] = [
    .field(
      "type", .string, .expected, "is the way the receiver is called", from: .sdk("Target")),
    .field("address", .string, .expected, "is where the receiver is", from: .sdk("Target")),
    .field(
      "auth_header", .string, .optional, null: .allowed, holds: .should,
      "is a secret that is sent along", from: .sdk("Target")),
    .field(
      "skip_cert_verify", .boolean, .optional, holds: .should,
      "says whether any certificate does", from: .sdk("Target")),
    .field(
      "address_type", .string, .optional, holds: .should, "says which network leads there",
      from: .sdk("Target")),
  ]

  private static let scopeRule: [Field] = [
    .field(
      "tag_selectors", .arrayOfObjects(webhookSelector), .optional, null: .allowed,
      holds: .should, "says which tags are meant", from: .sdk("ScopeRule")),
    .field(
      "scope_selectors", .object([]), .optional, null: .allowed, holds: .should,
      "says which repositories are meant", from: .sdk("ScopeRule")),
    .field(
      "repo_scope_mode", .string(.usually(["regular", "selection"], known: [])), .optional,
      holds: .should, "says how repositories are named", from: .sdk("ScopeRule")),
  ]

  /// What a rule applies to, as a pattern.
  private static let webhookSelector: [Field] = [
    .field(
      "kind", .string, .optional, holds: .should, "is the language of the pattern",
      from: .sdk("RuleSelector")),
    .field(
      "decoration", .string, .optional, holds: .should, "says whether what matches is meant",
      from: .sdk("RuleSelector")),
    .field(
      "pattern", .string, .optional, holds: .should, "is what names are compared with",
      from: .sdk("RuleSelector")),
    .field(
      "extras", .string, .optional, null: .allowed, holds: .should, "adds to the pattern",
      from: .sdk("RuleSelector")),
  ]
}
