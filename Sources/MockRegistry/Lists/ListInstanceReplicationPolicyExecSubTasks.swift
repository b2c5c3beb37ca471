// SPDX-License-Identifier: Apache-2.0
// The artifacts that one task of a replication copies.

import Fixtures

extension ListOperation {
  static let replicationSubTasks = ListOperation(
    "ListInstanceReplicationPolicyExecSubTasks", word: "replication-sub-tasks", evidence: .sdk,
    path: instance + "/replication/executions/{replication_execution_id}"
      + "/tasks/{replication_task_id}/subtasks",
    key: "sub_tasks", paging: .offset(),
    filters: [.words("status", field: "status", RowForm.Status.ofPolicies.words)],
    rows: RowForm(
      data: Fixtures.replicationSubTasks, isCopied: true, status: .ofPolicies,
      times: .init(begin: "start_time", end: "end_time", isZeroWhileOpen: true),
      stride: .init(ids: 1_000, hexadecimal: 1_024, seconds: 3_600),
      fields: [
        Field("id", .integer, shift: .number),
        Field("job_id", .text, shift: .hexadecimal),
        Field("namespace", .text),
        Field("repository", .text),
        Field("tag", .text),
        Field("digest", .text),
        Field("status", .word),
        Field("status_text", .text),
        Field("start_time", .time),
        Field("end_time", .time),
      ]))
}
