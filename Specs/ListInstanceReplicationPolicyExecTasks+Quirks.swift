// SPDX-License-Identifier: Apache-2.0
// Data only: the ledger of the page on the tasks of a replication execution.

import Contract

extension Quirk {
  static let replicationTasks: [Quirk] = [
    .quirk(
      "repl-status-revision-casing",
      section: "response, status 200, and the example",
      table: "StatusRevision, the only name in capitals",
      example: "StatusRevision",
      others: [
        .sdk("every language reads StatusRevision"),
        .page("002_35e9cb7cf60463c9.txt", "response: status_revision"),
        .harbor("a struct field without a JSON name, up to 2.1; absent later"),
      ],
      holds: .should,
      "StatusRevision is expected; another spelling or none is tolerated",
      seen: .observed(
        .names(["StatusRevision", "status_revision"]),
        [
          .table("StatusRevision", isRemarkable: true), .other("status_revision"), .other("absent"),
        ])),
    .quirk(
      "repl-example-swallowed-fields",
      section: "response, status 200, and the example",
      table: "dst_resource and operation are fields of a task",
      example: "both stand inside the text of src_resource",
      others: [
        .openAPI("requires both, and has the same example"),
        .terraform("acceptance test wants all three to be set"),
      ],
      holds: .must,
      "both are required",
      seen: .observed(
        .field("operation", .form),
        [
          .table("own-fields", ["plain", "empty"]), .example("swallowed", ["absent"]),
        ])),
    .quirk(
      "repl-src-resource-not-json",
      section: "response, status 200, and the example",
      table: "src_resource is a string",
      example: "begins like JSON and does not parse",
      others: [.harbor("JSON text in a job's parameters, a display name in the API")],
      holds: .should,
      "text that begins like an object should be one",
      seen: .observed(
        .field("src_resource", .form),
        [
          .table("display-name", ["plain"]), .other("json", ["text"]),
          .example("broken-json", ["broken-text"]),
        ])),
    .quirk(
      "repl-src-resource-string-encoded",
      section: "response, status 200, and the example",
      table: "src_resource is a string",
      example: "JSON text that does not parse",
      others: [.harbor("a display name in the API, JSON text in the job's parameters")],
      holds: .note,
      "a string is promised; text that begins like an object should be one",
      seen: .observed(
        .field("src_resource", .form),
        [
          .table("display-name", ["plain"]), .other("json", ["text"]),
          .example("broken-json", ["broken-text"]),
        ])),
    .quirk(
      "repl-dst-resource-string-encoded",
      section: "response, status 200, and the example",
      table: "dst_resource is a string",
      example: "absent, because the string before it swallowed it",
      others: [.harbor("a display name in the API, JSON text in the job's parameters")],
      holds: .note,
      "a string is promised; text that begins like an object should be one",
      seen: .observed(
        .field("dst_resource", .form),
        [
          .table("display-name", ["plain"]), .other("json", ["text", "broken-text"]),
          .example("absent"),
        ])),
    .quirk(
      "repl-inner-booleans-as-strings",
      section: "example response",
      example: "auto_scan and retention_id of the repository's metadata are strings",
      others: [.harbor("settings of a project are a map of strings"), .suite("a real boolean")],
      holds: .note,
      "a string and a boolean are both good",
      seen: .observed(
        .field("src_resource.metadata.repository.metadata.auto_scan", .form),
        [.example("string", ["plain"]), .other("boolean")])),
    .quirk(
      "repl-inner-nulls",
      section: "example response",
      example: "labels, v_tags, registry and extended_info are null",
      others: [.harbor("pointers and lists of Go that are nil"), .suite("absent, or an object")],
      holds: .note,
      "null, absence and an object are all good",
      seen: .observed(
        .field("src_resource.registry", .form),
        [.example("null"), .other("absent"), .other("object")])),
    .quirk(
      "repl-no-status-parameter",
      section: "request, query parameters",
      table: "there is no parameter status",
      others: [
        .openAPI("none either"),
        .page("002_35e9cb7cf60463c9.txt", "request: status"),
      ],
      holds: .should,
      "status is ignored or refused",
      seen: .observed(
        .status(of: .query([.init("status", "Succeed")])),
        [.table("ignored", ["200", "200 empty"]), .other("refused", ["400"])])),
    .quirk(
      "repl-response-status-no-enum",
      section: "response, status 200, and the example",
      table: "status is a string without a list",
      example: "Succeed",
      others: [.harbor("ReplicationTask.status, six words up to 2.1, five later")],
      holds: .should,
      "Harbor's six words are expected; the job service's are tolerated",
      seen: .observed(
        .field("status", .value),
        [
          .example("harbor-words", SpecWords.policyTask),
          .other("job-service-words", SpecWords.jobService),
        ])),
    .quirk(
      "repl-description-mistakes",
      section: "response, status 200",
      table: "id is called a job's, execution_id a task's, and total counts execution tasks",
      others: [.openAPI("the Chinese text says what is meant")],
      holds: .note,
      "id is the task's, execution_id the execution's, total the number of tasks",
      seen: .onThePage("the texts of id, execution_id and total")),
    .quirk(
      "repl-operation-no-enum",
      section: "response, status 200, and the example",
      table: "operation is a string without a list",
      example: "copy, inside another field",
      others: [.harbor("copy, deletion, tag deletion")],
      holds: .should,
      "Harbor's three words are expected",
      seen: .observed(
        .field("operation", .value),
        [.example("copy"), .other("deletion", ["deletion", "tag deletion"])])),
    .quirk(
      "repl-resource-type-no-enum",
      section: "response, status 200, and the example",
      table: "resource_type is a string without a list",
      example: "artifact",
      others: [.harbor("artifact, image, chart")],
      holds: .should,
      "Harbor's three words are expected",
      seen: .observed(
        .field("resource_type", .value),
        [.example("artifact"), .other("image-or-chart", ["image", "chart"])])),
    .quirk(
      "repl-timestamp-digits-vary",
      section: "response, status 200, and the example",
      table: "start_time and end_time are strings",
      example: "five digits of fraction and none, in one task",
      others: [.harbor("zeros at the end of a fraction are left out, up to 2.1")],
      holds: .must,
      "a time has 0 to 9 digits of fraction",
      seen: .observed(
        .fractionDigits(["start_time", "end_time"]),
        [.example("varied"), .other("fixed", (0...9).map(String.init))])),
    .quirk(
      "repl-end-time-zero",
      section: "response, status 200, and the example",
      table: "end_time is a string",
      example: "the real end of a finished task",
      others: [.harbor("a task that has not ended carries the zero time")],
      holds: .should,
      "the zero time stands for no end yet; an empty text, null and absence are warnings",
      seen: .observed(.unfinishedEnd, Side.ofUnfinishedEnd)),
    .quirk(
      "repl-start-after-revision",
      section: "example response",
      example: "StatusRevision is one second before start_time",
      others: [.harbor("it is when a job was reset, which may be before its start")],
      holds: .note,
      "the two are not compared",
      seen: .onThePage("StatusRevision as a time, beside start_time")),
    .quirk(
      "repl-job-id-leaks-harbor",
      section: "response, status 200, and the example",
      table: "job_id is an id of Harbor, which no other page names",
      example: "24 hexadecimal digits",
      others: [.harbor("id of the job service")],
      holds: .should,
      "24 hexadecimal digits are expected",
      seen: .observed(
        .field("job_id", .shape),
        [.example("hexadecimal"), .other("another", [Side.anything])])),
    .quirk(
      "repl-title-says-images",
      section: "title",
      table: "the title speaks of images of an execution task",
      example: "a list of tasks of an execution",
      holds: .note,
      "the list is of tasks",
      seen: .onThePage("the title, beside the path")),
    .quirk(
      "repl-path-asymmetry",
      section: "URI",
      table: "the path has neither namespace nor policy",
      others: [.page("002_35e9cb7cf60463c9.txt", "URI with namespace and policy")],
      holds: .must,
      "both paths are as written",
      seen: .onThePage("the paths of the two pages")),
    .quirk(
      "repl-override-differs",
      section: "example response",
      example: "override is false in the source and true in the destination",
      others: [.harbor("what a policy says goes to the destination")],
      holds: .note,
      "either value is good",
      seen: .observed(
        .field("dst_resource.override", .value),
        [.example("true"), .other("false")])),
    .quirk(
      "repl-english-page",
      section: "the page",
      table: "this page is in English, the other four in Chinese",
      holds: .note,
      "names and values are the same in both languages",
      seen: .onThePage("the words of its headings")),
  ]
}
