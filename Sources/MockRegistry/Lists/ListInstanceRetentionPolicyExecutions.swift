// SPDX-License-Identifier: Apache-2.0
// The executions of a retention policy, the newest first.

import Fixtures

extension ListOperation {
  static let retentionExecutions = ListOperation(
    "ListInstanceRetentionPolicyExecutions", word: "retention-executions",
    path: instance + "/namespaces/{namespace_name}/retention/policies/{retention_policy_id}"
      + "/executions",
    key: "executions", paging: .offset(),
    rows: RowForm(
      data: Fixtures.retentionExecutions, named: .init("retention_execution_id", "id"),
      owners: [.init("retention_policy_id", "policy_id")],
      status: .init(
        words: ["Succeed", "InProgress", "Failed", "Stopped"],
        final: ["Succeed", "Failed", "Stopped"]),
      times: .init(begin: "start_time", end: "end_time", isZeroWhileOpen: true),
      newestFirst: true,
      fields: .of(
        [
          .key("id", .integer), Field("policy_id", .integer), Field("status", .word),
        ], .usual(.boolean, "dry_run"), .usual(.text, "trigger"),
        .usual(.time, "start_time", "end_time", also: Field.unset))))
}
