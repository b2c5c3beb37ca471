// SPDX-License-Identifier: Apache-2.0
// The garbage collections of an instance, the newest first; the only judged list with markers.

import Fixtures

extension ListOperation {
  static let gcTasks = ListOperation(
    "ListGcTasks", word: "gc", path: instance + "/system/gc", key: "tasks", paging: .marker(),
    filters: [.words("status", field: "job_status", RowForm.Status.ofCollections.words)],
    rows: RowForm(
      data: Fixtures.gcTasks, isCopied: true, status: .ofCollections,
      times: .init(begin: "creation_time", end: "update_time"), newestFirst: true,
      stride: .init(ids: 200, hexadecimal: 0, seconds: 34 * 3_600),
      fields: [
        Field("id", .integer, shift: .number),
        Field("job_name", .text, [.missing: unlisted, .empty: .must]),
        Field("job_kind", .word),
        Field(
          "job_parameters", .json,
          [.missing: unlisted, .object: .harmless("documented as an object, upstream a string")]),
        Field("job_parameters.workers", .integer, range: 1...5, inside([.missing: workers])),
        Field("job_parameters.dry_run", .boolean, inside()),
        Field("job_parameters.delete_untagged", .boolean, inside()),
        Field("job_parameters.purged_blobs", .integer, counts: true, inside()),
        Field("job_parameters.purged_manifests", .integer, counts: true, inside()),
        Field("job_parameters.freed_space", .integer, counts: true, inside()),
        Field("job_status", .word),
        Field("creation_time", .time, [.missing: unlisted]),
        Field("update_time", .time, [.missing: unlisted]),
      ]))
}

private let unlisted = Field.Weight.should("the OpenAPI document requires no field of a task")
private let workers = Field.Weight.should("the SDK requires it, older upstreams do not have it")

/// What is inside `job_parameters` is there once the task has something to tell.
private func inside(
  _ weights: [FieldOperator: Field.Weight] = [:]
) -> [FieldOperator: Field.Weight] {
  let spared: [FieldOperator: Field.Weight] = [
    .missing: .harmless("written when the task checks in"),
    .twice: .should("JSON inside a string, which readers read on their own"),
    .differs: .harmless("a task that runs counts on"),
  ]
  return spared.merging(weights) { $1 }
}

extension RowForm.Status {
  fileprivate static let ofCollections = RowForm.Status(
    "job_status", words: ["Success", "Stopped", "Running", "Pending", "Error"],
    final: ["Success", "Stopped", "Error"], along: ["job_parameters"])
}
