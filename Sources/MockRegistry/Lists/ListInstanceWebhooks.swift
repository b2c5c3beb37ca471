// SPDX-License-Identifier: Apache-2.0
// The webhook policies of all namespaces of an instance, the newest first.

import Fixtures

extension ListOperation {
  static let webhookPolicies = ListOperation(
    "ListInstanceWebhooks", word: "webhooks", evidence: .sdk, path: instance + "/webhook/policies",
    key: "policies", paging: .offset(),
    filters: [.part("name", field: "name"), .number("namespace_id", field: "namespace_id")],
    columns: ["created_at", "updated_at", "name"],
    rows: RowForm(
      data: Fixtures.webhookPolicies, named: .init("webhook_policy_id", "id"),
      owners: [.init("instance_id", "_instance_id"), .init("namespace_name", "namespace_name")],
      times: .init(begin: "created_at", end: "updated_at"), newestFirst: true,
      fields: [
        Field("id", .integer),
        Field("name", .text),
        Field("description", .text),
        Field("enabled", .boolean),
        Field("namespace_id", .integer),
        Field("namespace_name", .text),
        Field("creator", .text),
        Field("created_at", .time),
        Field("updated_at", .time),
      ]))
}
