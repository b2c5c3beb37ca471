// SPDX-License-Identifier: Apache-2.0
// The instances of a project.

import Fixtures

extension ListOperation {
  static let instances = ListOperation(
    "ListInstance", word: "instances", path: "/v2/{project_id}/instances",
    key: "instances",
    paging: .offset(multiples: false, default: 100),
    filters: [
      .words("status", field: "status", ["Initial", "Creating", "Running", "Unavailable"]),
      .text("enterprise_project_id", field: "enterprise_project_id"),
    ],
    rows: RowForm(
      data: Fixtures.instances, named: .init("instance_id", "id"),
      owners: [.init("project_id", "project_id")],
      status: .init(
        words: ["Running", "Unavailable", "Creating", "Initial"], final: ["Running"]),
      times: .init(begin: "created_at", end: "updated_at"),
      fields: .of(
        [
          .key("id", .text), Field("name", .text, [.empty: .must]), Field("status", .word),
        ],
        .usual(
          .text, "vpc_id", "vpc_name", "vpc_cidr", "subnet_id", "subnet_name", "subnet_cidr",
          "spec", "version", "charge_mode", "access_address", "obs_bucket_name", "project_id",
          "enterprise_project_id"), .usual(.time, "created_at", "updated_at"),
        .usual(.time, "expires_at", also: Field.unset),
        .usual(.boolean, "user_def_obs"),
        .optional(.text, "description", "product_id", "order_id", "vpcep_service_id"))))
}
