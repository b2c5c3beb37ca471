// SPDX-License-Identifier: Apache-2.0
// The tasks of one execution of a retention policy, ascending by id.

import Fixtures

extension ListOperation {
  static let retentionTasks = ListOperation(
    "ListInstanceRetentionPolicyExecTasks", word: "retention",
    path: instance + "/namespaces/{namespace_name}/retention/policies/{retention_policy_id}"
      + "/executions/{retention_execution_id}/tasks",
    key: "tasks", paging: .offset(),
    filters: [.words("status", field: "status", RowForm.Status.ofPolicies.words)],
    rows: RowForm(
      data: Fixtures.retentionTasks, named: .init("retention_task_id", "id"),
      owners: [.init("retention_execution_id", "execution_id")], isCopied: true,
      status: .ofPolicies,
      times: .init(begin: "start_time", end: "end_time", isZeroWhileOpen: true),
      stride: .init(ids: 1_000, hexadecimal: 1_024, seconds: 3_600),
      fields: [
        Field("id", .integer, shift: .number),
        Field("execution_id", .integer),
        Field("repository", .text),
        Field(
          "job_id", .text, shift: .hexadecimal, like: #""60a8d1f3e17e6af921731c00""#,
          [.unknown: .should("upstream, the job service's 24 digits; the page calls it a name")]),
        Field("status", .word),
        Field("status_code", .integer, range: 0...3),
        Field(
          "status_revision", .integer, shift: .seconds,
          [.missing: .should("newer upstreams never set it, and leave it out")]),
        Field("start_time", .time, Field.unset),
        Field("end_time", .time, Field.unset),
        Field("total", .integer, as: "item-total", counts: true),
        Field("retained", .integer, counts: true),
      ]))
}
