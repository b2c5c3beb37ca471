// SPDX-License-Identifier: Apache-2.0
// The executions of a retention policy, the newest first.

import Fixtures

extension ListOperation {
  static let retentionExecutions = ListOperation(
    "ListInstanceRetentionPolicyExecutions", word: "retention-executions", evidence: .sdk,
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
      fields: [
        Field("id", .integer),
        Field("policy_id", .integer),
        Field("dry_run", .boolean),
        Field("status", .word),
        Field("trigger", .text),
        Field("start_time", .time),
        Field("end_time", .time),
      ]))
}
