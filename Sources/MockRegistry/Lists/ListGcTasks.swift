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
        Field("job_name", .text),
        Field("job_kind", .word),
        Field("job_parameters", .json),
        Field("job_status", .word),
        Field("creation_time", .time),
        Field("update_time", .time),
      ]))
}

extension RowForm.Status {
  fileprivate static let ofCollections = RowForm.Status(
    "job_status", words: ["Success", "Stopped", "Running", "Pending", "Error"],
    final: ["Success", "Stopped", "Error"], along: ["job_parameters"])
}
