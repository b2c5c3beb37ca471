// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in filtering by status.

import Wire

extension Fault {
  static let webhookFilters: [Fault] = [
    Fault(
      "webhook-filter-ignored",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "every status gives every row",
      .misread("status") { ListOperation.webhookJobs.statusWords.contains($0) ? nil : $0 }
    ),
    Fault(
      "webhook-filter-ignored-for-stopped",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "Stopped gives every row",
      .misread("status") { $0 == "Stopped" ? nil : $0 }
    ),
    Fault(
      "webhook-filter-leaks-a-row",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "the last row of the list comes whatever its status",
      .filteredPages { page, query, all in
        guard let last = page.rows.indices.last else { return }
        page.rows[last] = all[all.count - 1]
      }
    ),
    Fault(
      "webhook-filter-drops-a-row",
      .webhookJobs,
      .filters, rule: "filters-add-up",
      "the last row of a status is left out of list and total",
      .filteredPages { page, _, _ in
        page.frame["total"] = page.frame.integer("total").map { String(max(0, $0 - 1)) }
        if page.frame.integer("total") ?? 0 < page.start + page.rows.count {
          _ = page.rows.popLast()
        }
      }
    ),
    Fault(
      "webhook-filter-total-of-all",
      .webhookJobs,
      .filters, rule: "filter-total",
      level: .should,
      "total counts the rows of every status",
      .filteredPages { page, _, all in page.frame["total"] = String(all.count) }
    ),
    Fault(
      "webhook-filter-only-on-first-page",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "later pages are not filtered",
      .misread { request in
        if (request.number("offset") ?? 0) > 0 { request[query: "status"] = nil }
      }
    ),
    Fault(
      "webhook-filter-refuses-in-progress",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "InProgress is refused",
      .misread("status") { $0 == "InProgress" ? "Running" : $0 }
    ),
    Fault(
      "webhook-filter-failed-also-stopped",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "Failed gives the stopped jobs too",
      .filteredPages { page, query, all in
        guard query.status == "Failed", query.offset == 0 else { return }
        let wanted = all[0..<min(100, all.count)].filter {
          ["Failed", "Stopped"].contains($0.word("status") ?? "")
        }
        page.rows = Array(wanted.prefix(query.limit))
        page.frame["total"] = String(wanted.count)
      }
    ),
    Fault(
      "webhook-unknown-status-500",
      .webhookJobs,
      .filters, rule: "unknown-value-is-refused",
      "a status nobody documented crashes",
      .crash(.asking { $0.hasUnknownStatus(.webhookJobs) })
    ),
    Fault(
      "webhook-hostile-status-html",
      .webhookJobs,
      .filters, rule: "hostile-value-is-refused",
      "a quote in the status gives a page for people and 500",
      .html(.asking { $0.hasHostileStatus }),
      .status(500, on: .asking { $0.hasHostileStatus })
    ),
  ]

