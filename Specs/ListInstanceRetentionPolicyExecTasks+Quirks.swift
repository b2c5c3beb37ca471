// SPDX-License-Identifier: Apache-2.0
// Data only: the ledger of the page on the tasks of a retention execution.

import Contract

extension Quirk {
  static let retentionTasks: [Quirk] = [
    .quirk(
      "retention-total-twice",
      section: "response, tables 4 and 5, and the example",
      table: "total counts tasks at the root and versions in a task",
      example: "1 in both places, so that a mix-up does not show",
      others: [.openAPI("both fields"), .harbor("both fields")],
      holds: .must,
      "the two are told apart by their place",
      seen: .heldBy("paging.rows-equal-total")),
    .quirk(
      "retention-retained-lte-total",
      section: "response, table 5, and the example",
      table: "retained and total count versions",
      example: "1 and 1",
      others: [.harbor("what a task reports: total, retained, deleted")],
      holds: .must,
      "no more is retained than there was, and no count is negative",
      seen: .heldBy("relations.retained-at-most-total")),
    .quirk(
      "retention-job-id-description-wrong",
      section: "response, table 5, and the example",
      table: "job_id is called the task's name",
      example: "24 hexadecimal digits",
      others: [
        .harbor("id of the job service; empty before a task is submitted"),
        .page("004_beefd26005b3a4c0.txt", "job_id, an id of Harbor"),
      ],
      holds: .should,
      "an id of 24 hexadecimal digits is expected",
      seen: .observed(
        .field("job_id", .shape),
        [
          .example("hexadecimal"), .other("empty"), .table("name", [Side.anything]),
        ])),
    .quirk(
      "retention-status-code-undocumented",
      section: "response, table 5, and the example",
      table: "status_code is an integer without a list",
      example: "3, with the status Succeed",
      others: [.harbor("0 pending, 1 scheduled, 2 running, 3 final, -1 unknown")],
      holds: .should,
      "0 to 3 are expected, and the code goes with the status",
      seen: .observed(
        .field("status_code", .value),
        [.example("known", ["0", "1", "2", "3"]), .other("unknown", ["-1"])])),
    .quirk(
      "retention-status-revision-epoch",
      section: "response, table 5, and the example",
      table: "status_revision is an integer of no told meaning",
      example: "start_time in seconds since 1970",
      others: [.harbor("seconds of the last reset; from 2.2 never set, so 0 or absent")],
      holds: .should,
      "an integer is expected; 0 and absence are tolerated",
      seen: .observed(
        .field("status_revision", .magnitude),
        [.example("epoch", ["32-bit", "64-bit"]), .other("zero"), .other("absent")])),
    .quirk(
      "retention-status-raw-success",
      section: "response, table 5, and the example",
      table: "a string without a list; the filter has six words",
      example: "Succeed",
      others: [.harbor("job service words such as Success, Error, Running")],
      holds: .should,
      "the six filter words are expected; the job service's words are tolerated",
      seen: .observed(
        .field("status", .value),
        [
          .table("filter-words", SpecWords.policyTask),
          .other("job-service-words", SpecWords.jobService),
        ])),
    .quirk(
      "retention-end-time-zero",
      section: "response, table 5, and the example",
      table: "end_time is a string",
      example: "the real end of a finished task",
      others: [.harbor("a task that has not ended carries the zero time")],
      holds: .should,
      "the zero time stands for no end yet; an empty text, null and absence are warnings",
      seen: .observed(.unfinishedEnd, Side.ofUnfinishedEnd)),
    .quirk(
      "retention-end-before-start",
      section: "response, table 5, and the example",
      table: "nothing is said of the two times",
      example: "nine seconds from start to end",
      holds: .should,
      "a task does not end before it starts",
      seen: .heldBy("relations.end_time-not-before-start_time")),
    .quirk(
      "retention-repository-without-namespace",
      section: "response, table 5, and the example",
      table: "repository is the repository's name",
      example: "a name without its namespace",
      others: [.page("004_beefd26005b3a4c0.txt", "a name with its namespace in src_resource")],
      holds: .note,
      "either is as good as the other",
      seen: .observed(
        .prefix(of: "repository", parameter: "namespace_name"),
        [.example("bare-name", ["without"]), .other("with-namespace", ["with"])])),
    .quirk(
      "retention-title-says-images",
      section: "title",
      table: "the title speaks of images of an execution task",
      example: "a list of tasks of an execution",
      holds: .note,
      "the list is of tasks, one for each repository",
      seen: .onThePage("the title, beside the path")),
    .quirk(
      "retention-execution-id-echo",
      section: "response, table 5, and the example",
      table: "execution_id is an integer",
      example: "113",
      holds: .must,
      "every task has the execution_id of the path; policy_id is not repeated",
      seen: .heldBy("relations.execution_id-echo")),
    .quirk(
      "retention-filter-total-mismatch",
      section: "response, table 4",
      table: "total is the number of tasks; a filter is not spoken of",
      others: [
        .harbor("up to 2.1 the count ignores the filter"),
        .suite("total counts what the filter keeps"),
      ],
      holds: .should,
      "total counts the rows that the filter keeps; counting all is tolerated",
      seen: .observed(
        .totalUnderFilter, [.other("filtered"), .other("all-rows", ["all"])])),
    .quirk(
      "retention-xexample-wrong",
      section: "request, path parameters",
      table: "policy_id and execution_id are integers",
      others: [.openAPI("gives test_repo as an example of both, and of status")],
      holds: .note,
      "the type holds, not the example",
      seen: .unseen("only the OpenAPI document shows it")),
  ]
}

extension Observable {
  /// What stands as the end of a task that has not ended.
  static let unfinishedEnd = Observable.field(
    "end_time", .zeroTime,
    where: .when(
      "status", isOneOf: ["Initialized", "Pending", "InProgress", "Running", "Scheduled"]))
}

extension Side {
  static let ofUnfinishedEnd: [Side] = [
    .other("zero-time", ["zero"]), .table("some-time", ["time"]), .other("empty"),
    .other("null"), .other("absent"),
  ]
}
