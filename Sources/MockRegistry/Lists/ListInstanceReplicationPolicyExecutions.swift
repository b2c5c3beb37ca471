// SPDX-License-Identifier: Apache-2.0
// The executions of all replication policies of an instance, each of which counts its tasks.

import Fixtures

extension ListOperation {
  static let replicationExecutions = ListOperation(
    "ListInstanceReplicationPolicyExecutions", word: "replication-executions",
    path: instance + "/replication/executions", key: "executions", paging: .offset(),
    filters: [.number("policy_id", field: "policy_id")],
    rows: RowForm(
      data: Fixtures.replicationExecutions, named: .init("replication_execution_id", "id"),
      owners: [.init("instance_id", "_instance_id")], newestFirst: true,
      counts: { row, inventory in
        let owner = PathArgument(fact: "replication_execution_id", value: row["id"] ?? "")
        let tasks = inventory.table(of: replicationTasks, under: [owner])
        let words = [
          ("failed", "Failed"), ("succeed", "Succeed"), ("in_progress", "InProgress"),
          ("stopped", "Stopped"),
        ]
        row["total"] = String(tasks.view().count)
        for (name, word) in words { row[name] = String(tasks.view(status: word).count) }
      }))
}
