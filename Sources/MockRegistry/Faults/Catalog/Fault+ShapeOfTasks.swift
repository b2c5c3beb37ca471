// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in the shape of retention, GC and replication tasks.

import Loopback
import Wire

extension Fault {
  static let retentionShape: [Fault] = [
    Fault(
      "retention-id-string",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "every id is a string of digits",
      .edit("id") { $0.quoted }
    ),
    Fault(
      "retention-id-null-in-row-31",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "the 31st id is null",
      .set("id", "null", in: .thirtyFirst)
    ),
    Fault(
      "retention-execution-id-string",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "execution_id is a string of digits",
      .edit("execution_id") { $0.quoted }
    ),
    Fault(
      "retention-repository-number",
      .retentionTasks,
      .shape, rule: "value-is-string",
      "repository is a number",
      .set("repository", "12")
    ),
    Fault(
      "retention-repository-missing-under-filter",
      .retentionTasks,
      .shape, rule: "required-field",
      "repository is left out where a status is asked for",
      .drop("repository", in: .filtered)
    ),
    Fault(
      "retention-job-id-number",
      .retentionTasks,
      .shape, rule: "value-is-string",
      "job_id is a number",
      .set("job_id", "8")
    ),
    Fault(
      "retention-job-id-not-hex",
      .retentionTasks,
      .shape, rule: "value-is-string",
      level: .should,
      "job_id is a name instead of 24 hexadecimal digits",
      .set("job_id", #""retention-job""#)
    ),
    Fault(
      "retention-status-lower-case",
      .retentionTasks,
      .shape, rule: "value-in-enum",
      "status words are in small letters",
      .edit("status") { $0.lowercased() }
    ),
    Fault(
      "retention-status-unknown-word",
      .retentionTasks,
      .shape, rule: "value-in-enum",
      "stopped tasks are Cancelled",
      .set("status", #""Cancelled""#, in: .status("Stopped"))
    ),
    Fault(
      "retention-status-code-string",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "status_code is a string",
      .edit("status_code") { $0.quoted }
    ),
    Fault(
      "retention-status-code-missing-on-later-pages",
      .retentionTasks,
      .shape, rule: "required-field",
      "status_code is left out from the second page on",
      .drop("status_code", in: .laterPages)
    ),
    Fault(
      "retention-status-revision-decimal",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "status_revision carries a fraction of zero",
      .edit("status_revision") { $0 + ".0" }
    ),
    Fault(
      "retention-status-revision-missing",
      .retentionTasks,
      .shape, rule: "required-field",
      level: .should,
      "status_revision is left out",
      .drop("status_revision")
    ),
    Fault(
      "retention-start-time-february-30",
      .retentionTasks,
      .shape, rule: "value-is-timestamp",
      "the 31st task began on February 30",
      .set("start_time", #""2026-02-30T01:00:00Z""#, in: .thirtyFirst)
    ),
    Fault(
      "retention-start-time-without-t",
      .retentionTasks,
      .shape, rule: "value-is-timestamp",
      "a blank stands between date and time",
      .edit("start_time") { $0.replacing("T", with: " ") }
    ),
    Fault(
      "retention-end-time-null",
      .retentionTasks,
      .shape, rule: "value-is-timestamp",
      level: .should,
      "end_time of a running task is null",
      .set("end_time", "null", in: .status("InProgress"))
    ),
    Fault(
      "retention-end-time-number",
      .retentionTasks,
      .shape, rule: "value-is-timestamp",
      "end_time is a number of seconds",
      .set("end_time", "1772154158")
    ),
    Fault(
      "retention-end-time-hour-25",
      .retentionTasks,
      .shape, rule: "value-is-timestamp",
      "the 31st task ended at 25 o'clock",
      .set("end_time", #""2026-02-27T25:02:38.9Z""#, in: .thirtyFirst)
    ),
    Fault(
      "retention-item-total-string",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "total of every task is a string",
      .edit("total") { $0.quoted }
    ),
    Fault(
      "retention-item-total-missing",
      .retentionTasks,
      .shape, rule: "required-field",
      "tasks have no total of their own",
      .drop("total")
    ),
    Fault(
      "retention-retained-exponent",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "retained is written with an exponent",
      .edit("retained") { $0 + "e0" }
    ),
    Fault(
      "retention-retained-boolean",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "retained says whether, not how many",
      .edit("retained") { $0 == "0" ? "false" : "true" }
    ),
    Fault(
      "retention-tasks-capitalized",
      .retentionTasks,
      .shape, rule: "required-field",
      "the list is called Tasks",
      .renameList(to: "Tasks")
    ),
    Fault(
      "retention-total-camel-case",
      .retentionTasks,
      .shape, rule: "required-field",
      "total is called totalCount",
      .page { page, _, _ in page.frame.rename("total", to: "totalCount") }
    ),
    Fault(
      "retention-total-negative",
      .retentionTasks,
      .shape, rule: "value-is-integer",
      "total is -1",
      .frame("total", "-1")
    ),
    Fault(
      "retention-list-null",
      .retentionTasks,
      .paging, rule: "rows-equal-total",
      "the list is null",
      .list("null")
    ),
    Fault(
      "retention-request-id-missing",
      .retentionTasks,
      .shape, rule: "request-id",
      level: .should,
      "lists carry no X-Request-Id",
      .header("X-Request-Id", nil)
    ),
    Fault(
      "retention-body-html",
      .retentionTasks,
      .shape, rule: "well-formed-json",
      "a page for people comes with 200",
      .html(.lists)
    ),
    Fault(
      "retention-body-nan",
      .retentionTasks,
      .shape, rule: "well-formed-json",
      "retained of the 31st row is NaN",
      .set("retained", "NaN", in: .thirtyFirst)
    ),
    Fault(
      "retention-body-leading-zero",
      .retentionTasks,
      .shape, rule: "well-formed-json",
      "numbers begin with a zero",
      .edit("total") { "0" + $0 }
    ),
    Fault(
      "retention-no-content",
      .retentionTasks,
      .shape, rule: "status-200",
      "lists come with 204 and no body",
      .status(204, on: .lists),
      .answers(.status(204)) { $0.body = [] }
    ),
  ]

  static let gcShape: [Fault] = [
    Fault(
      "gc-id-string",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "every id is a string of digits",
      .edit("id") { $0.quoted }
    ),
    Fault(
      "gc-id-decimal-in-row-31",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "the 31st id carries a fraction of zero",
      .edit("id", in: .thirtyFirst) { $0 + ".0" }
    ),
    Fault(
      "gc-job-name-null",
      .gcTasks,
      .shape, rule: "value-is-string",
      level: .should,
      "job_name is null",
      .set("job_name", "null")
    ),
    Fault(
      "gc-job-name-number",
      .gcTasks,
      .shape, rule: "value-is-string",
      "job_name is a number",
      .set("job_name", "5")
    ),
    Fault(
      "gc-job-kind-lower-case",
      .gcTasks,
      .shape, rule: "value-in-enum",
      "job_kind is in small letters",
      .edit("job_kind") { $0.lowercased() }
    ),
    Fault(
      "gc-job-kind-unknown",
      .gcTasks,
      .shape, rule: "value-in-enum",
      "job_kind of the 31st row is HOURLY",
      .set("job_kind", #""HOURLY""#, in: .thirtyFirst)
    ),
    Fault(
      "gc-job-status-succeed",
      .gcTasks,
      .shape, rule: "value-in-enum",
      "Success is spelled Succeed",
      .set("job_status", #""Succeed""#, in: .status("Success"))
    ),
    Fault(
      "gc-job-status-lower-case",
      .gcTasks,
      .shape, rule: "value-in-enum",
      "status words are in small letters",
      .edit("job_status") { $0.lowercased() }
    ),
    Fault(
      "gc-job-status-renamed",
      .gcTasks,
      .shape, rule: "required-field",
      "job_status is called status",
      .rename("job_status", to: "status")
    ),
    Fault(
      "gc-job-parameters-array",
      .gcTasks,
      .shape, rule: "value-has-accepted-form",
      "job_parameters is an array",
      .edit("job_parameters") { "[\(RawObject.parameters($0).json)]" }
    ),
    Fault(
      "gc-job-parameters-broken-string",
      .gcTasks,
      .shape, rule: "well-formed-json",
      "the JSON in the string of job_parameters is cut off",
      .edit("job_parameters") { String($0.unquoted.dropLast()) + "\"" }
    ),
    Fault(
      "gc-job-parameters-number",
      .gcTasks,
      .shape, rule: "value-has-accepted-form",
      "job_parameters is a number",
      .set("job_parameters", "3")
    ),
    Fault(
      "gc-job-parameters-stray-quote",
      .gcTasks,
      .shape, rule: "well-formed-json",
      "job_parameters is an object with a quote left over behind it",
      .edit("job_parameters") { RawObject.parameters($0).json + "\"" }
    ),
    Fault(
      "gc-workers-string",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "workers is a string inside job_parameters",
      .parameters { $0["workers"] = $0["workers"]?.quoted }
    ),
    Fault(
      "gc-workers-missing",
      .gcTasks,
      .shape, rule: "required-field",
      level: .should,
      "job_parameters say nothing of workers",
      .parameters { $0["workers"] = nil }
    ),
    Fault(
      "gc-dry-run-number",
      .gcTasks,
      .shape, rule: "value-is-boolean",
      "dry_run is 0 or 1",
      .parameters { $0["dry_run"] = $0["dry_run"] == "true" ? "1" : "0" }
    ),
    Fault(
      "gc-delete-untagged-string",
      .gcTasks,
      .shape, rule: "value-is-boolean",
      "delete_untagged is a string",
      .parameters { $0["delete_untagged"] = $0["delete_untagged"]?.quoted }
    ),
    Fault(
      "gc-freed-space-decimal",
      .gcTasks,
      .shape, rule: "value-is-integer",
      "freed_space carries a fraction",
      .parameters { parameters in
        if let freed = parameters["freed_space"] { parameters["freed_space"] = freed + ".5" }
      }
    ),
    Fault(
      "gc-creation-time-renamed",
      .gcTasks,
      .shape, rule: "required-field",
      level: .should,
      "creation_time is called created_at",
      .rename("creation_time", to: "created_at")
    ),
    Fault(
      "gc-creation-time-without-zone",
      .gcTasks,
      .shape, rule: "value-is-timestamp",
      "creation_time has no zone",
      .edit("creation_time") { $0.replacing("Z", with: "") }
    ),
    Fault(
      "gc-update-time-epoch",
      .gcTasks,
      .shape, rule: "value-is-timestamp",
      "update_time is a number of seconds",
      .set("update_time", "1772416007")
    ),
    Fault(
      "gc-id-missing-on-later-pages",
      .gcTasks,
      .shape, rule: "required-field",
      "ids are left out from the second page on",
      .drop("id", in: .laterPages)
    ),
    Fault(
      "gc-job-status-missing-in-row-31",
      .gcTasks,
      .shape, rule: "required-field",
      "the 31st row has no job_status",
      .drop("job_status", in: .thirtyFirst)
    ),
    Fault(
      "gc-page-info-missing",
      .gcTasks,
      .shape, rule: "required-field",
      "page_info is left out",
      .frame("page_info", nil)
    ),
    Fault(
      "gc-page-info-flat",
      .gcTasks,
      .shape, rule: "required-field",
      "next_marker stands at the root, not in page_info",
      .page { page, _, _ in
        page.frame =
          RawObject.array(Array("[\(page.frame["page_info"] ?? "{}")]".utf8)).first
          ?? RawObject()
      }
    ),
    Fault(
      "gc-page-info-array",
      .gcTasks,
      .shape, rule: "value-is-object",
      "page_info is an array",
      .page { page, _, _ in page.frame["page_info"] = "[\(page.frame["page_info"] ?? "")]" }
    ),
    Fault(
      "gc-marker-number",
      .gcTasks,
      .shape, rule: "value-is-string",
      "next_marker is a number",
      .page { page, _, _ in
        guard let last = page.rows.last?["id"], page.frame["page_info"] != "{}" else { return }
        page.frame["page_info"] = #"{"next_marker":\#(last)}"#
      }
    ),
    Fault(
      "gc-tasks-capitalized",
      .gcTasks,
      .shape, rule: "required-field",
      "the list is called Tasks",
      .renameList(to: "Tasks")
    ),
    Fault(
      "gc-root-array",
      .gcTasks,
      .shape, rule: "well-formed-json",
      "the root is the array of tasks",
      .answers(.lists) { response in
        let body = RawObject.array(Array("[".utf8) + response.body + Array("]".utf8)).first
        response.body = Array((body?["tasks"] ?? "[]").utf8)
      }
    ),
    Fault(
      "gc-content-type-text",
      .gcTasks,
      .shape, rule: "content-type-json",
      "JSON is announced as plain text",
      .header("Content-Type", "text/plain")
    ),
    Fault(
      "gc-body-gzip-undeclared",
      .gcTasks,
      .shape, rule: "well-formed-json",
      "the body begins like gzip, and no header says so",
      .bytes { [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF] + $0 }
    ),
    Fault(
      "gc-body-garbage-behind",
      .gcTasks,
      .shape, rule: "well-formed-json",
      "a second object follows the first",
      .text { $0 + "{}" }
    ),
    Fault(
      "gc-content-length-too-short",
      .gcTasks,
      .shape, rule: "well-formed-json",
      "Content-Length cuts off the last bytes",
      .deliver { .misdeclared(length: $0 - 5) }
    ),
  ]

  static let replicationShape: [Fault] = [
    Fault(
      "replication-id-string",
      .replicationTasks,
      .shape, rule: "value-is-integer",
      "every id is a string of digits",
      .edit("id") { $0.quoted }
    ),
    Fault(
      "replication-id-beyond-int64",
      .replicationTasks,
      .shape, rule: "value-is-integer",
      "the 31st id does not fit 64 bits",
      .set("id", "18446744073709551616", in: .thirtyFirst)
    ),
    Fault(
      "replication-execution-id-decimal",
      .replicationTasks,
      .shape, rule: "value-is-integer",
      "execution_id carries a fraction of zero",
      .edit("execution_id") { $0 + ".0" }
    ),
    Fault(
      "replication-resource-type-null",
      .replicationTasks,
      .shape, rule: "value-is-string",
      "resource_type is null",
      .set("resource_type", "null")
    ),
    Fault(
      "replication-resource-type-other",
      .replicationTasks,
      .shape, rule: "value-is-string",
      level: .should,
      "resource_type is one that nobody documented",
      .set("resource_type", #""bundle""#)
    ),
    Fault(
      "replication-src-resource-object",
      .replicationTasks,
      .shape, rule: "value-has-accepted-form",
      "src_resource is an object",
      .set("src_resource", #"{"type":"artifact"}"#)
    ),
    Fault(
      "replication-src-resource-broken",
      .replicationTasks,
      .shape, rule: "value-has-accepted-form",
      level: .should,
      "the JSON in the string of src_resource is cut off",
      .edit("src_resource") { $0.hasPrefix("\"{") ? String($0.dropLast(3)) + "\"" : $0 }
    ),
    Fault(
      "replication-src-resource-unescaped",
      .replicationTasks,
      .shape, rule: "well-formed-json",
      "the quotes inside src_resource are not escaped",
      .edit("src_resource") { $0.replacing("\\\"", with: "\"") }
    ),
    Fault(
      "replication-dst-resource-missing",
      .replicationTasks,
      .shape, rule: "required-field",
      "dst_resource is left out of every row",
      .drop("dst_resource")
    ),
    Fault(
      "replication-dst-resource-array",
      .replicationTasks,
      .shape, rule: "value-has-accepted-form",
      "dst_resource is an array",
      .edit("dst_resource") { "[\($0)]" }
    ),
    Fault(
      "replication-operation-missing-in-row-31",
      .replicationTasks,
      .shape, rule: "required-field",
      "the 31st row has no operation",
      .drop("operation", in: .thirtyFirst)
    ),
    Fault(
      "replication-operation-number",
      .replicationTasks,
      .shape, rule: "value-is-string",
      "operation is a number",
      .set("operation", "1")
    ),
    Fault(
      "replication-operation-other",
      .replicationTasks,
      .shape, rule: "value-is-string",
      level: .should,
      "operation is one that nobody documented",
      .set("operation", #""teleport""#)
    ),
    Fault(
      "replication-job-id-number",
      .replicationTasks,
      .shape, rule: "value-is-string",
      "job_id is a number",
      .set("job_id", "8")
    ),
    Fault(
      "replication-job-id-missing-on-later-pages",
      .replicationTasks,
      .shape, rule: "required-field",
      "job_id is left out from the second page on",
      .drop("job_id", in: .laterPages)
    ),
    Fault(
      "replication-status-unknown-word",
      .replicationTasks,
      .shape, rule: "value-in-enum",
      "succeeded tasks are Done",
      .set("status", #""Done""#, in: .status("Succeed"))
    ),
    Fault(
      "replication-status-lower-case",
      .replicationTasks,
      .shape, rule: "value-in-enum",
      "status words are in small letters",
      .edit("status") { $0.lowercased() }
    ),
    Fault(
      "replication-status-boolean",
      .replicationTasks,
      .shape, rule: "value-in-enum",
      "status says only true",
      .set("status", "true")
    ),
    Fault(
      "replication-status-revision-renamed",
      .replicationTasks,
      .shape, rule: "required-field",
      level: .should,
      "StatusRevision is called status_revision",
      .rename("StatusRevision", to: "status_revision")
    ),
    Fault(
      "replication-status-revision-string",
      .replicationTasks,
      .shape, rule: "value-is-integer",
      "StatusRevision is a string",
      .edit("StatusRevision") { $0.quoted }
    ),
    Fault(
      "replication-start-time-number",
      .replicationTasks,
      .shape, rule: "value-is-timestamp",
      "start_time is a number of seconds",
      .set("start_time", "1772319492")
    ),
    Fault(
      "replication-start-time-ten-digits",
      .replicationTasks,
      .shape, rule: "value-is-timestamp",
      level: .should,
      "the fraction of the 31st start_time has ten digits",
      .set("start_time", #""2026-02-28T22:20:00.0123456789Z""#, in: .thirtyFirst)
    ),
    Fault(
      "replication-end-time-without-t",
      .replicationTasks,
      .shape, rule: "value-is-timestamp",
      "a blank stands between date and time",
      .edit("end_time") { $0.replacing("T", with: " ") }
    ),
    Fault(
      "replication-end-time-missing",
      .replicationTasks,
      .shape, rule: "required-field",
      "end_time is left out of every row",
      .drop("end_time")
    ),
    Fault(
      "replication-total-missing",
      .replicationTasks,
      .shape, rule: "required-field",
      "total is left out",
      .frame("total", nil)
    ),
    Fault(
      "replication-tasks-named-jobs",
      .replicationTasks,
      .shape, rule: "required-field",
      "the list is called jobs",
      .renameList(to: "jobs")
    ),
    Fault(
      "replication-body-invalid-utf8",
      .replicationTasks,
      .shape, rule: "well-formed-json",
      "a byte in the body is not UTF-8",
      .bytes { bytes in
        bytes.map { $0 == UInt8(ascii: "/") ? 0xFF : $0 }
      }
    ),
    Fault(
      "replication-body-latin1",
      .replicationTasks,
      .shape, rule: "well-formed-json",
      "letters beyond ASCII arrive as single bytes",
      .answers(.lists) { response in
        let text = String(decoding: response.body, as: UTF8.self)
        response.body = text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0xBF }
      }
    ),
    Fault(
      "replication-body-control-character",
      .replicationTasks,
      .shape, rule: "well-formed-json",
      "a raw tab stands inside a string",
      .edit("operation") { ($0.unquoted + "\t") },
      .edit("operation") { "\"\($0)\"" }
    ),
    Fault(
      "replication-content-type-missing",
      .replicationTasks,
      .shape, rule: "content-type-json",
      "lists carry no Content-Type",
      .header("Content-Type", nil)
    ),
  ]
}
