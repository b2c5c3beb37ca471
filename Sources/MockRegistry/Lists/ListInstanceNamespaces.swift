// SPDX-License-Identifier: Apache-2.0
// The namespaces of an instance.

import Fixtures

extension ListOperation {
  static let namespaces = ListOperation(
    "ListInstanceNamespaces", word: "namespaces", path: instance + "/namespaces",
    key: "namespaces", paging: .offset(),
    filters: [.text("name", field: "name"), .truth("public", field: "metadata.public")],
    columns: ["updated_at"],
    rows: RowForm(
      data: Fixtures.namespaces, named: .init("namespace_name", "name"),
      owners: [.init("instance_id", "_instance_id")],
      times: .init(begin: "created_at", end: "updated_at"), unique: ["namespace_id", "name"],
      fields: .of(
        [
          Field("name", .text, [.empty: .must]), .key("namespace_id", .integer),
        ], .usual(.object, "metadata"), .usual(.word, "metadata.public"),
        .doubted(
          .optional(.word, "metadata.auto_scan", "metadata.prevent_vul"),
          .optional(.text, "metadata.severity")), .usual(.time, "created_at", "updated_at"),
        .usual(.integer, "repo_count", counts: true),
        .doubted(
          .optional(.object, "cve_allowlist"),
          .optional(
            .integer, "cve_allowlist.id", "cve_allowlist.namespace_id", "cve_allowlist.expires_at"),
          .optional(.array, "cve_allowlist.items"),
          .optional(
            .time, "cve_allowlist.creation_time", "cve_allowlist.update_time")))))
}
