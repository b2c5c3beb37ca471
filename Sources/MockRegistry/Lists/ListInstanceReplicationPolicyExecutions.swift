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
      owners: [.init("instance_id", "_instance_id")],
      status: .init(
        words: ["Succeed", "InProgress", "Failed", "Stopped"],
        final: ["Succeed", "Failed", "Stopped"]),
      times: .init(begin: "created_at", end: "updated_at"), newestFirst: true,
      counts: { row, inventory in
        let owner = PathArgument(fact: "replication_execution_id", value: row["id"] ?? "")
        let tasks = inventory.table(of: replicationTasks, under: [owner])
        let words = [
          ("failed", ["Failed"]), ("succeed", ["Succeed"]),
          ("in_progress", ["Initialized", "Pending", "InProgress"]), ("stopped", ["Stopped"]),
        ]
        row["total"] = String(tasks.view().count)
        for (name, words) in words {
          row[name] = String(words.reduce(0) { $0 + tasks.view(status: $1).count })
        }
      },
      fields: .doubted(
        [.key("id", .integer), Field("policy_id", .integer)], .usual(.text, "status", "trigger"),
        .usual(.integer, "total", "failed", "succeed", "in_progress", "stopped", counts: true),
        .optional(.text, "status_text"), .optional(.time, "created_at", "updated_at"))))
}
