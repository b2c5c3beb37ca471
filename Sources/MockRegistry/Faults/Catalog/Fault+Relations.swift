// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in what fields say about each other and about the request.

extension Fault {
  static let relations: [Fault] = [
    Fault(
      "webhook-policy-id-of-another",
      .webhookJobs,
      .relations, rule: "relation-holds",
      "every row echoes another policy than was asked for",
      .set("policy_id", "28")
    ),
    Fault(
      "webhook-policy-id-of-another-in-row-31",
      .webhookJobs,
      .relations, rule: "relation-holds",
      "the 31st row belongs to another policy",
      .set("policy_id", "28", in: .thirtyFirst)
    ),
    Fault(
      "webhook-policy-id-zero-under-filter",
      .webhookJobs,
      .relations, rule: "relation-holds",
      "policy_id is zero where a status is asked for",
      .set("policy_id", "0", in: .filtered)
    ),
    Fault(
      "webhook-id-duplicate",
      .webhookJobs,
      .relations, rule: "relation-holds",
      "the second row of a page has the first row's id",
      .page { page, _, _ in
        if page.rows.count > 1 { page.rows[1]["id"] = page.rows[0]["id"] }
      }
    ),
    Fault(
      "webhook-updated-before-created",
      .webhookJobs,
      .relations, rule: "relation-holds",
      level: .should,
      "jobs changed a minute before they were created",
      .time("updated_at", from: "created_at", by: -60)
    ),
    Fault(
      "webhook-row-differs-on-large-pages",
      .webhookJobs,
      .relations, rule: "same-row-everywhere",
      "ids are one higher on pages of more than ten",
      .edit("id", in: .largePages) { Int($0).map { String($0 + 1) } ?? $0 }
    ),
    Fault(
      "webhook-row-differs-under-filter",
      .webhookJobs,
      .relations, rule: "same-row-everywhere",
      "event_type is another where a status is asked for",
      .set("event_type", #""DELETE_ARTIFACT""#, in: .filtered)
    ),

    Fault(
      "jobs-id-duplicate",
      .instanceJobs,
      .relations, rule: "relation-holds",
      "the 31st job has the first job's id",
      .page { page, query, context in
        if page.start <= 30, page.start + page.rows.count > 30, query.status == nil {
          page.rows[30 - page.start]["id"] = context.table.view()[0]["id"]
        }
      }
    ),
    Fault(
      "jobs-updated-before-created",
      .instanceJobs,
      .relations, rule: "relation-holds",
      level: .should,
      "jobs changed an hour before they were created",
      .time("updated_at", from: "created_at", by: -3_600)
    ),
    Fault(
      "jobs-updated-before-created-in-row-31",
      .instanceJobs,
      .relations, rule: "relation-holds",
      level: .should,
      "the 31st job changed a second before it was created",
      .time("updated_at", from: "created_at", by: -1, in: .thirtyFirst)
    ),
    Fault(
      "jobs-row-differs-on-large-pages",
      .instanceJobs,
      .relations, rule: "same-row-everywhere",
      "the type is another on pages of more than ten",
      .set("type", #""DeleteInstance""#, in: .largePages)
    ),
    Fault(
      "jobs-row-differs-under-filter",
      .instanceJobs,
      .relations, rule: "same-row-everywhere",
      "resource_name is another where a status is asked for",
      .set("resource_name", #""filtered""#, in: .filtered)
    ),
    Fault(
      "jobs-row-differs-between-answers",
      .instanceJobs,
      .relations, rule: "same-row-everywhere",
      "every other answer gives rows of another day",
      .time("created_at", from: "created_at", by: -86_400, in: .everyOther)
    ),

    Fault(
      "retention-execution-id-of-another",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "every row echoes another execution than was asked for",
      .set("execution_id", "361")
    ),
    Fault(
      "retention-execution-id-of-another-in-row-31",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "the 31st row belongs to another execution",
      .set("execution_id", "361", in: .thirtyFirst)
    ),
    Fault(
      "retention-execution-id-is-policy-id",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "execution_id holds the policy's number",
      .set("execution_id", "14")
    ),
    Fault(
      "retention-id-duplicate",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "the second row of a page has the first row's id",
      .page { page, _, _ in
        if page.rows.count > 1 { page.rows[1]["id"] = page.rows[0]["id"] }
      }
    ),
    Fault(
      "retention-retained-exceeds-total",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "the 31st task kept more versions than there were",
      .rows(.thirtyFirst) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }
    ),
    Fault(
      "retention-retained-and-total-swapped",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "retained and total are mixed up",
      .rows { row in (row["total"], row["retained"]) = (row["retained"], row["total"]) }
    ),
    Fault(
      "retention-retained-negative",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "running tasks kept -1 versions",
      .set("retained", "-1", in: .status("InProgress"))
    ),
    Fault(
      "retention-item-total-negative",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "stopped tasks had -5 versions",
      .set("total", "-5", in: .status("Stopped"))
    ),
    Fault(
      "retention-end-before-start",
      .retentionTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "finished tasks ended a second before they began",
      .time("end_time", from: "start_time", by: -1)
    ),
    Fault(
      "retention-end-zero-when-final",
      .retentionTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "failed tasks never ended",
      .set("end_time", Timestamp.zero.quoted, in: .status("Failed"))
    ),
    Fault(
      "retention-status-code-disagrees",
      .retentionTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "failed tasks have the code of running ones",
      .set("status_code", "2", in: .status("Failed"))
    ),
    Fault(
      "retention-status-code-out-of-range",
      .retentionTasks,
      .relations, rule: "value-is-integer",
      level: .should,
      "stopped tasks have code 4",
      .set("status_code", "4", in: .status("Stopped"))
    ),
    Fault(
      "retention-row-differs-on-large-pages",
      .retentionTasks,
      .relations, rule: "same-row-everywhere",
      "repository has its namespace on pages of more than ten",
      .edit("repository", in: .largePages) { ("team-atlas/" + $0.unquoted).quoted }
    ),

    Fault(
      "gc-id-duplicate",
      .gcTasks,
      .relations, rule: "relation-holds",
      "the second row of a page has the first row's id",
      .page { page, _, _ in
        if page.rows.count > 1 { page.rows[1]["id"] = page.rows[0]["id"] }
      }
    ),
    Fault(
      "gc-updated-before-created",
      .gcTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "tasks changed a minute before they were created",
      .time("update_time", from: "creation_time", by: -60)
    ),
    Fault(
      "gc-workers-zero",
      .gcTasks,
      .relations, rule: "value-is-integer",
      level: .should,
      "no worker did the work",
      .parameters { $0["workers"] = "0" }
    ),
    Fault(
      "gc-workers-six",
      .gcTasks,
      .relations, rule: "value-is-integer",
      level: .should,
      "six workers did the work",
      .parameters { $0["workers"] = "6" }
    ),
    Fault(
      "gc-freed-space-negative",
      .gcTasks,
      .relations, rule: "relation-holds",
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
      .relations, rule: "relation-holds",
      "purged_blobs is -1",
      .parameters { parameters in
        if parameters["purged_blobs"] != nil { parameters["purged_blobs"] = "-1" }
      }
    ),
    Fault(
      "gc-row-differs-on-large-pages",
      .gcTasks,
      .relations, rule: "same-row-everywhere",
      "job_kind is MANUAL on pages of more than ten",
      .set("job_kind", #""MANUAL""#, in: .largePages)
    ),
    Fault(
      "gc-row-differs-under-filter",
      .gcTasks,
      .relations, rule: "same-row-everywhere",
      "job_name is another where a status is asked for",
      .set("job_name", #""IMAGE_GC""#, in: .filtered)
    ),

    Fault(
      "replication-execution-id-of-another",
      .replicationTasks,
      .relations, rule: "relation-holds",
      "every row echoes another execution than was asked for",
      .set("execution_id", "519")
    ),
    Fault(
      "replication-execution-id-of-another-in-row-31",
      .replicationTasks,
      .relations, rule: "relation-holds",
      "the 31st row belongs to another execution",
      .set("execution_id", "519", in: .thirtyFirst)
    ),
    Fault(
      "replication-execution-id-is-id",
      .replicationTasks,
      .relations, rule: "relation-holds",
      "execution_id holds the task's own number",
      .rows { $0["execution_id"] = $0["id"] }
    ),
    Fault(
      "replication-id-duplicate",
      .replicationTasks,
      .relations, rule: "relation-holds",
      "the 31st task has the first task's id",
      .page { page, _, context in
        if page.start <= 30, page.start + page.rows.count > 30 {
          page.rows[30 - page.start]["id"] = context.table.view()[0]["id"]
        }
      }
    ),
    Fault(
      "replication-end-before-start",
      .replicationTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "finished tasks ended a day before they began",
      .time("end_time", from: "start_time", by: -86_400)
    ),
    Fault(
      "replication-end-zero-when-final",
      .replicationTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "succeeded tasks never ended",
      .set("end_time", Timestamp.zero.quoted, in: .status("Succeed"))
    ),
    Fault(
      "replication-row-differs-on-large-pages",
      .replicationTasks,
      .relations, rule: "same-row-everywhere",
      "operation is another on pages of more than ten",
      .set("operation", #""tag deletion""#, in: .largePages)
    ),
    Fault(
      "replication-row-differs-between-answers",
      .replicationTasks,
      .relations, rule: "same-row-everywhere",
      "every other answer gives other job ids",
      .edit("job_id", in: .everyOther) { String($0.unquoted.reversed()).quoted }
    ),
  ]
}
