// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in the shape of webhook jobs and instance jobs.

import Loopback
import Wire

extension Fault {
  static let webhookShape: [Fault] = [
    Fault(
      "webhook-id-string",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "every id is a string of digits",
      .edit("id") { $0.quoted }
    ),
    Fault(
      "webhook-id-decimal",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "ids carry a fraction of zero",
      .edit("id") { $0 + ".0" }
    ),
    Fault(
      "webhook-id-exponent",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "ids are written with an exponent",
      .edit("id") { $0 + "e0" }
    ),
    Fault(
      "webhook-id-beyond-int64",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "the 31st id does not fit 64 bits",
      .set("id", "9223372036854775808", in: .thirtyFirst)
    ),
    Fault(
      "webhook-policy-id-string",
      .webhookJobs,
      .shape, rule: "value-is-integer",
      "policy_id is a string of digits",
      .edit("policy_id") { $0.quoted }
    ),
    Fault(
      "webhook-event-type-null",
      .webhookJobs,
      .shape, rule: "value-is-string",
      "event_type is null in the 31st row",
      .set("event_type", "null", in: .thirtyFirst)
    ),
    Fault(
      "webhook-event-type-lower-case",
      .webhookJobs,
      .shape, rule: "value-is-string",
      "event types are in small letters",
      .edit("event_type") { $0.lowercased() }
    ),
    Fault(
      "webhook-event-type-other",
      .webhookJobs,
      .shape, rule: "value-is-string",
      level: .should,
      "event types are none that anybody knows",
      .set("event_type", #""MOON_LANDED""#)
    ),
    Fault(
      "webhook-notify-type-number",
      .webhookJobs,
      .shape, rule: "value-is-string",
      "notify_type is a number",
      .set("notify_type", "1")
    ),
    Fault(
      "webhook-notify-type-other",
      .webhookJobs,
      .shape, rule: "value-is-string",
      level: .should,
      "notify_type is a kind that nobody documented",
      .set("notify_type", #""carrier-pigeon""#)
    ),
    Fault(
      "webhook-status-unknown-word",
      .webhookJobs,
      .shape, rule: "value-in-enum",
      "succeeded jobs are Done",
      .set("status", #""Done""#, in: .status("Succeed"))
    ),
    Fault(
      "webhook-status-upper-case",
      .webhookJobs,
      .shape, rule: "value-in-enum",
      "status words are in capitals",
      .edit("status") { $0.uppercased() }
    ),
    Fault(
      "webhook-status-number",
      .webhookJobs,
      .shape, rule: "value-in-enum",
      "status is a number",
      .set("status", "3")
    ),
    Fault(
      "webhook-status-text-missing-under-filter",
      .webhookJobs,
      .shape, rule: "required-field",
      level: .should,
      "status_text is left out where a status is asked for",
      .drop("status_text", in: .filtered)
    ),
    Fault(
      "webhook-status-text-object",
      .webhookJobs,
      .shape, rule: "value-is-string",
      "status_text is an object",
      .edit("status_text") { #"{"text":\#($0)}"# }
    ),
    Fault(
      "webhook-job-detail-object",
      .webhookJobs,
      .shape, rule: "value-has-accepted-form",
      "job_detail is an object where it has content",
      .edit("job_detail") { $0.count > 2 ? RawObject.parameters($0).json : $0 }
    ),
    Fault(
      "webhook-job-detail-missing-on-later-pages",
      .webhookJobs,
      .shape, rule: "required-field",
      "job_detail is left out from the second page on",
      .drop("job_detail", in: .laterPages)
    ),
    Fault(
      "webhook-created-at-renamed",
      .webhookJobs,
      .shape, rule: "required-field",
      "created_at is called creation_time",
      .rename("created_at", to: "creation_time")
    ),
    Fault(
      "webhook-created-at-camel-case",
      .webhookJobs,
      .shape, rule: "required-field",
      "created_at is called createdAt",
      .rename("created_at", to: "createdAt")
    ),
    Fault(
      "webhook-created-at-without-t",
      .webhookJobs,
      .shape, rule: "value-is-timestamp",
      "a blank stands between date and time",
      .edit("created_at") { $0.replacing("T", with: " ") }
    ),
    Fault(
      "webhook-created-at-trailing-blank",
      .webhookJobs,
      .shape, rule: "value-is-timestamp",
      level: .should,
      "a blank follows the time",
      .edit("created_at") { ($0.unquoted + " ").quoted }
    ),
    Fault(
      "webhook-updated-at-epoch",
      .webhookJobs,
      .shape, rule: "value-is-timestamp",
      "updated_at is a number of seconds",
      .set("updated_at", "1772445323")
    ),
    Fault(
      "webhook-updated-at-ten-digits",
      .webhookJobs,
      .shape, rule: "value-is-timestamp",
      level: .should,
      "the fraction of the 31st updated_at has ten digits",
      .set("updated_at", #""2026-03-02T09:15:00.0123456789Z""#, in: .thirtyFirst)
    ),
    Fault(
      "webhook-updated-at-missing",
      .webhookJobs,
      .shape, rule: "required-field",
      "updated_at is left out of every row",
      .drop("updated_at")
    ),
    Fault(
      "webhook-policy-id-missing-in-row-31",
      .webhookJobs,
      .shape, rule: "required-field",
      "policy_id is left out of the 31st row",
      .drop("policy_id", in: .thirtyFirst)
    ),
    Fault(
      "webhook-jobs-capitalized",
      .webhookJobs,
      .shape, rule: "required-field",
      "the list is called Jobs",
      .renameList(to: "Jobs")
    ),
    Fault(
      "webhook-list-null",
      .webhookJobs,
      .paging, rule: "rows-equal-total",
      "the list is null",
      .list("null")
    ),
    Fault(
      "webhook-total-missing",
      .webhookJobs,
      .shape, rule: "required-field",
      "total is left out",
      .frame("total", nil)
    ),
    Fault(
      "webhook-row-null",
      .webhookJobs,
      .shape, rule: "value-is-array",
      "a null stands in the list among the rows",
      .page { page, _, _ in
        page.list = "[" + (page.rows.map(\.json) + ["null"]).joined(separator: ",") + "]"
      }
    ),
    Fault(
      "webhook-duplicate-key",
      .webhookJobs,
      .shape, rule: "unique-names",
      "the 31st row says its status twice",
      .rows(.thirtyFirst) { $0.fields.append(.init(name: "status", json: #""Failed""#)) }
    ),
    Fault(
      "webhook-content-type-html",
      .webhookJobs,
      .shape, rule: "content-type-json",
      "JSON is announced as HTML",
      .header("Content-Type", "text/html")
    ),
    Fault(
      "webhook-request-id-missing",
      .webhookJobs,
      .shape, rule: "request-id",
      level: .should,
      "lists carry no X-Request-Id",
      .header("X-Request-Id", nil)
    ),
    Fault(
      "webhook-body-truncated",
      .webhookJobs,
      .shape, rule: "whole-answer",
      "the connection ends in the middle of the body",
      .deliver { .truncated(after: $0 / 2) }
    ),
    Fault(
      "webhook-body-trailing-comma",
      .webhookJobs,
      .shape, rule: "well-formed-json",
      "a comma follows the last member",
      .text { String($0.dropLast()) + ",}" }
    ),
    Fault(
      "webhook-body-byte-order-mark",
      .webhookJobs,
      .shape, rule: "well-formed-json",
      "a byte order mark opens the body",
      .bytes { [0xEF, 0xBB, 0xBF] + $0 }
    ),
  ]

  static let jobsShape: [Fault] = [
    Fault(
      "jobs-id-number",
      .instanceJobs,
      .shape, rule: "value-is-string",
      "ids are numbers",
      .set("id", "36")
    ),
    Fault(
      "jobs-id-not-uuid",
      .instanceJobs,
      .shape, rule: "value-is-string",
      level: .should,
      "ids are UUIDs without dashes",
      .edit("id") { $0.replacing("-", with: "") }
    ),
    Fault(
      "jobs-id-missing-in-row-31",
      .instanceJobs,
      .shape, rule: "required-field",
      "the 31st row has no id",
      .drop("id", in: .thirtyFirst)
    ),
    Fault(
      "jobs-instance-id-number",
      .instanceJobs,
      .shape, rule: "value-is-string",
      "instance_id is a number",
      .set("instance_id", "7")
    ),
    Fault(
      "jobs-resource-id-array",
      .instanceJobs,
      .shape, rule: "value-is-string",
      "resource_id is an array",
      .edit("resource_id") { "[\($0)]" }
    ),
    Fault(
      "jobs-resource-name-object",
      .instanceJobs,
      .shape, rule: "value-is-string",
      "resource_name of the 31st row is an object",
      .set("resource_name", "{}", in: .thirtyFirst)
    ),
    Fault(
      "jobs-type-empty",
      .instanceJobs,
      .shape, rule: "value-is-string",
      "type is empty",
      .set("type", #""""#)
    ),
    Fault(
      "jobs-type-missing-under-filter",
      .instanceJobs,
      .shape, rule: "required-field",
      "type is left out where a status is asked for",
      .drop("type", in: .filtered)
    ),
    Fault(
      "jobs-status-succeed",
      .instanceJobs,
      .shape, rule: "value-in-enum",
      "Success is spelled Succeed",
      .set("status", #""Succeed""#, in: .status("Success"))
    ),
    Fault(
      "jobs-status-lower-case",
      .instanceJobs,
      .shape, rule: "value-in-enum",
      "status words are in small letters",
      .edit("status") { $0.lowercased() }
    ),
    Fault(
      "jobs-status-initialized",
      .instanceJobs,
      .shape, rule: "value-in-enum",
      "Initializing is spelled Initialized, as other lists have it",
      .set("status", #""Initialized""#, in: .status("Initializing"))
    ),
    Fault(
      "jobs-status-null",
      .instanceJobs,
      .shape, rule: "value-in-enum",
      "status is null",
      .set("status", "null")
    ),
    Fault(
      "jobs-status-missing-on-later-pages",
      .instanceJobs,
      .shape, rule: "required-field",
      "status is left out from the second page on",
      .drop("status", in: .laterPages)
    ),
    Fault(
      "jobs-reason-missing-on-failure",
      .instanceJobs,
      .relations, rule: "relation-holds",
      level: .should,
      "failed jobs give no reason",
      .drop("reason", in: .status("Failed"))
    ),
    Fault(
      "jobs-reason-number",
      .instanceJobs,
      .shape, rule: "value-is-string",
      "the reason of a failure is a number",
      .set("reason", "42", in: .status("Failed"))
    ),
    Fault(
      "jobs-created-at-february-30",
      .instanceJobs,
      .shape, rule: "value-is-timestamp",
      "the 31st job was created on February 30",
      .set("created_at", #""2026-02-30T03:50:38Z""#, in: .thirtyFirst)
    ),
    Fault(
      "jobs-created-at-without-zone",
      .instanceJobs,
      .shape, rule: "value-is-timestamp",
      "created_at has no zone",
      .edit("created_at") { $0.replacing("Z", with: "") }
    ),
    Fault(
      "jobs-updated-at-number",
      .instanceJobs,
      .shape, rule: "value-is-timestamp",
      "updated_at counts milliseconds",
      .set("updated_at", "1762142318000")
    ),
    Fault(
      "jobs-updated-at-renamed",
      .instanceJobs,
      .shape, rule: "required-field",
      level: .should,
      "updated_at is called update_time",
      .rename("updated_at", to: "update_time")
    ),
    Fault(
      "jobs-list-capitalized",
      .instanceJobs,
      .shape, rule: "required-field",
      "the list is called Jobs",
      .renameList(to: "Jobs")
    ),
    Fault(
      "jobs-list-named-tasks",
      .instanceJobs,
      .shape, rule: "required-field",
      "the list is called tasks",
      .renameList(to: "tasks")
    ),
    Fault(
      "jobs-list-object",
      .instanceJobs,
      .shape, rule: "value-is-array",
      "the list is an object of rows by number",
      .page { page, _, _ in
        let members = page.rows.enumerated().map { "\"\($0)\":\($1.json)" }
        page.list = "{" + members.joined(separator: ",") + "}"
      }
    ),
    Fault(
      "jobs-root-array",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "the root is an array",
      .text { "[\($0)]" }
    ),
    Fault(
      "jobs-total-null",
      .instanceJobs,
      .shape, rule: "value-is-integer",
      "total is null",
      .frame("total", "null")
    ),
    Fault(
      "jobs-total-decimal",
      .instanceJobs,
      .shape, rule: "value-is-integer",
      "total carries a fraction of zero",
      .page { page, _, _ in page.frame["total"]? += ".0" }
    ),
    Fault(
      "jobs-content-type-missing",
      .instanceJobs,
      .shape, rule: "content-type-json",
      "lists carry no Content-Type",
      .header("Content-Type", nil)
    ),
    Fault(
      "jobs-created-201",
      .instanceJobs,
      .shape, rule: "status-200",
      "lists come with 201",
      .status(201, on: .lists)
    ),
    Fault(
      "jobs-body-empty",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "the body of a 200 is empty",
      .bytes { _ in [] }
    ),
    Fault(
      "jobs-body-single-quotes",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "strings stand in single quotes",
      .text { $0.replacing("\"", with: "'") }
    ),
    Fault(
      "jobs-body-utf16",
      .instanceJobs,
      .shape, rule: "well-formed-json",
      "the body is UTF-16",
      .answers(.lists) { response in
        let text = String(decoding: response.body, as: UTF8.self)
        response.body = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
    ),
    Fault(
      "jobs-connection-closed",
      .instanceJobs,
      .shape, rule: "whole-answer",
      "the connection is closed instead of a list",
      .deliver { _ in .closed }
    ),
    Fault(
      "jobs-content-length-too-long",
      .instanceJobs,
      .shape, rule: "whole-answer",
      "Content-Length promises more than there is",
      .deliver { .misdeclared(length: $0 + 16) }
    ),
    Fault(
      "jobs-compressed-unasked",
      .instanceJobs,
      .shape, rule: "plain-http",
      level: .should,
      "lists are compressed although identity was asked for",
      .deliver { _ in .gzip }
    ),
  ]
}
