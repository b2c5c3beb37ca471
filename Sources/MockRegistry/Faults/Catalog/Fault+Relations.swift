// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in what fields say about each other and about the request.

extension Fault {
  static let relations: [Fault] = [
    Fault(
      "webhook-policy-id-of-another",
      .webhookJobs,
      .relations,
      "every row echoes another policy than was asked for",
      .set("policy_id", "28")
    ),
    Fault(
      "webhook-policy-id-of-another-in-row-31",
      .webhookJobs,
      .relations,
      "the 31st row belongs to another policy",
      .set("policy_id", "28", in: .thirtyFirst)
    ),
    Fault(
      "webhook-policy-id-zero-under-filter",
      .webhookJobs,
      .relations,
      "policy_id is zero where a status is asked for",
      .set("policy_id", "0", in: .filtered)
    ),
    Fault(
      "webhook-id-duplicate",
      .webhookJobs,
      .relations,
      "the second row of a page has the first row's id",
      .page { page, _, _ in
        if page.rows.count > 1 { page.rows[1]["id"] = page.rows[0]["id"] }
      }
    ),
    Fault(
      "webhook-updated-before-created",
      .webhookJobs,
      .relations,
      level: .should,
      "jobs changed a minute before they were created",
      .time("updated_at", from: "created_at", by: -60)
    ),
    Fault(
      "webhook-row-differs-on-large-pages",
      .webhookJobs,
      .relations,
      "ids are one higher on pages of more than ten",
      .edit("id", in: .largePages) { Int($0).map { String($0 + 1) } ?? $0 }
    ),
    Fault(
      "webhook-row-differs-under-filter",
      .webhookJobs,
      .relations,
      "event_type is another where a status is asked for",
      .set("event_type", #""DELETE_ARTIFACT""#, in: .filtered)
    ),

    Fault(
      "jobs-id-duplicate",
      .instanceJobs,
      .relations,
      "the 31st job has the first job's id",
      .page { page, question, occasion in
        if page.start <= 30, page.start + page.rows.count > 30, question.status == nil {
          page.rows[30 - page.start]["id"] = occasion.table.view()[0]["id"]
        }
      }
    ),
    Fault(
      "jobs-updated-before-created",
      .instanceJobs,
      .relations,
      level: .should,
      "jobs changed an hour before they were created",
      .time("updated_at", from: "created_at", by: -3_600)
    ),
    Fault(
      "jobs-updated-before-created-in-row-31",
      .instanceJobs,
      .relations,
      level: .should,
      "the 31st job changed a second before it was created",
      .time("updated_at", from: "created_at", by: -1, in: .thirtyFirst)
    ),
    Fault(
      "jobs-row-differs-on-large-pages",
      .instanceJobs,
      .relations,
      "the type is another on pages of more than ten",
      .set("type", #""DeleteInstance""#, in: .largePages)
    ),
    Fault(
      "jobs-row-differs-under-filter",
      .instanceJobs,
      .relations,
      "resource_name is another where a status is asked for",
      .set("resource_name", #""filtered""#, in: .filtered)
    ),
    Fault(
      "jobs-row-differs-between-answers",
      .instanceJobs,
      .relations,
      "every other answer gives rows of another day",
      .time("created_at", from: "created_at", by: -86_400, in: .everyOther)
    ),

    Fault(
      "retention-execution-id-of-another",
      .retentionTasks,
      .relations,
      "every row echoes another execution than was asked for",
      .set("execution_id", "361")
    ),
    Fault(
      "retention-execution-id-of-another-in-row-31",
      .retentionTasks,
      .relations,
      "the 31st row belongs to another execution",
      .set("execution_id", "361", in: .thirtyFirst)
    ),
    Fault(
      "retention-execution-id-is-policy-id",
      .retentionTasks,
      .relations,
      "execution_id holds the policy's number",
      .set("execution_id", "14")
    ),
    Fault(
      "retention-id-duplicate",
      .retentionTasks,
      .relations,
      "the second row of a page has the first row's id",
      .page { page, _, _ in
        if page.rows.count > 1 { page.rows[1]["id"] = page.rows[0]["id"] }
      }
    ),
    Fault(
      "retention-retained-exceeds-total",
      .retentionTasks,
      .relations,
      "the 31st task kept more versions than there were",
      .rows(.thirtyFirst) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }
    ),
    Fault(
      "retention-retained-and-total-swapped",
      .retentionTasks,
      .relations,
      "retained and total are mixed up",
      .rows { row in (row["total"], row["retained"]) = (row["retained"], row["total"]) }
    ),
    Fault(
      "retention-retained-negative",
      .retentionTasks,
      .relations,
      "running tasks kept -1 versions",
      .set("retained", "-1", in: .status("InProgress"))
    ),
    Fault(
      "retention-item-total-negative",
      .retentionTasks,
      .relations,
      "stopped tasks had -5 versions",
      .set("total", "-5", in: .status("Stopped"))
    ),
    Fault(
      "retention-end-before-start",
      .retentionTasks,
      .relations,
      level: .should,
      "finished tasks ended a second before they began",
      .time("end_time", from: "start_time", by: -1)
    ),
    Fault(
      "retention-end-zero-when-final",
      .retentionTasks,
      .relations,
      level: .should,
      "failed tasks never ended",
      .set("end_time", Timestamp.zero.quoted, in: .status("Failed"))
    ),
    Fault(
      "retention-status-code-disagrees",
      .retentionTasks,
      .relations,
      level: .should,
      "failed tasks have the code of running ones",
      .set("status_code", "2", in: .status("Failed"))
    ),
    Fault(
      "retention-status-code-out-of-range",
      .retentionTasks,
      .relations,
      level: .should,
      "stopped tasks have code 4",
      .set("status_code", "4", in: .status("Stopped"))
    ),
    Fault(
      "retention-row-differs-on-large-pages",
      .retentionTasks,
      .relations,
      "repository has its namespace on pages of more than ten",
      .edit("repository", in: .largePages) { ("team-atlas/" + $0.unquoted).quoted }
    ),

    Fault(
      "gc-id-duplicate",
      .gcTasks,
      .relations,
      "the second row of a page has the first row's id",
      .page { page, _, _ in
        if page.rows.count > 1 { page.rows[1]["id"] = page.rows[0]["id"] }
      }
    ),
    Fault(
      "gc-updated-before-created",
      .gcTasks,
      .relations,
      level: .should,
      "tasks changed a minute before they were created",
      .time("update_time", from: "creation_time", by: -60)
    ),
    Fault(
      "gc-workers-zero",
      .gcTasks,
      .relations,
      level: .should,
      "no worker did the work",
      .parameters { $0["workers"] = "0" }
    ),
    Fault(
      "gc-workers-six",
      .gcTasks,
      .relations,
      level: .should,
      "six workers did the work",
      .parameters { $0["workers"] = "6" }
    ),
    Fault(
      "gc-freed-space-negative",
      .gcTasks,
      .relations,
      "freed_space has wrapped at 32 bits",
      .parameters { parameters in
        guard let freed = parameters.integer("freed_space") else { return }
        parameters["freed_space"] = String(
          freed > Int(Int32.max) ? freed % 1_000 - 2_147_483_648 : freed
        )
      }
    ),
    Fault(
      "gc-purged-blobs-negative",
      .gcTasks,
      .relations,
      "purged_blobs is -1",
      .parameters { parameters in
        if parameters["purged_blobs"] != nil { parameters["purged_blobs"] = "-1" }
      }
    ),
    Fault(
      "gc-row-differs-on-large-pages",
      .gcTasks,
      .relations,
      "job_kind is MANUAL on pages of more than ten",
      .set("job_kind", #""MANUAL""#, in: .largePages)
    ),
    Fault(
      "gc-row-differs-under-filter",
      .gcTasks,
      .relations,
      "job_name is another where a status is asked for",
      .set("job_name", #""IMAGE_GC""#, in: .filtered)
    ),

    Fault(
      "replication-execution-id-of-another",
      .replicationTasks,
      .relations,
      "every row echoes another execution than was asked for",
      .set("execution_id", "519")
    ),
    Fault(
      "replication-execution-id-of-another-in-row-31",
      .replicationTasks,
      .relations,
      "the 31st row belongs to another execution",
      .set("execution_id", "519", in: .thirtyFirst)
    ),
    Fault(
      "replication-execution-id-is-id",
      .replicationTasks,
      .relations,
      "execution_id holds the task's own number",
      .rows { $0["execution_id"] = $0["id"] }
    ),
    Fault(
      "replication-id-duplicate",
      .replicationTasks,
      .relations,
      "the 31st task has the first task's id",
      .page { page, _, occasion in
        if page.start <= 30, page.start + page.rows.count > 30 {
          page.rows[30 - page.start]["id"] = occasion.table.view()[0]["id"]
        }
      }
    ),
    Fault(
      "replication-end-before-start",
      .replicationTasks,
      .relations,
      level: .should,
      "finished tasks ended a day before they began",
      .time("end_time", from: "start_time", by: -86_400)
    ),
    Fault(
      "replication-end-zero-when-final",
      .replicationTasks,
      .relations,
      level: .should,
      "succeeded tasks never ended",
      .set("end_time", Timestamp.zero.quoted, in: .status("Succeed"))
    ),
    Fault(
      "replication-row-differs-on-large-pages",
      .replicationTasks,
      .relations,
      "operation is another on pages of more than ten",
      .set("operation", #""tag deletion""#, in: .largePages)
    ),
    Fault(
      "replication-row-differs-between-answers",
      .replicationTasks,
      .relations,
      "every other answer gives other job ids",
      .edit("job_id", in: .everyOther) { String($0.unquoted.reversed()).quoted }
    ),
  ]
}
