// SPDX-License-Identifier: Apache-2.0
// Data only: bugs of one list that no operator makes, because they need what only that list has.

import Loopback
import Wire

extension Fault {
  static let singular: [Fault] =
    webhookJobs + instanceJobs + retentionTasks + gcTasks + replicationTasks
    + counters + oneInstance + spelledTokens

  private static let oneInstance: [Fault] = [
    Fault(
      "instance-status-stale", .oneInstance, .should("object-is-its-row"),
      "an instance says Creating whatever the list says", .set("status", "Creating".quoted)),
    Fault(
      "instance-is-another", .oneInstance, "relation-holds",
      "an instance has an id that the list does not know",
      .set("id", "00000000-0000-4000-8000-000000000000".quoted)),
    Fault(
      "instance-name-flickers", .oneInstance, "same-row-everywhere",
      "an instance has one of two names by turns",
      .row { row, place in row["name"] = "registry-\(place.context.repeats % 2)".quoted }),
    Fault(
      "instance-404-breaks-off", .oneInstance, "whole-answer",
      "the connection closes before a refusal is shown whole",
      .deliver(.status(404)) { _ in .truncated(after: 20) }),
    Fault(
      "instance-shown-as-another", .oneInstance, "no-rows-of-another-parent",
      "another instance is shown as this one with its own id",
      .believe("instance_id") { $0 == MockRegistry.Facts.only["other_instance_id"] },
      .row { row, place in
        row["id"] = (place.context.argument("instance_id")?.value).map(\.quoted)
      }),
    Fault(
      "instance-gone-when-repeated", .oneInstance, "same-request-is-answered",
      "an instance that is asked for again is gone",
      .status(410, on: .repeated)),
  ]

  private static let webhookJobs: [Fault] = [
    Fault(
      "webhook-ids-begin-anew-on-each-page", .webhookJobs, "same-row-everywhere",
      "ids are numbers of rows on their page",
      .row { row, place in row["id"] = String(place.index - place.start + 1) }),
    Fault(
      "webhook-created-at-renamed", .webhookJobs, "required-field",
      "created_at has the upstream's name", .rename("created_at", to: "creation_time")),
  ]

  private static let instanceJobs: [Fault] = [
    Fault(
      "jobs-id-not-uuid", .instanceJobs, .should("value-is-string"),
      "ids are UUIDs without dashes", .edit("id") { $0.replacing("-", with: "") }),
    respelled(.instanceJobs, "Success", "Succeed"),
    respelled(.instanceJobs, "Initializing", "Initialized"),
    Fault(
      "jobs-reason-missing-on-failure", .instanceJobs, .should("relation-holds"),
      "failed jobs give no reason", .drop("reason", in: .status("Failed"))),
    Fault(
      "jobs-single-row-refused", .instanceJobs, "offset-starts-at-row",
      "a limit of one is refused with an offset",
      .refuse("limit") { $0.request.number("limit") == 1 && $0.request.number("offset") == 1 }),
  ]

