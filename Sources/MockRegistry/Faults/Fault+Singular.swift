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
      "instance-status-stale", .oneInstance, rule: "object-is-its-row", level: .should,
      "an instance says Creating whatever the list says", .set("status", "Creating".quoted)),
    Fault(
      "instance-is-another", .oneInstance, rule: "relation-holds",
      "an instance has an id that the list does not know",
      .set("id", "00000000-0000-4000-8000-000000000000".quoted)),
    Fault(
      "instance-name-flickers", .oneInstance, rule: "same-row-everywhere",
      "an instance has one of two names by turns",
      .row { row, place in row["name"] = "registry-\(place.context.repeats % 2)".quoted }),
    Fault(
      "instance-404-breaks-off", .oneInstance, rule: "whole-answer",
      "the connection closes before a refusal is shown whole",
      .answer { answer, _ in
        if answer.response.status == 404 { answer.delivery = .truncated(after: 20) }
      }),
    Fault(
      "instance-gone-when-repeated", .oneInstance, rule: "same-request-is-answered",
      "an instance that is asked for again is gone",
      .answer { answer, context in
        if context.repeats > 0, answer.response.status == 200 { answer.response.status = 410 }
      }),
  ]

  private static let webhookJobs: [Fault] = [
    Fault(
      "webhook-ids-begin-anew-on-each-page", .webhookJobs, rule: "same-row-everywhere",
      "ids are numbers of rows on their page",
      .row { row, place in row["id"] = String(place.index - place.start + 1) }),
    Fault(
      "webhook-created-at-renamed", .webhookJobs, rule: "required-field",
      "created_at has the upstream's name", .rename("created_at", to: "creation_time")),
  ]

  private static let instanceJobs: [Fault] = [
    Fault(
      "jobs-id-not-uuid", .instanceJobs, rule: "value-is-string", level: .should,
      "ids are UUIDs without dashes", .edit("id") { $0.replacing("-", with: "") }),
    respelled(.instanceJobs, "Success", "Succeed"),
    respelled(.instanceJobs, "Initializing", "Initialized"),
    Fault(
      "jobs-reason-missing-on-failure", .instanceJobs, rule: "relation-holds", level: .should,
      "failed jobs give no reason", .drop("reason", in: .status("Failed"))),
    Fault(
      "jobs-single-row-refused", .instanceJobs, rule: "offset-starts-at-row",
      "a limit of one is refused with an offset",
      .refuse("limit") { $0.request.number("limit") == 1 && $0.request.number("offset") == 1 }),
  ]

  private static let retentionTasks: [Fault] = [
    Fault(
      "retention-retained-exceeds-total", .retentionTasks, rule: "relation-holds",
      "the 31st task kept more versions than there were",
      .rows(.thirtyFirst) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }),
    Fault(
      "retention-retained-exceeds-total-under-filter", .retentionTasks, rule: "relation-holds",
      "retained is one above total where a status is asked for",
      .rows(.filtered) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }),
    Fault(
      "retention-retained-exceeds-total-behind-filtered-page", .retentionTasks,
      rule: "relation-holds", "retained is one above total on later pages under a status",
      .row { row, place in
        guard place.query.word != nil, place.start > 0 else { return }
        row["retained"] = String((row.integer("total") ?? 0) + 1)
      }),
    Fault(
      "retention-retained-and-total-swapped", .retentionTasks, rule: "relation-holds",
      "retained and total are mixed up",
      .rows { row in (row["total"], row["retained"]) = (row["retained"], row["total"]) }),
    Fault(
      "retention-total-of-versions", .retentionTasks, rule: "rows-equal-total",
      "total counts the versions of the first task instead of tasks",
      .page { page, _, _ in page.frame["total"] = page.rows.first?["total"] ?? "0" }),
    Fault(
      "retention-filter-per-page", .retentionTasks, rule: "filter-and-paging-combine",
      "pages are cut first and filtered afterwards",
      .filteredPages { page, query, all in
        let rows = all[page.start..<page.start + query.limit]
        page.rows = rows.filter { $0.text("status") == query.word }
      }),
    Fault(
      "retention-status-code-disagrees", .retentionTasks, rule: "relation-holds", level: .should,
      "failed tasks have the code of running ones",
      .set("status_code", "2", in: .status("Failed"))),
    Fault(
      "retention-finished-end-moves", .retentionTasks, rule: "same-row-everywhere",
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
      "gc-purged-blobs-decimal-as-object", .gcTasks, rule: "value-is-integer",
      "job_parameters is an object in which purged_blobs has a fraction",
      .edit("job_parameters") { json in
        var parameters = RawObject.parameters(json)
        parameters["purged_blobs"] = parameters["purged_blobs"].map { $0 + ".5" }
        return parameters.json
      }),
    Fault(
      "gc-rows-without-frame", .gcTasks, rule: "well-formed-json", "the root is the array of tasks",
      .answers(.lists) { response in
        let body = RawObject.array(Array("[".utf8) + response.body + Array("]".utf8)).first
        response.body = Array((body?["tasks"] ?? "[]").utf8)
      }),
  ]

  private static let replicationTasks: [Fault] = [
    Fault(
      "replication-src-resource-unescaped", .replicationTasks, rule: "well-formed-json",
      "the quotes inside src_resource are not escaped",
      .edit("src_resource") { $0.replacing("\\\"", with: "\"") }),
    Fault(
      "replication-repository-named-twice-inside", .replicationTasks, rule: "unique-names",
      level: .should, "the repository inside src_resource has its name twice",
      .edit("src_resource") {
        $0.replacing(
          #"\"repository\":{"#, with: #"\"repository\":{\"name\":\"team-atlas/another\","#)
      }),
    Fault(
      "replication-tag-in-array", .replicationTasks, rule: "value-is-array", level: .should,
      "a tag inside src_resource is an array of its letters",
      .edit("src_resource") { $0.replacing(#"\"tags\":["#, with: #"\"tags\":[[\"1\"],"#) }),
    Fault(
      "replication-dst-resource-lone-surrogate", .replicationTasks, rule: "paired-surrogates",
      level: .should, "dst_resource of one row has half of a character",
      .set("dst_resource", #""mirror/\udc00:[1]""#, in: .number(11))),
    Fault(
      "replication-error-msg-names-password", .replicationTasks, rule: "no-stack-trace",
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
      rule: "counter-agrees", level: .should, "total and succeed count one task too many",
      .row { row, _ in
        for name in ["total", "succeed"] { row[name] = String((row.integer(name) ?? 0) + 1) }
      }),
    Fault(
      "replication-executions-failed-not-counted", .replicationExecutions,
      rule: "relation-holds", level: .should, "no task is counted as failed",
      .set("failed", "0")),
  ]

  /// A word is spelled as another list has it.
  private static func respelled(_ list: ListOperation, _ word: String, _ other: String) -> Fault {
    Fault(
      "\(list.word)-\(list.statusField.kebab)-\(other.kebab)", list, rule: "value-in-enum",
      "\(word) is spelled \(other), as other lists have it",
      .set(list.statusField, other.quoted, in: .status(word)))
  }
}
