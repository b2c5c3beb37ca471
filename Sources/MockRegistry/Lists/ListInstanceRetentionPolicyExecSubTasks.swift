// SPDX-License-Identifier: Apache-2.0
// The versions that one task of a retention looked at.

import Fixtures

extension ListOperation {
  static let retentionSubTasks = ListOperation(
    "ListInstanceRetentionPolicyExecSubTasks", word: "retention-sub-tasks",
    path: instance + "/namespaces/{namespace_name}/retention/policies/{retention_policy_id}"
      + "/executions/{retention_execution_id}/tasks/{retention_task_id}/subtasks",
    key: "sub_tasks", paging: .offset(),
    filters: [.words("status", field: "status", RowForm.Status.ofPolicies.words)],
    rows: RowForm(
      data: Fixtures.retentionSubTasks, owners: [.init("namespace_name", "namespace")],
      isCopied: true, status: .ofPolicies,
      stride: .init(ids: 1_000, hexadecimal: 0, seconds: 3_600),
      fields: .doubted(
        [.key("id", .integer, .number), Field("status", .word)], .usual(.integer, "job_id"),
        .usual(.text, "namespace", "repository", "tag", "digest", "action"),
        .optional(.text, "status_text"), .usual(.time, "op_time", also: Field.unset))))
}
