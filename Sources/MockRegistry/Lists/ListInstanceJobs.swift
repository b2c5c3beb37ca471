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
        Field(
          "id", .text, shift: .hexadecimal,
          [.empty: .must, .differs: .harmless("a row of another id is another row")]),
        Field("instance_id", .text, [.missing: unlisted]),
        Field("resource_id", .text, [.missing: unlisted]),
        Field("resource_name", .text, [.missing: unlisted]),
        Field("type", .text, like: #""DeleteInstance""#, [.empty: .must]),
        Field("status", .word),
        Field(
          "reason", .text,
          [.missing: .harmless("only a failure needs one"), .null: .harmless("as good as missing")]),
        Field("created_at", .time, [.missing: unlisted]),
        Field("updated_at", .time, [.missing: unlisted]),
      ]))
}

/// Clients read id, type and status; the OpenAPI document requires none of the fields.
private let unlisted = Field.Weight.should("the OpenAPI document requires no field of a job")

extension RowForm.Status {
  fileprivate static let ofInstanceJobs = RowForm.Status(
    words: ["Creating", "Initializing", "Running", "Failed", "Success"],
    final: ["Success", "Failed"])
}
