// SPDX-License-Identifier: Apache-2.0
// Data only: the ledger of the page on artifact cleaning tasks.

import Contract

extension Quirk {
  static let gcTasks: [Quirk] = [
    .quirk(
      "gc-example-malformed-json",
      section: "example response",
      table: "the answer is JSON",
      example: "a quote too many behind the object in job_parameters",
      others: [.openAPI("keeps the example as a string")],
      holds: .must,
      "an answer is JSON; the example is not held against anybody",
      seen: .onThePage("parsing the example; without the quote it is JSON")),
    .quirk(
      "gc-job-parameters-object-or-string",
      section: "response, status 200, and the example",
      table: "job_parameters is an object",
      example: "an object with the closing quote of a string left over",
      others: [
        .openAPI("JobParameters, an object"), .harbor("GCHistory, a string in every version"),
      ],
      holds: .must,
      "an object is documented; a string that holds one is tolerated, a broken one is not",
      seen: .observed(
        .field("job_parameters", .form),
        [
          .table("object"), .other("string", ["text"]),
          .example("broken-string", ["broken-text", "plain", "empty"]),
        ])),
    .quirk(
      "gc-envelope-missing-in-tables",
      section: "response, status 200, and the example",
      table: "the first table is that of a task, as if the answer were one",
      example: "page_info and tasks",
      others: [
        .openAPI("ListGcTasksResponseBody requires page_info and tasks"),
        .harbor("a bare array"),
      ],
      holds: .must,
      "an answer is an object with page_info and tasks",
      seen: .observed(
        .envelope,
        [.example("nested", ["page"]), .table("flat", ["row"]), .other("array")])),
    .quirk(
      "gc-next-marker-undocumented-in-tables",
      section: "request, marker, and the example",
      table: "next_marker is only named in the text of marker",
      example: "a string",
      others: [.openAPI("PageInfo.next_marker, a string, absent where a list ends")],
      holds: .must,
      "a string leads on; absent, null and empty all end the list, a number breaks it",
      seen: .observed(
        .root("page_info.next_marker"),
        [
          .example("text", ["plain"]), .other("null"), .other("empty"), .other("number"),
        ])),
    .quirk(
      "gc-marker-not-matching-data",
      section: "example response",
      table: "a marker is nothing but handed back",
      example: "the marker holds the id 1234 in base64, and the only task is 1001",
      holds: .note,
      "a marker is opaque",
      seen: .onThePage("the decoded marker, beside the ids")),
    .quirk(
      "gc-next-marker-on-short-page",
      section: "request, marker, and the example",
      table: "no next_marker means that all is read",
      example: "next_marker behind a page with one task",
      others: [.terraform("stops at a short page or without a marker")],
      holds: .should,
      "a marker leads to at least one row",
      seen: .observed(
        .markerOnShortPage, [.table("none"), .example("marker")])),
    .quirk(
      "gc-no-total",
      section: "response, status 200, and the example",
      table: "no total is listed",
      example: "no total",
      others: [.page("000_a8239b7b46fee1be.txt", "response: total")],
      holds: .note,
      "a total is one more field",
      seen: .observed(.root("total"), [.table("absent"), .other("present", ["number"])])),
    .quirk(
      "gc-marker-paging",
      section: "request, marker and limit",
      table: "marker and limit turn the pages",
      others: [.page("000_a8239b7b46fee1be.txt", "request: offset and limit")],
      holds: .must,
      "pages are turned with markers; offset is never sent",
      seen: .onThePage("the names of the query's parameters")),
    .quirk(
      "gc-limit-rule-one-sided",
      section: "request, marker and limit",
      table: "limit is at most 100",
      others: [.openAPI("neither minimum nor maximum")],
      holds: .should,
      "a limit of 101 is refused with 400; clamping it is tolerated",
      seen: .observed(.status(of: .query([.init("limit", "101")])), Side.ofRefusedLimit)),
    .quirk(
      "gc-marker-url-encoding",
      section: "request, marker, and the example",
      table: "marker is a string",
      example: "ends with an equals sign",
      others: [.standard("RFC 3986", "section 2.2")],
      holds: .must,
      "a client writes it percent-encoded, and a server takes it so",
      seen: .heldBy("paging.marker-survives-encoding")),
    .quirk(
      "gc-delete-untagged-default-contradiction",
      section: "response, status 200, and the example",
      table: "delete_untagged is false by default",
      example: "true",
      others: [.openAPI("default true")],
      holds: .note,
      "either value is good; it may be absent",
      seen: .onThePage("the text of the field, beside the OpenAPI document")),
    .quirk(
      "gc-workers-range",
      section: "response, status 200, and the example",
      table: "workers is 1 to 5",
      example: "3",
      others: [.openAPI("GcParameters requires workers, 1 to 5"), .harbor("1 to 10")],
      holds: .should,
      "1 to 5 are expected; more, and absence, are warnings",
      seen: .observed(
        .field("job_parameters.workers", .value),
        [
          .table("up-to-5", ["1", "2", "3", "4", "5"]),
          .other("up-to-10", ["6", "7", "8", "9", "10"]), .other("absent"),
        ])),
    .quirk(
      "gc-purged-fields-not-in-example",
      section: "response, status 200, and the example",
      table: "purged_blobs, purged_manifests and freed_space are listed",
      example: "absent, although the task succeeded",
      others: [.harbor("from 2.9 written when a task reports, dry runs included")],
      holds: .should,
      "a finished task may lack them; where present they are counts",
      seen: .observed(
        .field(
          "job_parameters.purged_blobs", .form, where: .when("job_status", isOneOf: ["Success"])),
        [.table("present", ["number"]), .example("absent")])),
    .quirk(
      "gc-freed-space-overflow",
      section: "response, status 200",
      table: "freed_space is an integer that counts bytes",
      others: [.harbor("64 bits"), .sdk("32 bits in Go and Java")],
      holds: .must,
      "any integer of 64 bits is good",
      seen: .observed(
        .field("job_parameters.freed_space", .magnitude),
        [.other("32-bit", ["32-bit", "zero"]), .other("64-bit")])),
    .quirk(
      "gc-job-name-example-invented",
      section: "response, status 200, and the example",
      table: "job_name is the task's name",
      example: "a name that a person might give",
      others: [.harbor("GARBAGE_COLLECTION, IMAGE_GC up to 2.1")],
      holds: .note,
      "any text but an empty one is good",
      seen: .observed(
        .field("job_name", .value),
        [
          .other("constant", ["GARBAGE_COLLECTION", "IMAGE_GC"]),
          .example("given-name", [Side.anything]),
        ])),
    .quirk(
      "gc-job-kind-enum",
      section: "response, status 200, and the example",
      table: "job_kind is MANUAL or SCHEDULE",
      example: "SCHEDULE",
      others: [.openAPI("GcTask.job_kind, the same two"), .harbor("also EVENT")],
      holds: .must,
      "the two words are documented; EVENT is tolerated",
      seen: .observed(
        .field("job_kind", .value),
        [.table("two-kinds", ["MANUAL", "SCHEDULE"]), .other("event", ["EVENT"])])),
    .quirk(
      "gc-job-status-enum",
      section: "response, status 200, and the example",
      table: "job_status is Success, Stopped, Running, Pending or Error",
      example: "Success",
      others: [.openAPI("GcTask.job_status, the same five"), .harbor("also Scheduled")],
      holds: .must,
      "the five words are documented; Scheduled is tolerated",
      seen: .observed(
        .field("job_status", .value),
        [
          .table("five-words", SpecWords.garbageCollection), .other("scheduled", ["Scheduled"]),
        ])),
    .quirk(
      "gc-filter-name-differs-from-field",
      section: "request, status, and response, job_status",
      table: "the parameter status filters by the field job_status",
      others: [.openAPI("the same two names")],
      holds: .must,
      "both names are as written",
      seen: .onThePage("no field has the parameter's name")),
    .quirk(
      "gc-time-field-names",
      section: "response, status 200, and the example",
      table: "creation_time and update_time",
      example: "whole seconds",
      others: [
        .page("000_a8239b7b46fee1be.txt", "response: created_at and updated_at"),
        .harbor("GCHistory: creation_time and update_time"),
      ],
      holds: .should,
      "the documented names are expected",
      seen: .observed(
        .names(["creation_time", "created_at"]),
        [.table("creation_time"), .other("created_at")])),
    .quirk(
      "gc-update-six-days-later",
      section: "example response",
      example: "a daily task that succeeded was updated six days after it was created",
      holds: .note,
      "the example is made up; no duration is too long",
      seen: .onThePage("creation_time and update_time of the task")),
    .quirk(
      "gc-whitelisted",
      section: "constraints",
      table: "only tenants on a list may call the operation",
      others: [.openAPI("repeats it")],
      holds: .note,
      "403, or a gateway that does not know the path, skips the operation unless it is claimed",
      seen: .unseen("who is refused is not asked on, and every case says so")),
    .quirk(
      "gc-enum-embedded-in-description",
      section: "request, status, and response, job_kind and job_status",
      table: "the values stand inside sentences, each with a colon and a word in Chinese",
      others: [.openAPI("lists of values")],
      holds: .must,
      "the values are the words before the colons",
      seen: .onThePage("words of Latin letters before a colon")),
    .quirk(
      "gc-sibling-id-type",
      section: "response, status 200, and the example",
      table: "id is an integer",
      example: "1001",
      others: [.sdk("ShowGcTask takes gc_id, a string")],
      holds: .must,
      "id is an integer here",
      seen: .heldBy("shape.tasks.id")),
  ]
}

extension Side {
  /// What can become of a limit that is out of range.
  static let ofRefusedLimit: [Side] = [
    .table("400"), .other("422"), .other("clamped", ["200", "200 empty"]),
  ]
}
