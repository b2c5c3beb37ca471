// SPDX-License-Identifier: Apache-2.0
// The tasks of one execution of a replication policy, the latest start first.

import Fixtures

extension ListOperation {
  static let replicationTasks = ListOperation(
    "ListInstanceReplicationPolicyExecTasks", word: "replication",
    path: instance + "/replication/executions/{replication_execution_id}/tasks", key: "tasks",
    paging: .offset(),
    rows: RowForm(
      data: Fixtures.replicationTasks, named: .init("replication_task_id", "id"),
      owners: [.init("replication_execution_id", "execution_id")], isCopied: true,
      status: .ofPolicies,
      times: .init(begin: "start_time", end: "end_time", isZeroWhileOpen: true), newestFirst: true,
      stride: .init(ids: 1_000, hexadecimal: 1_024, seconds: 3_600),
      fields: [
        Field("id", .integer, shift: .number),
        Field("execution_id", .integer),
        Field("resource_type", .text),
        Field("src_resource", .json),
        Field("dst_resource", .json),
        Field("operation", .text),
        Field("job_id", .text, shift: .hexadecimal),
        Field("status", .word),
        Field("StatusRevision", .integer, shift: .seconds),
        Field("start_time", .time),
        Field("end_time", .time),
      ]))
}
