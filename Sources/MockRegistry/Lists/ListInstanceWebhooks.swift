// SPDX-License-Identifier: Apache-2.0
// The webhook policies of all namespaces of an instance, the newest first.

import Fixtures

extension ListOperation {
  static let webhookPolicies = ListOperation(
    "ListInstanceWebhooks", word: "webhooks", path: instance + "/webhook/policies",
    key: "policies", paging: .offset(),
    filters: [.part("name", field: "name"), .number("namespace_id", field: "namespace_id")],
    columns: ["created_at", "updated_at", "name"],
    rows: RowForm(
      data: Fixtures.webhookPolicies, named: .init("webhook_policy_id", "id"),
      owners: [.init("instance_id", "_instance_id"), .init("namespace_name", "namespace_name")],
      times: .init(begin: "created_at", end: "updated_at"), newestFirst: true,
      fields: .of(
        [
          .key("id", .integer), Field("name", .text, [.empty: .must]),
        ], .usual(.array, "targets", "event_types"),
        .usual(.text, "targets.type", "targets.address", "namespace_name"),
        .doubted(
          .optional(.text, "targets.auth_header", "targets.address_type"),
          .optional(.boolean, "targets.skip_cert_verify")), .usual(.boolean, "enabled"),
        .usual(.integer, "namespace_id"), .optional(.text, "description", "creator"),
        .usual(.time, "created_at", "updated_at"),
        .doubted(
          .optional(.array, "scope_rules"), .optional(.array, "scope_rules.tag_selectors"),
          .optional(.text, "scope_rules.repo_scope_mode")))))
}
