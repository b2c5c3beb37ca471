// SPDX-License-Identifier: Apache-2.0
// The repositories of all instances of a project.

import Fixtures

extension ListOperation {
  static let repositories = ListOperation(
    "ListAllInstanceRepositories", word: "repositories",
    path: "/v2/{project_id}/repositories",
    key: "repositories", paging: .marker(default: 100), filters: [.text("name", field: "name")],
    rows: RowForm(
      data: Fixtures.repositories, times: .init(begin: "created_at", end: "updated_at"),
      unique: ["resource_urn"],
      fields: .of(
        [
          Field("id", .integer), Field("name", .text, [.empty: .must]), .key("resource_urn", .text),
        ], .usual(.text, "namespace_name", "instance_id", "instance_name"),
        .usual(.integer, "namespace_id"),
        .usual(.integer, "tag_count", "pull_count", "artifact_count", counts: true),
        .optional(.text, "description"), .usual(.time, "created_at", "updated_at"))))
}
