// SPDX-License-Identifier: Apache-2.0
// What the page on the retention policies of an instance promises.

public import Contract

extension Contract.Operation {
  /// The policies by which an instance keeps some versions of artifacts and removes others.
  public static let listInstanceRetentionPolicies = Contract.Operation(
    "ListInstanceRetentionPolicies",
    page: "swr_03_1302.html",
    "lists the retention policies of an instance",
    path:
      "/v2/{project_id}/instances/{instance_id}/retention/policies",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .filter("name", by: "name", matching: .wholeOrPart, "keeps the policies of a name"),
      .filter(
        "namespace_id", .integer, by: "namespace_id", matching: .whole,
        "keeps the policies of one namespace"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "retentions", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the policies of the instance, a page at a time",
        [
          .field("total", .count, .required, "counts the policies that match, on all pages"),
          .field(
            "retentions", .arrayOfObjects(retentionPolicy), .required, null: .tolerated,
            "holds the policies of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two policies have one id")
    ],
    quirks: []
  )

  private static let retentionPolicy: [Field] = [
    .field("id", .integer, .required, "is the policy's number"),
    .field("algorithm", .string, .expected, "says how rules go together"),
    .field("rules", .arrayOfObjects(retentionRule), .expected, "holds the rules of the policy"),
    .field(
      "trigger", .object(retentionTrigger), .expected, null: .tolerated, "says when it runs"),
    .field("enabled", .boolean, .expected, "says whether the policy is in force"),
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the policy's name"),
    .field("namespace_id", .integer, .expected, "is the number of the policy's namespace"),
    .field("namespace_name", .string, .expected, "is the policy's namespace"),
  ]
  private static let retentionRule: [Field] = [
    .field(
      "id", .integer, .optional, holds: .should, "is the rule's number",
      from: .sdk("RetentionRuleResponseBody")),
    .field(
      "priority", .integer, .optional, holds: .should, "says which rule comes first",
      from: .sdk("RetentionRuleResponseBody")),
    .field(
      "disabled", .boolean, .optional, holds: .should, "says whether the rule is left out",
      from: .sdk("RetentionRuleResponseBody")),
    .field(
      "action", .string, .optional, holds: .should, "is what is done",
      from: .sdk("RetentionRuleResponseBody")),
    .field(
      "template",
      .string(
        .usually(
          ["latestPulledN", "latestPushedK", "nDaysSinceLastPush", "nDaysSinceLastPull"],
          known: ["always"])), .optional, holds: .should, "is the kind of the rule",
      from: .sdk("RetentionRuleResponseBody")),
    .field(
      "params", .object([]), .optional, null: .allowed, holds: .should,
      "holds the number of the kind", from: .sdk("RetentionRuleResponseBody")),
    .field(
      "tag_selectors", .arrayOfObjects(retentionSelector), .optional, null: .allowed,
      holds: .should, "says which tags are meant", from: .sdk("RetentionRuleResponseBody")),
    .field(
      "scope_selectors", .object([]), .optional, null: .allowed, holds: .should,
      "says which repositories are meant", from: .sdk("RetentionRuleResponseBody")),
    .field(
      "repo_scope_mode", .string(.usually(["regular", "selection"], known: [])), .optional,
      holds: .should, "says how repositories are named",
      from: .sdk("RetentionRuleResponseBody")),
  ]

  /// When a policy runs.
  private static let retentionTrigger: [Field] = [
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

  /// What a rule applies to, as a pattern.
  private static let retentionSelector: [Field] = [
    .field(
      "kind", .string, .optional, holds: .should, "is the language of the pattern",
      from: .sdk("RetentionSelector")),
    .field(
      "decoration", .string, .optional, holds: .should, "says whether what matches is meant",
      from: .sdk("RetentionSelector")),
    .field(
      "pattern", .string, .optional, holds: .should, "is what names are compared with",
      from: .sdk("RetentionSelector")),
    .field(
      "extras", .string, .optional, null: .allowed, holds: .should, "adds to the pattern",
      from: .sdk("RetentionSelector")),
  ]
}
