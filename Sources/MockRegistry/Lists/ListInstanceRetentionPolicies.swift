// SPDX-License-Identifier: Apache-2.0
// The retention policies of all namespaces of an instance.

import Fixtures

extension ListOperation {
  static let retentionPolicies = ListOperation(
    "ListInstanceRetentionPolicies", word: "retentions",
    path: instance + "/retention/policies",
    key: "retentions", paging: .offset(),
    filters: [.text("name", field: "name"), .number("namespace_id", field: "namespace_id")],
    rows: RowForm(
      data: Fixtures.retentionPolicies, named: .init("retention_policy_id", "id"),
      owners: [.init("instance_id", "_instance_id"), .init("namespace_name", "namespace_name")],
      fields: .of(
        [
          .key("id", .integer), Field("name", .text, [.empty: .must]),
        ], .usual(.text, "algorithm", "namespace_name"), .usual(.array, "rules"),
        .doubted(
          .optional(.integer, "rules.id", "rules.priority"), .optional(.boolean, "rules.disabled"),
          .optional(
            .text, "rules.action", "rules.template", "rules.repo_scope_mode"),
          .optional(.array, "rules.tag_selectors")), .usual(.object, "trigger"),
        .doubted(.optional(.text, "trigger.type"), .optional(.object, "trigger.trigger_settings")),
        .usual(.boolean, "enabled"),
        .usual(.integer, "namespace_id"))))
}
