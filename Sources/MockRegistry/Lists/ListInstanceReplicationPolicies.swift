// SPDX-License-Identifier: Apache-2.0
// The replication policies of an instance, the newest first.

import Fixtures

extension ListOperation {
  static let replicationPolicies = ListOperation(
    "ListInstanceReplicationPolicies", word: "replications", evidence: .sdk,
    path: instance + "/replication/policies", key: "policies", paging: .offset(),
    filters: [.text("name", field: "name")], columns: ["created_at", "updated_at", "name"],
    rows: RowForm(
      data: Fixtures.replicationPolicies, owners: [.init("instance_id", "_instance_id")],
      times: .init(begin: "created_at", end: "updated_at"), newestFirst: true,
      fields: [
        Field("id", .integer),
        Field("name", .text),
        Field("description", .text),
        Field("dest_namespace", .text),
        Field("repo_scope_mode", .text),
        Field("override", .boolean),
        Field("enabled", .boolean),
        Field("created_at", .time),
        Field("updated_at", .time),
      ]))
}
