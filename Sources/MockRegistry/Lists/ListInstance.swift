// SPDX-License-Identifier: Apache-2.0
// The instances of a project.

import Fixtures

extension ListOperation {
  static let instances = ListOperation(
    "ListInstance", word: "instances", evidence: .sdk, path: "/v2/{project_id}/instances",
    key: "instances",
    paging: .offset(multiples: false, default: 100),
    filters: [
      .words("status", field: "status", ["Initial", "Creating", "Running", "Unavailable"]),
      .text("enterprise_project_id", field: "enterprise_project_id"),
    ],
    rows: RowForm(
      data: Fixtures.instances, named: .init("instance_id", "id"),
      status: .init(
        words: ["Running", "Unavailable", "Creating", "Initial"], final: ["Running"]),
      times: .init(begin: "created_at", end: "updated_at"),
      fields: [
        Field("id", .text),
        Field("name", .text),
        Field("description", .text),
        Field("vpc_id", .text),
        Field("vpc_name", .text),
        Field("vpc_cidr", .text),
        Field("subnet_id", .text),
        Field("subnet_name", .text),
        Field("subnet_cidr", .text),
        Field("spec", .text),
        Field("version", .text),
        Field("charge_mode", .text),
        Field("access_address", .text),
        Field("created_at", .time),
        Field("updated_at", .time),
        Field("expires_at", .time),
        Field("status", .word),
        Field("obs_bucket_name", .text),
        Field("project_id", .text),
        Field("enterprise_project_id", .text),
        Field("user_def_obs", .boolean),
        Field("product_id", .text),
        Field("order_id", .text),
        Field("vpcep_service_id", .text),
      ]))
}
