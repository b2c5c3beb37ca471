// SPDX-License-Identifier: Apache-2.0
// The namespaces of an instance.

import Fixtures

extension ListOperation {
  static let namespaces = ListOperation(
    "ListInstanceNamespaces", word: "namespaces", evidence: .sdk, path: instance + "/namespaces",
    key: "namespaces", paging: .offset(),
    filters: [.text("name", field: "name"), .truth("public", field: "metadata.public")],
    columns: ["updated_at"],
    rows: RowForm(
      data: Fixtures.namespaces, named: .init("namespace_name", "name"),
      owners: [.init("instance_id", "_instance_id")],
      times: .init(begin: "created_at", end: "updated_at"),
      fields: [
        Field("name", .text),
        Field("metadata.public", .word),
        Field("metadata.auto_scan", .word),
        Field("metadata.prevent_vul", .word),
        Field("metadata.severity", .text),
        Field("namespace_id", .integer),
        Field("created_at", .time),
        Field("updated_at", .time),
        Field("repo_count", .integer),
      ]))
}
