// SPDX-License-Identifier: Apache-2.0
// The webhook policies of all namespaces of an instance, the newest first.

import Fixtures

extension ListOperation {
  static let webhookPolicies = ListOperation(
    "ListInstanceWebhooks", word: "webhooks", path: instance + "/webhook/policies",
    key: "policies", paging: .offset(),
    filters: [.text("name", field: "name"), .number("namespace_id", field: "namespace_id")],
    rows: RowForm(
      data: Fixtures.webhookPolicies, named: .init("webhook_policy_id", "id"),
      owners: [.init("instance_id", "_instance_id"), .init("namespace_name", "namespace_name")],
      newestFirst: true))
}