  static let jobsFilters: [Fault] = [
    Fault(
      "jobs-filter-ignored",
      .instanceJobs,
      .filters, rule: "filter-keeps-value",
      "every status gives every row",
      .misread("status") { ListOperation.instanceJobs.statusWords.contains($0) ? nil : $0 }
    ),
    Fault(
      "jobs-filter-ignored-for-success",
      .instanceJobs,
      .filters, rule: "filter-keeps-value",
      "Success gives every row",
      .misread("status") { $0 == "Success" ? nil : $0 }
    ),
    Fault(
      "jobs-filter-only-with-limit",
      .instanceJobs,
      .filters, rule: "filter-alone",
      "without a limit a status is ignored",
      .misread { request in
        if request[query: "limit"] == nil, !request.hasUnknownStatus(.instanceJobs) {
          request[query: "status"] = nil
        }
      }
    ),
    Fault(
      "jobs-filter-ignores-offset",
      .instanceJobs,
      .filters, rule: "filter-and-paging-combine",
      "with a status every page is the first",
      .misread { request in
        if request[query: "status"] != nil, (request.number("offset") ?? 0) > 0 {
          request[query: "offset"] = "0"
        }
      }
    ),
    Fault(
      "jobs-filter-total-of-all",
      .instanceJobs,
      .filters, rule: "filter-total",
      level: .should,
      "total counts the rows of every status",
      .filteredPages { page, _, all in page.frame["total"] = String(all.count) }
    ),
    Fault(
      "jobs-filter-refuses-creating",
      .instanceJobs,
      .filters, rule: "filter-keeps-value",
      "Creating is refused",
      .misread("status") { $0 == "Creating" ? "Created" : $0 }
    ),
    Fault(
      "jobs-filter-running-gives-creating",
      .instanceJobs,
      .filters, rule: "filter-keeps-value",
      "Running gives the jobs that are being created",
      .misread("status") { $0 == "Running" ? "Creating" : $0 }
    ),
    Fault(
      "jobs-unknown-status-unfiltered",
      .instanceJobs,
      .filters, rule: "unknown-value-is-refused",
      level: .should,
      "a status nobody documented gives every row",
      .misread { request in
        if request.hasUnknownStatus(.instanceJobs) { request[query: "status"] = nil }
      }
    ),
    Fault(
      "jobs-filter-in-any-case",
      .instanceJobs,
      .filters, rule: "unknown-value-is-refused",
      level: .should,
      "a documented word is also taken in small letters",
      .misread("status") { status in
        ListOperation.instanceJobs.statusWords.first { $0.lowercased() == status.lowercased() }
          ?? status
      }
    ),
    Fault(
      "jobs-unknown-status-500",
      .instanceJobs,
      .filters, rule: "unknown-value-is-refused",
      "a status nobody documented crashes",
      .crash(.asking { $0.hasUnknownStatus(.instanceJobs) })
    ),
    Fault(
      "jobs-hostile-status-500",
      .instanceJobs,
      .filters, rule: "hostile-value-is-refused",
      "a status beyond letters crashes",
      .crash(.asking { $0.hasHostileStatus })
    ),
  ]

  static let retentionFilters: [Fault] = [
    Fault(
      "retention-filter-ignored",
      .retentionTasks,
      .filters, rule: "filter-keeps-value",
      "every status gives every row",
      .misread("status") { ListOperation.retentionTasks.statusWords.contains($0) ? nil : $0 }
    ),
    Fault(
      "retention-filter-leaks-a-row",
      .retentionTasks,
      .filters, rule: "filter-keeps-value",
      "the last row of the list comes with every status",
      .filteredPages { page, query, all in
        guard page.start + page.rows.count == page.frame.integer("total") else { return }
        page.rows += all[max(0, all.count - 1)..<all.count]
        page.frame["total"] = String(page.start + page.rows.count)
      }
    ),
    Fault(
      "retention-filter-drops-first-row",
      .retentionTasks,
      .filters, rule: "filters-add-up",
      "the first row of a status is left out of list and total",
      .filteredPages { page, _, _ in
        page.frame["total"] = page.frame.integer("total").map { String(max(0, $0 - 1)) }
        if page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
      }
    ),
    Fault(
      "retention-filter-total-of-all",
      .retentionTasks,
      .filters, rule: "filter-total",
      level: .should,
      "total counts the rows of every status",
      .filteredPages { page, _, all in page.frame["total"] = String(all.count) }
    ),
    Fault(
      "retention-filter-only-with-default-limit",
      .retentionTasks,
      .filters, rule: "filter-keeps-value",
      "a status works only with ten rows a page",
      .misread { request in
        if request.number("limit") ?? 10 != 10, !request.hasUnknownStatus(.retentionTasks) {
          request[query: "status"] = nil
        }
      }
    ),
    Fault(
      "retention-filter-per-page",
      .retentionTasks,
      .filters, rule: "filter-and-paging-combine",
      "pages are cut first and filtered afterwards",
      .filteredPages { page, query, all in
        let end = min(page.start + query.limit, all.count)
        let rows = page.start < end ? all[page.start..<end] : []
        page.rows = rows.filter { $0.word("status").map(String.init) == query.status }
      }
    ),
    Fault(
      "retention-filter-refuses-pending",
      .retentionTasks,
      .filters, rule: "filter-keeps-value",
      "Pending is refused",
      .misread("status") { $0 == "Pending" ? "pending" : $0 }
    ),
    Fault(
      "retention-filter-succeed-empty",
      .retentionTasks,
      .filters, rule: "filters-add-up",
      "Succeed gives no row, for the rows say Success inside",
      .filteredPages { page, query, _ in
        guard query.status == "Succeed" else { return }
        page.rows = []
        page.frame["total"] = "0"
      }
    ),
    Fault(
      "retention-unknown-status-500",
      .retentionTasks,
      .filters, rule: "unknown-value-is-refused",
      "a status nobody documented crashes",
      .crash(.asking { $0.hasUnknownStatus(.retentionTasks) })
    ),
    Fault(
      "retention-hostile-status-stack-trace",
      .retentionTasks,
      .filters, rule: "hostile-value-is-refused",
      "a status beyond letters gives the program's own words and 500",
      .crash(.asking { $0.hasHostileStatus }),
      .text(.status(500)) { _ in
        "panic: runtime error\n\ngoroutine 1 [running]:\nmain.list(0x0)\n\t/src/list.go:41"
      }
    ),
  ]

