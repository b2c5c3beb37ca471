// SPDX-License-Identifier: Apache-2.0
// The instances of a project.

import Fixtures

extension ListOperation {
  static let instances = ListOperation(
    "ListInstance", word: "instances", path: "/v2/{project_id}/instances", key: "instances",
    paging: .offset(multiples: false, default: 100),
    filters: [
      .words("status", field: "status", ["Initial", "Creating", "Running", "Unavailable"]),
      .text("enterprise_project_id", field: "enterprise_project_id"),
    ],
    rows: RowForm(data: Fixtures.instances, named: .init("instance_id", "id")))
}
