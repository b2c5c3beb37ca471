// SPDX-License-Identifier: Apache-2.0
// The replication policies of an instance, the newest first.

import Fixtures

extension ListOperation {
  static let replicationPolicies = ListOperation(
    "ListInstanceReplicationPolicies", word: "replications",
    path: instance + "/replication/policies", key: "policies", paging: .offset(),
    filters: [.text("name", field: "name")],
    rows: RowForm(
      data: Fixtures.replicationPolicies, owners: [.init("instance_id", "_instance_id")],
      newestFirst: true))
}
