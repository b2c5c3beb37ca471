// SPDX-License-Identifier: Apache-2.0
// Data only: the ledger of the page on the jobs of a webhook policy.

import Contract

extension Quirk {
  static let webhookJobs: [Quirk] = [
    .quirk(
      "webhook-status-lowercase",
      section: "response, table 5, and the example",
      table: "a string without a list; the filter's words are capitalized",
      example: "running and error, in lower case",
      others: [.harbor("NotificationJob: lower case up to 2.7, capitalized from 2.8")],
      holds: .should,
      "capitalized words are expected; lower case is a warning",
      seen: .observed(
        .field("status", .letterCase), [.table("capitalized"), .example("lower-case", ["lower"])])),
    .quirk(
      "webhook-status-outside-filter-vocabulary",
      section: "request, status, and the example",
      table: "the filter takes Initialized, Pending, InProgress, Succeed, Failed, Stopped",
      example: "running and error, which the filter does not take in any case",
      others: [
        .harbor("NotificationJob has words of its own; from 2.8 the job service's"),
        .page("swr_03_0906", "jobs[].status, a list that starts with Pending"),
      ],
      holds: .should,
      "the filter's words are expected; those of both Harbor generations are tolerated",
      seen: .observed(
        .field("status", .value),
        [
          .table("filter-words", SpecWords.policyTask),
          .other("execution-words", SpecWords.jobService),
          .example("notification-words", SpecWords.notificationJob),
        ])),
    .quirk(
      "webhook-status-filter-roundtrip",
      section: "request, status",
      table: "status keeps the jobs of that status",
      others: [.terraform("acceptance tests feed a status back, but not for webhook jobs")],
      holds: .should,
      "a row that a word keeps has that word, or one that means the same",
      seen: .observed(
        .filteredWords, [.table("same-word", ["same"]), .other("other-word", ["other"])])),
    .quirk(
      "webhook-status-text-missing",
      section: "response, table 5, and the example",
      table: "status_text is listed without an optional mark",
      example: "status_text is absent from both jobs",
      others: [
        .openAPI("Job lists it as required"), .harbor("NotificationJob has no such field"),
      ],
      holds: .should,
      "the field is expected; its absence and an empty text are tolerated",
      seen: .observed(
        .field("status_text", .form),
        [
          .table("present", ["plain", "text", "broken-text"]),
          .other("empty", ["empty", "null"]), .example("absent"),
        ])),
    .quirk(
      "webhook-event-type-unsupported-values",
      section: "response, table 5, and the example",
      table: "event_type is a string without a list",
      example: "SCANNING_COMPLETED and PULL_ARTIFACT",
      others: [
        .page("swr_03_0906", "event_type, PUSH_ARTIFACT only"), .harbor("topics of notifications"),
      ],
      holds: .should,
      "PUSH_ARTIFACT is expected; another event of Harbor is told",
      seen: .observed(
        .field("event_type", .value),
        [
          .other("push-only", ["PUSH_ARTIFACT"]), .other("another-event", [Side.anything]),
          .example("pull-and-scan", ["SCANNING_COMPLETED", "PULL_ARTIFACT"]),
        ])),
    .quirk(
      "webhook-notify-type-no-enum",
      section: "response, table 5, and the example",
      table: "notify_type is a string without a list",
      example: "http",
      others: [.page("swr_03_0906", "notify_type, http only"), .harbor("also slack")],
      holds: .should,
      "http is expected; another way is a warning",
      seen: .observed(
        .field("notify_type", .value), [.example("http"), .other("slack", [Side.anything])])),
    .quirk(
      "webhook-job-detail-empty-or-json",
      section: "response, table 5, and the example",
      table: "job_detail is a string",
      example: "job_detail is an empty string",
      others: [
        .harbor("the field holds the event's payload as JSON text"),
        .terraform("acceptance test wants it to be set"),
      ],
      holds: .note,
      "a string is held to nothing but being a string; JSON text inside is told",
      seen: .observed(
        .field("job_detail", .form),
        [.table("text", ["plain"]), .example("empty"), .other("json", ["text"])])),
    .quirk(
      "webhook-field-renamed-from-harbor",
      section: "response, table 5",
      table: "created_at and updated_at",
      example: "created_at and updated_at",
      others: [.harbor("NotificationJob: creation_time and update_time")],
      holds: .must,
      "the documented names are required; Harbor's own break the contract",
      seen: .observed(
        .names(["created_at", "creation_time"]),
        [.table("created_at"), .other("creation_time")])),
    .quirk(
      "webhook-running-job-two-days-old",
      section: "example response",
      example: "a job that is still running was created two days before its last change",
      holds: .note,
      "a job may be stuck; no age is too high",
      seen: .onThePage("created_at and updated_at of the first job")),
    .quirk(
      "webhook-order-undocumented",
      section: "request, and the example",
      table: "no order is promised, and no parameter asks for one",
      example: "the newest change comes first",
      others: [.harbor("orders by update time, the newest first")],
      holds: .note,
      "any order is as good as another, as long as it does not change",
      seen: .observed(
        .order(of: "updated_at"),
        [
          .example("newest-first", ["descending"]), .table("no-order", ["unordered", "ascending"]),
        ])),
    .quirk(
      "webhook-policy-id-echo",
      section: "response, table 5, and the example",
      table: "policy_id is an integer",
      example: "16 in every job",
      holds: .must,
      "every job has the policy_id of the path",
      seen: .heldBy("relations.policy_id-echo")),
    .quirk(
      "webhook-total-vs-count",
      section: "response, table 4, and the example",
      table: "total is the number of jobs",
      example: "2, with two jobs on the page",
      holds: .must,
      "total counts the jobs on all pages and not those of one",
      seen: .heldBy("paging.rows-equal-total")),
  ]
}
