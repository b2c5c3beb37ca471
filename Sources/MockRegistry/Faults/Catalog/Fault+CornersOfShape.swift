// SPDX-License-Identifier: Apache-2.0
// Data only: bugs of shape that show in one row, on one page or in one header only.

import Loopback
import Wire

extension Fault {
  static let cornersOfJobShape: [Fault] = [
    Fault(
      "jobs-redirect-elsewhere",
      .instanceJobs,
      .shape, rule: "status-200",
      "the list is answered 302 to another host",
      .status(302, on: .lists),
      .header("Location", "http://registry.example.net/elsewhere", on: .status(302))
    ),
    Fault(
      "webhook-ids-strings-behind-row-31",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "ids are strings of digits behind the 31st row",
      .edit("id", in: .from(31)) { $0.quoted }
    ),
    Fault(
      "webhook-status-trailing-blank-in-one-row",
      .webhookJobs,
      .shape, rule: "value-in-enum",
      "a blank follows the status of one row",
      .edit("status", in: .number(36)) { ($0.unquoted + " ").quoted }
    ),
    Fault(
      "webhook-updated-at-lower-case-z",
      .webhookJobs,
      .shape, rule: "value-is-timestamp",
      level: .should,
      "the zone of the last updated_at is a small z",
      .edit("updated_at", in: .last) { $0.replacing("Z", with: "z") }
    ),
    Fault(
      "webhook-created-at-empty-in-one-row",
      .webhookJobs,
      .shape, rule: "value-is-timestamp",
      "one created_at is empty",
      .set("created_at", #""""#, in: .number(17))
    ),
    Fault(
      "webhook-policy-id-string-under-filter",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "policy_id is a string where a status is asked for",
      .edit("policy_id", in: .filtered) { $0.quoted }
    ),
    Fault(
      "webhook-content-type-latin1",
      .webhookJobs,
      .shape, rule: "content-type-json",
      level: .should,
      "Content-Type names a charset that the body is not in",
      .header("Content-Type", "application/json; charset=iso-8859-1")
    ),
    Fault(
      "webhook-list-missing-past-end",
      .webhookJobs,
      .shape, rule: "required-field",
      "behind the last row there is a total and no list",
      .answer { answer, context in
        let count = context.table.view().count
        guard context.request.number("offset") ?? 0 >= count, answer.response.status == 200 else {
          return
        }
        answer.response.body = Array(#"{"total":\#(count)}"#.utf8)
      }
    ),
    .answeredOnce(304, for: .instanceJobs, by: "not-modified"),
    .answeredOnce(409, for: .webhookJobs, by: "conflict"),
    .answeredOnce(410, for: .retentionTasks, by: "gone"),
    .answeredOnce(204, for: .replicationTasks, by: "no-content"),
    Fault(
      "jobs-created-at-comma-in-one-row",
      .instanceJobs,
      .shape, rule: "value-is-timestamp",
      "a comma opens the fraction of one created_at",
      .set("created_at", #""2025-11-03T03:58:38,305Z""#, in: .number(12))
    ),
    Fault(
      "jobs-body-utf16-with-mark",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "the body is UTF-16 and announced as such",
      .answers(.lists) { response in
        let text = "\u{FEFF}" + String(decoding: response.body, as: UTF8.self)
        response.body = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        response.headers["Content-Type"] = "application/json; charset=utf-16"
      }
    ),
    Fault(
      "jobs-resource-name-raw-newline",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "a raw line feed stands in one resource_name",
      .set("resource_name", "\"two\nlines\"", in: .number(20))
    ),
    Fault(
      "jobs-body-javascript-comment",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "a comment opens the body",
      .text { "/* jobs */" + $0 }
    ),
    Fault(
      "jobs-total-exponent-past-end",
      .instanceJobs,
      .shape, rule: "value-is-integer",
      "total has an exponent behind the last row",
      .pagesPastEnd { page, _, _ in page.frame["total"]? += "e0" }
    ),
  ]

  static let cornersOfTaskShape: [Fault] = [
    Fault(
      "retention-total-exponent-in-one-row",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "total of the last row is written with an exponent",
      .edit("total", in: .last) { $0 + "E+0" }
    ),
    Fault(
      "retention-repository-lone-surrogate",
      .retentionTasks,
      .shape, rule: "paired-surrogates",
      level: .should,
      "the 31st repository has half of a character",
      .set("repository", #""web\ud83d""#, in: .thirtyFirst)
    ),
    Fault(
      "retention-end-time-comma-in-one-row",
      .retentionTasks,
      .shape, rule: "value-is-timestamp",
      "a comma opens the fraction of one end_time",
      .set("end_time", #""2026-02-27T01:02:03,5Z""#, in: .number(12))
    ),
    Fault(
      "retention-status-full-width",
      .retentionTasks,
      .shape, rule: "value-in-enum",
      "one status begins with a letter that only looks like S",
      .set("status", #""\uff33ucceed""#, in: .number(7))
    ),
    Fault(
      "retention-status-revision-milliseconds-decimal",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "one status_revision has milliseconds",
      .edit("status_revision", in: .number(22)) { $0 + ".125" }
    ),
    Fault(
      "gc-job-parameters-double-encoded",
      .gcTasks,
      .shape, rule: "value-has-accepted-form",
      "the string of job_parameters holds a string that holds the object",
      .edit("job_parameters") { $0.quoted }
    ),
    Fault(
      "gc-job-parameters-empty-while-pending",
      .gcTasks,
      .shape, rule: "value-has-accepted-form",
      "job_parameters of a waiting task is an empty string",
      .set("job_parameters", #""""#, in: .status("Pending"))
    ),
    Fault(
      "gc-purged-blobs-string",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "purged_blobs is a string",
      .parameters { $0["purged_blobs"] = $0["purged_blobs"]?.quoted }
    ),
    Fault(
      "gc-purged-blobs-decimal-as-object",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "job_parameters is an object in which purged_blobs has a fraction",
      .edit("job_parameters") { json in
        var parameters = RawObject.parameters(json)
        if let blobs = parameters["purged_blobs"] { parameters["purged_blobs"] = blobs + ".5" }
        return parameters.json
      }
    ),
    Fault(
      "gc-purged-manifests-string",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "purged_manifests is a string",
      .parameters { $0["purged_manifests"] = $0["purged_manifests"]?.quoted }
    ),
    Fault(
      "gc-purged-manifests-array",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "purged_manifests lists instead of counting",
      .parameters { if $0["purged_manifests"] != nil { $0["purged_manifests"] = "[]" } }
    ),
    Fault(
      "gc-page-info-missing-on-last-page",
      .gcTasks,
      .shape, rule: "required-field",
      "the last page has no page_info",
      .page { page, _, _ in if page.frame["page_info"] == "{}" { page.frame["page_info"] = nil } }
    ),
    Fault(
      "gc-marker-false-on-last-page",
      .gcTasks,
      .shape, rule: "value-is-string",
      "next_marker of the last page is false",
      .page { page, _, _ in
        if page.frame["page_info"] == "{}" { page.frame["page_info"] = #"{"next_marker":false}"# }
      }
    ),
    Fault(
      "replication-status-revision-beyond-int64",
      .replicationTasks,
      .shape, rule: "value-is-integer",
      "StatusRevision of the last row does not fit 64 bits",
      .set("StatusRevision", "9223372036854775808", in: .last)
    ),
    Fault(
      "replication-id-exponent-in-one-row",
      .replicationTasks,
      .shape, rule: "value-is-integer",
      "one id is written with an exponent",
      .edit("id", in: .number(33)) { $0 + "E0" }
    ),
    Fault(
      "replication-start-time-zone-without-colon",
      .replicationTasks,
      .shape, rule: "value-is-timestamp",
      "the zone of one start_time has no colon",
      .edit("start_time", in: .number(35)) { $0.replacing("Z", with: "+0000") }
    ),
    Fault(
      "replication-end-time-month-13",
      .replicationTasks,
      .shape, rule: "value-is-timestamp",
      "the last task ended in the 13th month",
      .set("end_time", #""2026-13-01T00:00:00Z""#, in: .last)
    ),
    Fault(
      "replication-rows-in-arrays-on-later-pages",
      .replicationTasks,
      .shape, rule: "value-is-array",
      "from the second page on each row stands in an array of its own",
      .page { page, _, _ in
        guard page.start > 0 else { return }
        page.list = "[" + page.rows.map { "[\($0.json)]" }.joined(separator: ",") + "]"
      }
    ),
    Fault(
      "replication-dst-resource-lone-surrogate",
      .replicationTasks,
      .shape, rule: "paired-surrogates",
      level: .should,
      "dst_resource of one row has half of a character",
      .set("dst_resource", #""mirror/\udc00:[1]""#, in: .number(11))
    ),
  ]
}
