// SPDX-License-Identifier: Apache-2.0
// Data only: bugs that show in one request or one row, and that no other rule would tell.

import Wire

extension Fault {
  static let seenByOneRule: [Fault] = [
    Fault(
      "webhook-content-type-empty",
      .webhookJobs,
      .shape, rule: "content-type-json",
      "Content-Type of a list is there and empty",
      .header("Content-Type", "")
    ),
    Fault(
      "webhook-error-message-empty",
      .webhookJobs,
      .errors, rule: "error-shape",
      level: .should,
      "errors tell a person nothing",
      .refusal { refusal, _ in refusal.body["error_msg"] = #""""# }
    ),
    Fault(
      "webhook-two-rows-for-limit-1",
      .webhookJobs,
      .paging, rule: "page-within-limit",
      "a limit of one brings two rows",
      .misread("limit") { $0 == "1" ? "2" : $0 }
    ),
    Fault(
      "webhook-limit-zero-brings-all",
      .webhookJobs,
      .errors, rule: "bad-page-is-refused",
      "a limit of zero is taken for none",
      .misread("limit") { $0 == "0" ? "100" : $0 }
    ),
    Fault(
      "jobs-single-row-refused",
      .instanceJobs,
      .paging, rule: "offset-starts-at-row",
      "a limit of one is refused with an offset",
      .refuse("limit") { $0.request.number("limit") == 1 && $0.request.number("offset") == 1 }
    ),
    Fault(
      "jobs-short-pages-of-filter-refused",
      .instanceJobs,
      .filters, rule: "filter-and-paging-combine",
      "a filter is refused on pages of two",
      .refuse("limit") { $0.request[query: "status"] != nil && $0.request.number("limit") == 2 }
    ),
    Fault(
      "retention-row-under-two-words",
      .retentionTasks,
      .filters, rule: "filters-add-up",
      "Stopped also gives the first task, which is shown as if it were stopped",
      .filteredPages { page, query, all in
        guard query.status == "Stopped", page.start == 0, query.limit == 100 else { return }
        var row = all[0]
        row["status"] = "Stopped".quoted
        page.rows.append(row)
        page.frame["total"] = page.frame.integer("total").map { String($0 + 1) }
      }
    ),
    Fault(
      "retention-end-while-running",
      .retentionTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "tasks that run have an end time",
      .rows(.status("InProgress")) { $0["end_time"] = $0["start_time"] }
    ),
    Fault(
      "retention-finished-end-moves",
      .retentionTasks,
      .relations, rule: "same-row-everywhere",
      "tasks that succeeded end at another time at every reading",
      .row { row, place in
        guard row["status"] == "Succeed".quoted,
          var end = row.word("end_time").flatMap({ Timestamp($0) })
        else { return }
        end.seconds += place.context.visit
        row["end_time"] = end.text.quoted
      }
    ),
    Fault(
      "retention-total-moves-alone",
      .retentionTasks,
      .paging, rule: "total-is-constant",
      "every answer counts one task more, and no task comes or goes",
      .page { page, _, context in
        page.frame["total"] = page.frame.integer("total").map { String($0 + context.visit) }
      }
    ),
    Fault(
      "replication-end-while-waiting",
      .replicationTasks,
      .relations, rule: "relation-holds",
      level: .should,
      "tasks that wait have an end time",
      .rows(.status("Pending")) { $0["end_time"] = "2026-03-01T00:00:00Z".quoted }
    ),
    Fault(
      "replication-repository-named-twice-inside",
      .replicationTasks,
      .shape, rule: "unique-names",
      level: .should,
      "the repository inside src_resource has its name twice",
      .edit("src_resource") {
        $0.replacing(
          #"\"repository\":{"#, with: #"\"repository\":{\"name\":\"team-atlas/another\","#)
      }
    ),
    Fault(
      "replication-tag-in-array",
      .replicationTasks,
      .shape, rule: "value-is-array",
      level: .should,
      "a tag inside src_resource is an array of its letters",
      .edit("src_resource") { $0.replacing(#"\"tags\":["#, with: #"\"tags\":[[\"1\"],"#) }
    ),
  ]
}
