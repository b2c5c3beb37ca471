// SPDX-License-Identifier: Apache-2.0
// Data only: registries that are odd and not broken, in their bodies and rows.

import Loopback
import Wire

extension Variant {
  static let bodies: [Variant] = [
    Variant(
      "extra-fields", "rows and answers carry members that nobody documented",
      .rows { $0["x_labels"] = #"{"tier":null}"# },
      .frame("x_region", #""mock-1""#)),
    Variant(
      "other-key-order", "members come in reverse order",
      .rows { $0.fields.reverse() },
      .page { $0.frame.fields.reverse() },
      .refusal { refusal, _ in refusal.body.fields.reverse() }),
    Variant("pretty-printed", "JSON has blanks and lines", .text(.all) { $0.prettyPrinted }),
    Variant("blanks-around-body", "blanks stand around the JSON", .text(.all) { "\r\n \($0)\t\n" }),
    Variant(
      "letters-escaped", "every letter beyond ASCII is written as an escape",
      .text(.all) { $0.escapedBeyondASCII }),
    Variant(
      "slashes-escaped", "every slash has a backslash before it",
      .text(.all) { $0.replacing("/", with: "\\/") }),
    Variant(
      "large-ids", "ids need all 63 bits",
      .row { row, place in
        // A row that a path names by its id keeps it.
        guard place.context.list.rows.named == nil, let id = row["id"].flatMap({ Int($0) }) else {
          return
        }
        row["id"] = String(id + 9_000_000_000_000_000_000)
      }),
    Variant(
      "zero-time-with-milliseconds", "the zero time has three digits of fraction",
      .times { $0 == Timestamp.zero ? "0001-01-01T00:00:00.000Z" : String($0) }),
    Variant(
      "times-east-of-utc", "times are given eight hours east of UTC",
      .times { text in
        guard text != Timestamp.zero, var time = Timestamp(text) else { return String(text) }
        time.seconds += 8 * 3_600
        time.tail = time.tail.dropLast() + "+08:00"
        return time.text
      }),
    Variant(
      "times-without-fraction", "times are whole seconds",
      .times { Timestamp($0).map { String($0.text.prefix(19)) + "Z" } ?? String($0) }),
  ]

  static let rows: [Variant] = [
    Variant(
      "webhook-lower-case-words", warns: ["filter-keeps-value", "value-in-enum"],
      "webhook jobs have the upstream's status words",
      .words(
        of: .webhookJobs,
        [
          "Initialized": "scheduled", "Pending": "pending", "InProgress": "running",
          "Succeed": "finished", "Failed": "error", "Stopped": "stopped",
        ])),
    Variant(
      "retention-success-word", warns: ["filter-keeps-value", "value-in-enum"],
      "Succeed is spelled Success in retention tasks",
      .words(of: .retentionTasks, ["Succeed": "Success"])),
    Variant(
      "replication-success-word", warns: ["value-in-enum"],
      "Succeed is spelled Success in replication tasks",
      .words(of: .replicationTasks, ["Succeed": "Success"])),
    Variant(
      "status-text-missing", warns: ["required-field"], "webhook jobs have no status_text",
      .drop("status_text")),
    Variant(
      "status-text-empty", "status_text of webhook jobs is empty",
      .rows(of: .webhookJobs) { $0["status_text"] = #""""# }),
    Variant(
      "job-detail-empty", "job_detail of webhook jobs is empty",
      .rows(of: .webhookJobs) { $0["job_detail"] = #""""# }),
    Variant(
      "job-detail-text", "job_detail of webhook jobs is text and not JSON",
      .rows(of: .webhookJobs) { $0["job_detail"] = #""delivered at noon""# }),
    Variant(
      "reason-only-on-failure", "instance jobs have a reason only if they failed",
      .rows(of: .instanceJobs) { if $0["status"] != #""Failed""# { $0["reason"] = nil } }),
    Variant(
      "job-parameters-object", "job_parameters of GC tasks is an object",
      .edit("job_parameters") { RawObject.parameters($0).json }),
    Variant(
      "job-parameters-bare", "finished GC tasks do not say what they purged",
      .parameters { parameters in
        for name in ["purged_blobs", "purged_manifests", "freed_space"] { parameters[name] = nil }
      }),
    Variant(
      "job-kind-event", warns: ["value-in-enum"],
      "manual GC tasks are of the upstream's kind EVENT",
      .edit("job_kind") { $0 == #""MANUAL""# ? #""EVENT""# : $0 }),
    Variant(
      "resources-as-names", "replicated resources are display names",
      .rows(of: .replicationTasks) { row in
        row["src_resource"] = #""team-atlas/nats:[1.2.0,1.3.0]""#
        row["dst_resource"] = #""mirror/nats:[1.2.0,1.3.0]""#
      }),
    Variant(
      "job-ids-of-periodic-jobs", "jobs are runs of periodic ones, whose ids end with an epoch",
      .edit("job_id") {
        $0.count < 3 || $0.first != "\"" ? $0 : ($0.unquoted + "@1772319420").quoted
      }),
    Variant(
      "status-revision-absent", warns: ["required-field"],
      "replication tasks have no StatusRevision",
      .drop("StatusRevision")),
    Variant(
      "status-revision-zero", "status_revision of retention tasks is zero",
      .rows(of: .retentionTasks) { $0["status_revision"] = "0" }),
    Variant(
      "repository-with-namespace", "repositories of retention tasks include their namespace",
      .edit("repository") { ("team-atlas/" + $0.unquoted).quoted }),
    Variant(
      "unsubmitted-without-job", "retention tasks that wait have neither a job nor a start",
      .rows(of: .retentionTasks) { row in
        guard row["status"] == #""Initialized""# else { return }
        row["job_id"] = #""""#
        row["start_time"] = Timestamp.zero.quoted
      }),
  ]
}