  static let replicationFilters: [Fault] = [
    Fault(
      "replication-status-parameter-500",
      .replicationTasks,
      .filters, rule: "unlisted-filter-does-no-harm",
      "a status, which the list cannot be asked for, makes it fail",
      .status(500, on: .asking { $0[query: "status"] != nil })
    )
  ]

  static let gcFilters: [Fault] = [
    Fault(
      "gc-filter-ignored",
      .gcTasks,
      .filters, rule: "filter-keeps-value",
      "every status gives every row",
      .misread("status") { ListOperation.gcTasks.statusWords.contains($0) ? nil : $0 }
    ),
    Fault(
      "gc-filter-ignored-for-error",
      .gcTasks,
      .filters, rule: "filter-keeps-value",
      "Error gives every row",
      .misread("status") { $0 == "Error" ? nil : $0 }
    ),
    Fault(
      "gc-filter-only-on-first-page",
      .gcTasks,
      .filters, rule: "filter-and-paging-combine",
      "with a marker a status is ignored",
      .misread { request in
        if request[query: "marker"] != nil { request[query: "status"] = nil }
      }
    ),
    Fault(
      "gc-filter-leaks-a-row",
      .gcTasks,
      .filters, rule: "filter-keeps-value",
      "the last row of the list ends every filtered list",
      .filteredPages { page, _, all in
        if page.frame["page_info"] == "{}" { page.rows += all[max(0, all.count - 1)..<all.count] }
      }
    ),
    Fault(
      "gc-filter-drops-a-row",
      .gcTasks,
      .filters, rule: "filters-add-up",
      "the last row of a status is left out",
      .filteredPages { page, _, _ in
        if page.frame["page_info"] == "{}" { _ = page.rows.popLast() }
      }
    ),
    Fault(
      "gc-filter-stopped-also-error",
      .gcTasks,
      .filters, rule: "filter-keeps-value",
      "Stopped gives the failed tasks too",
      .filteredPages { page, query, all in
        guard query.status == "Stopped", page.start == 0 else { return }
        let wanted = all[0..<min(100, all.count)].filter {
          ["Stopped", "Error"].contains($0.word("job_status") ?? "")
        }
        page.rows = Array(wanted.prefix(query.limit))
      }
    ),
    Fault(
      "gc-filter-refuses-running",
      .gcTasks,
      .filters, rule: "filter-keeps-value",
      "Running is refused",
      .misread("status") { $0 == "Running" ? "RUNNING" : $0 }
    ),
    Fault(
      "gc-unknown-status-unfiltered",
      .gcTasks,
      .filters, rule: "unknown-value-is-refused",
      level: .should,
      "a status nobody documented gives every row",
      .misread { request in
        if request.hasUnknownStatus(.gcTasks) { request[query: "status"] = nil }
      }
    ),
    Fault(
      "gc-unknown-status-500",
      .gcTasks,
      .filters, rule: "unknown-value-is-refused",
      "a status nobody documented crashes",
      .crash(.asking { $0.hasUnknownStatus(.gcTasks) })
    ),
    Fault(
      "gc-hostile-status-500",
      .gcTasks,
      .filters, rule: "hostile-value-is-refused",
      "a status beyond letters crashes",
      .crash(.asking { $0.hasHostileStatus })
    ),
  ]
}

extension HTTPRequest {
  /// Whether rows are asked for by a word that the list does not know.
  fileprivate func hasUnknownStatus(_ list: ListOperation) -> Bool {
    guard let status = self[query: "status"] else { return false }
    return !list.statusWords.contains(status)
  }

  /// Whether the status is something else than a word of letters, or very long.
  fileprivate var hasHostileStatus: Bool {
    guard let status = self[query: "status"] else { return false }
    return status.utf8.count > 200 || !status.allSatisfy { $0.isASCII && $0.isLetter }
  }
}
