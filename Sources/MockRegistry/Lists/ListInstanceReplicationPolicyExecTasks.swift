// SPDX-License-Identifier: Apache-2.0
// The tasks of one execution of a replication policy, the latest start first.

import Fixtures

private let other = Field.Weight.should("the pages list no values, the upstream has three")

/// The upstream has a display name here, and the page's own example is JSON that is cut off.
private let resource: [FieldOperator: Field.Weight] = [
  .cutOff: .should("the page's own example is"), .doubleEncoded: .harmless("any display name"),
  .empty: .harmless("any display name"),
]

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
        Field("resource_type", .text, like: #""image""#, [.unknown: other]),
        Field("src_resource", .json, resource),
        Field("dst_resource", .json, resource),
        Field("operation", .text, like: #""tag deletion""#, [.unknown: other]),
        Field("job_id", .text, shift: .hexadecimal, like: #""60a8d1f3e17e6af921731c00""#),
        Field("status", .word),
        Field(
          "StatusRevision", .integer, shift: .seconds,
          [.missing: .should("newer upstreams have no such field")]),
        Field("start_time", .time, Field.unset),
        Field("end_time", .time, Field.unset),
      ]))
}
