// SPDX-License-Identifier: Apache-2.0
// The artifacts that one task of a replication copies.

import Fixtures

extension ListOperation {
  static let replicationSubTasks = ListOperation(
    "ListInstanceReplicationPolicyExecSubTasks", word: "replication-sub-tasks",
    path: instance + "/replication/executions/{replication_execution_id}"
      + "/tasks/{replication_task_id}/subtasks",
    key: "sub_tasks", paging: .offset(),
    filters: [.words("status", field: "status", RowForm.Status.ofPolicies.words)],
    rows: RowForm(
      data: Fixtures.replicationSubTasks, isCopied: true, status: .ofPolicies,
      times: .init(begin: "start_time", end: "end_time", isZeroWhileOpen: true),
      stride: .init(ids: 1_000, hexadecimal: 1_024, seconds: 3_600),
      fields: .doubted(
        [
          .key("id", .integer, .number), Field("status", .word),
          Field(
            "job_id", .text, shift: .hexadecimal, [.missing: .should("no source requires it")]),
        ], .usual(.text, "namespace", "repository", "tag", "digest"),
        .optional(.text, "status_text"), .usual(.time, "start_time", "end_time", also: Field.unset))
    ))
}
