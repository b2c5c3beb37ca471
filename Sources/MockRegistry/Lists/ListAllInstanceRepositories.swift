// SPDX-License-Identifier: Apache-2.0
// The repositories of all instances of a project.

import Fixtures

extension ListOperation {
  static let repositories = ListOperation(
    "ListAllInstanceRepositories", word: "repositories", evidence: .sdk,
    path: "/v2/{project_id}/repositories",
    key: "repositories", paging: .marker(default: 100), filters: [.text("name", field: "name")],
    rows: RowForm(
      data: Fixtures.repositories, times: .init(begin: "created_at", end: "updated_at"),
      fields: [
        Field("id", .integer),
        Field("name", .text),
        Field("namespace_name", .text),
        Field("namespace_id", .integer),
        Field("tag_count", .integer),
        Field("pull_count", .integer),
        Field("artifact_count", .integer),
        Field("description", .text),
        Field("created_at", .time),
        Field("updated_at", .time),
        Field("instance_id", .text),
        Field("instance_name", .text),
        Field("resource_urn", .text),
      ]))
}
