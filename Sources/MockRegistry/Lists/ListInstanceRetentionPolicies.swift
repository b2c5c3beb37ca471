// SPDX-License-Identifier: Apache-2.0
// The retention policies of all namespaces of an instance.

import Fixtures

extension ListOperation {
  static let retentionPolicies = ListOperation(
    "ListInstanceRetentionPolicies", word: "retentions", evidence: .sdk,
    path: instance + "/retention/policies",
    key: "retentions", paging: .offset(),
    filters: [.text("name", field: "name"), .number("namespace_id", field: "namespace_id")],
    rows: RowForm(
      data: Fixtures.retentionPolicies, named: .init("retention_policy_id", "id"),
      owners: [.init("instance_id", "_instance_id"), .init("namespace_name", "namespace_name")],
      fields: [
        Field("id", .integer),
        Field("algorithm", .text),
        Field("enabled", .boolean),
        Field("name", .text),
        Field("namespace_id", .integer),
        Field("namespace_name", .text),
      ]))
}