  private static let retentionTasks: [Fault] = [
    Fault(
      "retention-retained-exceeds-total", .retentionTasks, "relation-holds",
      "the 31st task kept more versions than there were",
      .rows(.thirtyFirst) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }),
    Fault(
      "retention-retained-exceeds-total-under-filter", .retentionTasks, "relation-holds",
      "retained is one above total where a status is asked for",
      .rows(.filtered) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }),
    Fault(
      "retention-retained-exceeds-total-behind-filtered-page", .retentionTasks, "relation-holds",
      "retained is one above total on later pages under a status",
      .row { row, place in
        guard place.query.word != nil, place.start > 0 else { return }
        row["retained"] = String((row.integer("total") ?? 0) + 1)
      }),
    Fault(
      "retention-retained-and-total-swapped", .retentionTasks, "relation-holds",
      "retained and total are mixed up",
      .rows { row in (row["total"], row["retained"]) = (row["retained"], row["total"]) }),
    Fault(
      "retention-total-of-versions", .retentionTasks, "rows-equal-total",
      "total counts the versions of the first task instead of tasks",
      .page { $0.frame["total"] = $0.rows.first?["total"] ?? "0" }),
    Fault(
      "retention-filter-per-page", .retentionTasks, "filter-and-paging-combine",
      "pages are cut first and filtered afterwards",
      .pages(.filtered) { page in
        let rows = page.all[page.start..<page.start + page.query.limit]
        page.rows = rows.filter { $0.text("status") == page.query.word }
      }),
    Fault(
      "retention-status-code-disagrees", .retentionTasks, .should("relation-holds"),
      "failed tasks have the code of running ones",
      .set("status_code", "2", in: .status("Failed"))),
    Fault(
      "retention-finished-end-moves", .retentionTasks, "same-row-everywhere",
      "tasks that succeeded end at another time at every reading",
      .row { row, place in
        guard row["status"] == "Succeed".quoted,
          var end = row.word("end_time").flatMap({ Timestamp($0) })
        else { return }
        end.seconds += place.context.visit
        row["end_time"] = end.text.quoted
      }),
  ]

  private static let gcTasks: [Fault] = [
    respelled(.gcTasks, "Success", "Succeed"),
    Fault(
      "gc-purged-blobs-decimal-as-object", .gcTasks, "value-is-integer",
      "job_parameters is an object in which purged_blobs has a fraction",
      .edit("job_parameters") { json in
        var parameters = RawObject.parameters(json)
        parameters["purged_blobs"] = parameters["purged_blobs"].map { $0 + ".5" }
        return parameters.json
      }),
    Fault(
      "gc-rows-without-frame", .gcTasks, "well-formed-json", "the root is the array of tasks",
      .answers(.lists) { response in
        let body = RawObject(json: String(decoding: response.body, as: UTF8.self))
        response.body = Array((body["tasks"] ?? "[]").utf8)
      }),
  ]

  private static let replicationTasks: [Fault] = [
    Fault(
      "replication-src-resource-unescaped", .replicationTasks, "well-formed-json",
      "the quotes inside src_resource are not escaped",
      .edit("src_resource") { $0.replacing("\\\"", with: "\"") }),
    Fault(
      "replication-repository-named-twice-inside", .replicationTasks, .should("unique-names"),
      "the repository inside src_resource has its name twice",
      .edit("src_resource") {
        $0.replacing(
          #"\"repository\":{"#, with: #"\"repository\":{\"name\":\"team-atlas/another\","#)
      }),
    Fault(
      "replication-tag-in-array", .replicationTasks, .should("value-is-array"),
      "a tag inside src_resource is an array of its letters",
      .edit("src_resource") { $0.replacing(#"\"tags\":["#, with: #"\"tags\":[[\"1\"],"#) }),
    Fault(
      "replication-dst-resource-lone-surrogate", .replicationTasks, .should("paired-surrogates"),
      "dst_resource of one row has half of a character",
      .set("dst_resource", #""mirror/\udc00:[1]""#, in: .number(11))),
    Fault(
      "replication-error-msg-names-password", .replicationTasks, "no-stack-trace",
      "a 404 shows how the program reaches its database",
      .refusals(404) { refusal in
        let text = "dial postgres://registry:hunter2@10.0.0.7:5432: no rows (dao.go:211)"
        refusal.body["error_msg"] = text.quoted
      }),
  ]

  /// Counters of what another list has.
  private static let counters: [Fault] = [
    Fault(
      "replication-executions-total-too-high", .replicationExecutions,
      .should("counter-agrees"), "total and succeed count one task too many",
      .row { row, _ in
        for name in ["total", "succeed"] { row[name] = String((row.integer(name) ?? 0) + 1) }
      }),
    Fault(
      "replication-executions-failed-not-counted", .replicationExecutions,
      .should("relation-holds"), "no task is counted as failed",
      .set("failed", "0")),
  ]

  /// A word is spelled as another list has it.
  private static func respelled(_ list: ListOperation, _ word: String, _ other: String) -> Fault {
    Fault(
      "\(list.word)-\(list.statusField.kebab)-\(other.kebab)", list, "value-in-enum",
      "\(word) is spelled \(other), as other lists have it",
      .set(list.statusField, other.quoted, in: .status(word)))
  }
}
