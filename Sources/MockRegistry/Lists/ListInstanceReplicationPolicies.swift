// SPDX-License-Identifier: Apache-2.0
// The replication policies of an instance, the newest first.

import Fixtures

extension ListOperation {
  static let replicationPolicies = ListOperation(
    "ListInstanceReplicationPolicies", word: "replications",
    path: instance + "/replication/policies", key: "policies", paging: .offset(),
    filters: [
      .text("name", field: "name"),
      .numberOfTwo("registry_id", field: "dest_registry.id", or: "src_registry.id"),
    ], columns: ["created_at", "updated_at", "name"],
    rows: RowForm(
      data: Fixtures.replicationPolicies, owners: [.init("instance_id", "_instance_id")],
      times: .init(begin: "created_at", end: "updated_at"), newestFirst: true,
      fields: .of(
        [
          .key("id", .integer), Field("name", .text, [.empty: .must]),
        ], .optional(.text, "description", "dest_namespace"),
        .optional(.object, "src_registry", "dest_registry"),
        .usual(.integer, "src_registry.id", "dest_registry.id"), .usual(.array, "filters"),
        .usual(.text, "filters.type", "filters.value", "repo_scope_mode"),
        .usual(.object, "trigger"),
        .doubted(.optional(.text, "trigger.type"), .optional(.object, "trigger.trigger_settings")),
        .usual(.boolean, "override", "enabled"), .usual(.time, "created_at", "updated_at"))))
}
