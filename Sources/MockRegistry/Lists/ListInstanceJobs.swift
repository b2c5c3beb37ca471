// SPDX-License-Identifier: Apache-2.0
// The jobs that instances of a project were created and changed by.

import Fixtures

extension ListOperation {
  static let instanceJobs = ListOperation(
    "ListInstanceJobs", word: "jobs", path: "/v2/{project_id}/jobs", key: "jobs",
    paging: .offset(multiples: false, default: 100),
    filters: [.words("status", field: "status", RowForm.Status.ofInstanceJobs.words)],
    rows: RowForm(
      data: Fixtures.instanceJobs, isCopied: true, status: .ofInstanceJobs,
      times: .init(begin: "created_at", end: "updated_at"),
      stride: .init(ids: 0, hexadecimal: 1_024, seconds: 3_600),
      fields: [
        Field("id", .text, shift: .hexadecimal),
        Field("instance_id", .text),
        Field("resource_id", .text),
        Field("resource_name", .text),
        Field("type", .text),
        Field("status", .word),
        Field("reason", .text),
        Field("created_at", .time),
        Field("updated_at", .time),
      ]))
}

extension RowForm.Status {
  fileprivate static let ofInstanceJobs = RowForm.Status(
    words: ["Creating", "Initializing", "Running", "Failed", "Success"],
    final: ["Success", "Failed"])
}
