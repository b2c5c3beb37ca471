// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in turning pages by offset.

import Wire

extension Fault {
  static let webhookPaging: [Fault] = [
    Fault(
      "webhook-total-one-too-many",
      .webhookJobs,
      .paging, rule: "rows-equal-total",
      "total counts one job that no page holds",
      .total { total, _ in total + 1 }
    ),
    Fault(
      "webhook-total-of-page",
      .webhookJobs,
      .paging, rule: "rows-equal-total",
      "total counts the rows of the page",
      .page { page, _, _ in page.frame["total"] = String(page.rows.count) }
    ),
    Fault(
      "webhook-total-falls-on-later-pages",
      .webhookJobs,
      .paging, rule: "total-is-constant",
      "total counts what is left behind the offset",
      .total { total, query in max(0, total - query.offset) }
    ),
    Fault(
      "webhook-page-exceeds-limit",
      .webhookJobs,
      .paging, rule: "page-within-limit",
      "every page holds one row more than its limit",
      .pages { page, _, view in
        let next = page.start + page.rows.count
        page.rows += view[min(next, view.count)..<min(next + 1, view.count)]
      }
    ),
    Fault(
      "webhook-default-limit-20",
      .webhookJobs,
      .paging, rule: "default-page-size",
      "a page without a limit holds 20 rows",
      .assume("limit", "20")
    ),
    Fault(
      "webhook-limit-ignored",
      .webhookJobs,
      .paging, rule: "page-within-limit",
      "every page holds ten rows at most",
      .misread("limit") { Int($0).map((1...100).contains) == true ? nil : $0 }
    ),
    Fault(
      "webhook-short-page-in-the-middle",
      .webhookJobs,
      .paging, rule: "full-pages",
      "the second page lacks its last row",
      .pages { page, query, _ in
        if query.offset == query.limit { _ = page.rows.popLast() }
      }
    ),
    Fault(
      "webhook-row-repeated-over-border",
      .webhookJobs,
      .paging, rule: "each-row-once",
      "each later page opens with the last row of the page before",
      .pages { page, query, view in
        guard query.offset > 0, !page.rows.isEmpty else { return }
        page.rows[0] = view[query.offset - 1]
      }
    ),
    Fault(
      "webhook-offset-as-page-number",
      .webhookJobs,
      .paging, rule: "same-rows-for-every-limit",
      "an offset counts pages instead of rows",
      .pages { page, query, view in
        let start = query.offset.multipliedReportingOverflow(by: query.limit)
        guard !start.overflow, start.partialValue < view.count else { return page.rows = [] }
        page.rows =
          view[start.partialValue..<min(start.partialValue + query.limit, view.count)]
      }
    ),
    Fault(
      "webhook-past-end-404",
      .webhookJobs,
      .paging, rule: "offset-behind-end",
      "a page behind the last row is not found",
      .refusePastEnd(404)
    ),
    Fault(
      "webhook-past-end-null-list",
      .webhookJobs,
      .paging, rule: "value-is-array",
      level: .should,
      "the list behind the last row is null",
      .pagesPastEnd { page, _, _ in page.list = "null" }
    ),
    Fault(
      "webhook-order-changes",
      .webhookJobs,
      .paging, rule: "same-rows-for-every-limit",
      "every other answer turns its page from the back of the list",
      .page { page, query, context in
        let view = context.table.view(query)
        guard context.visit % 2 == 1 else { return }
        page.rows = page.rows.indices.map { view[view.count - 1 - page.start - $0] }
      }
    ),
    Fault(
      "webhook-limit-101-clamped",
      .webhookJobs,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a limit above the maximum is taken for the maximum",
      .misread("limit") { (Int($0) ?? 0) > 100 ? "100" : $0 }
    ),
    Fault(
      "webhook-multiple-rule-not-kept",
      .webhookJobs,
      .paging, rule: "offset-multiple-of-limit",
      level: .should,
      "an offset between pages is rounded down to a page",
      .misread { request in
        guard let offset = request.number("offset"), offset >= 0 else { return }
        let limit = request.number("limit") ?? 10
        if (1...100).contains(limit) { request[query: "offset"] = "\(offset - offset % limit)" }
      }
    ),
    Fault(
      "webhook-limit-alone-refused",
      .webhookJobs,
      .paging, rule: "limit-alone",
      level: .should,
      "a limit without an offset is refused",
      .misread { request in
        if request[query: "offset"] == nil, request[query: "limit"] != nil {
          request[query: "offset"] = "-1"
        }
      }
    ),
    Fault(
      "webhook-offset-minus-one-500",
      .webhookJobs,
      .errors, rule: "no-server-error",
      "a negative offset crashes",
      .crash(.asking { ($0.number("offset") ?? 0) < 0 })
    ),
    Fault(
      "webhook-limit-0-500",
      .webhookJobs,
      .errors, rule: "no-server-error",
      "a limit of zero crashes",
      .crash(.asking { $0.number("limit") == 0 })
    ),
    Fault(
      "webhook-limit-word-422",
      .webhookJobs,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a limit that is no number is answered with 422",
      .status(422, on: .asking { $0[query: "limit"].map { Int($0) == nil } ?? false })
    ),
  ]

  static let jobsPaging: [Fault] = [
    Fault(
      "jobs-total-one-too-few",
      .instanceJobs,
      .paging, rule: "rows-equal-total",
      "total leaves out one job",
      .total { total, _ in total - 1 }
    ),
    Fault(
      "jobs-total-zero",
      .instanceJobs,
      .paging, rule: "total-covers-rows",
      "total is zero beside rows",
      .frame("total", "0")
    ),
    Fault(
      "jobs-total-changes-between-pages",
      .instanceJobs,
      .paging, rule: "total-is-constant",
      "total is one higher from the second page on",
      .total { total, query in query.offset > 0 ? total + 1 : total }
    ),
    Fault(
      "jobs-default-limit-10",
      .instanceJobs,
      .paging, rule: "default-page-size",
      "a page without a limit holds ten rows",
      .assume("limit", "10")
    ),
    Fault(
      "jobs-limit-100-as-10",
      .instanceJobs,
      .paging, rule: "same-rows-for-every-limit",
      "a limit of 100 is taken for 10",
      .misread("limit") { $0 == "100" ? "10" : $0 }
    ),
    Fault(
      "jobs-offset-ignored",
      .instanceJobs,
      .paging, rule: "offset-starts-at-row",
      "every page is the first",
      .misread("offset") { (Int($0) ?? -1) > 0 ? "0" : $0 }
    ),
    Fault(
      "jobs-offset-off-by-one",
      .instanceJobs,
      .paging, rule: "offset-starts-at-row",
      "later pages begin one row too late",
      .misread("offset") { (1..<1_000_000).contains(Int($0) ?? 0) ? "\(Int($0)! + 1)" : $0 }
    ),
    Fault(
      "jobs-offset-rounded-down",
      .instanceJobs,
      .paging, rule: "any-offset",
      "an offset between pages is rounded down to a page",
      .misread { request in
        guard let offset = request.number("offset"), offset > 0 else { return }
        let limit = max(1, request.number("limit") ?? 100)
        request[query: "offset"] = "\(offset - offset % limit)"
      }
    ),
    Fault(
      "jobs-row-skipped-at-border",
      .instanceJobs,
      .paging, rule: "same-rows-for-every-limit",
      "each later page leaves out its first row",
      .pages { page, query, _ in
        if query.offset > 0 { page.rows = Array(page.rows.dropFirst()) }
      }
    ),
    Fault(
      "jobs-last-page-lacks-a-row",
      .instanceJobs,
      .paging, rule: "rows-equal-total",
      "the last row is on no page",
      .pages { page, _, view in
        if !page.isFollowed(in: view) { _ = page.rows.popLast() }
      }
    ),
    Fault(
      "jobs-past-end-400",
      .instanceJobs,
      .paging, rule: "offset-behind-end",
      "a page behind the last row is refused",
      .refusePastEnd(400)
    ),
    Fault(
      "jobs-past-end-repeats-last-page",
      .instanceJobs,
      .paging, rule: "offset-behind-end",
      "behind the last row the last rows come again",
      .pagesPastEnd { page, query, view in
        page.rows = view[max(0, view.count - query.limit)..<view.count]
      }
    ),
    Fault(
      "jobs-page-exceeds-limit",
      .instanceJobs,
      .paging, rule: "page-within-limit",
      "every page holds one row more than its limit",
      .pages { page, _, view in
        let next = page.start + page.rows.count
        page.rows += view[min(next, view.count)..<min(next + 1, view.count)]
      }
    ),
    Fault(
      "jobs-limit-negative-500",
      .instanceJobs,
      .errors, rule: "no-server-error",
      "a negative limit crashes",
      .crash(.asking { ($0.number("limit") ?? 1) < 0 })
    ),
    Fault(
      "jobs-limit-clamped-to-nothing",
      .instanceJobs,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a limit of zero is answered with the default page",
      .misread("limit") { $0 == "0" ? nil : $0 }
    ),
    Fault(
      "jobs-limit-beyond-int64-500",
      .instanceJobs,
      .errors, rule: "no-server-error",
      "a limit that fits no integer crashes",
      .crash(.asking { ($0[query: "limit"] ?? "").count > 18 })
    ),
    Fault(
      "jobs-multiple-rule-kept",
      .instanceJobs,
      .paging, rule: "any-offset",
      level: .should,
      "an offset between pages is refused",
      .misread { request in
        guard let offset = request.number("offset"), offset > 0 else { return }
        if offset % max(1, request.number("limit") ?? 100) != 0 { request[query: "offset"] = "-1" }
      }
    ),
    Fault(
      "jobs-offset-alone-refused",
      .instanceJobs,
      .paging, rule: "offset-alone",
      level: .should,
      "an offset without a limit is refused",
      .misread { request in
        if request[query: "limit"] == nil, request[query: "offset"] != nil {
          request[query: "limit"] = "0"
        }
      }
    ),
  ]

  static let retentionPaging: [Fault] = [
    Fault(
      "retention-total-one-too-many",
      .retentionTasks,
      .paging, rule: "rows-equal-total",
      "total counts one task that no page holds",
      .total { total, _ in total + 1 }
    ),
    Fault(
      "retention-total-of-versions",
      .retentionTasks,
      .paging, rule: "rows-equal-total",
      "total counts the versions of the first task instead of tasks",
      .page { page, _, _ in page.frame["total"] = page.rows.first?["total"] ?? "0" }
    ),
    Fault(
      "retention-total-capped-by-limit",
      .retentionTasks,
      .paging, rule: "total-is-constant",
      "total is never more than the limit",
      .total { total, query in min(total, query.limit) }
    ),
    Fault(
      "retention-default-limit-100",
      .retentionTasks,
      .paging, rule: "default-page-size",
      "a page without a limit holds 100 rows",
      .assume("limit", "100")
    ),
    Fault(
      "retention-limit-ignored",
      .retentionTasks,
      .paging, rule: "page-within-limit",
      "every page holds all that follows",
      .pages { page, _, view in page.rows = view[min(page.start, view.count)..<view.count] }
    ),
    Fault(
      "retention-limit-100-as-10",
      .retentionTasks,
      .paging, rule: "same-rows-for-every-limit",
      "a limit of 100 is taken for 10",
      .misread("limit") { $0 == "100" ? "10" : $0 }
    ),
    Fault(
      "retention-limit-one-too-few",
      .retentionTasks,
      .paging, rule: "full-pages",
      "a full page lacks its last row",
      .pages { page, query, _ in
        if page.rows.count == query.limit, query.limit > 1 { page.rows.removeLast() }
      }
    ),
    Fault(
      "retention-row-skipped-at-border",
      .retentionTasks,
      .paging, rule: "same-rows-for-every-limit",
      "the first row of the third page is left out",
      .pages { page, query, _ in
        if query.offset == 2 * query.limit { page.rows = Array(page.rows.dropFirst()) }
      }
    ),
    Fault(
      "retention-row-repeated-over-border",
      .retentionTasks,
      .paging, rule: "each-row-once",
      "the third page opens with the last row of the second",
      .pages { page, query, view in
        guard query.offset == 2 * query.limit, !page.rows.isEmpty else { return }
        page.rows[0] = view[query.offset - 1]
      }
    ),
    Fault(
      "retention-offset-ignored",
      .retentionTasks,
      .paging, rule: "offset-starts-at-row",
      "every page is the first",
      .misread("offset") { (Int($0) ?? -1) > 0 ? "0" : $0 }
    ),
    Fault(
      "retention-order-depends-on-limit",
      .retentionTasks,
      .paging, rule: "same-rows-for-every-limit",
      "small pages run in descending order, large ones ascending",
      .pages { page, query, view in
        guard query.limit <= 10 else { return }
        page.rows = page.rows.indices.map { view[view.count - 1 - page.start - $0] }
      }
    ),
    Fault(
      "retention-same-request-differs",
      .retentionTasks,
      .paging, rule: "same-request-same-page",
      "every other answer to a request has its first two rows the wrong way round",
      .page { page, _, context in
        if context.repeats % 2 == 1, page.rows.count > 1 { page.rows.swapAt(0, 1) }
      }
    ),
    Fault(
      "retention-past-end-500",
      .retentionTasks,
      .paging, rule: "offset-behind-end",
      "a page behind the last row crashes",
      .refusePastEnd(500)
    ),
    Fault(
      "retention-past-end-total-zero",
      .retentionTasks,
      .paging, rule: "offset-behind-end",
      level: .should,
      "total is zero behind the last row",
      .pagesPastEnd { page, _, _ in page.frame["total"] = "0" }
    ),
    Fault(
      "retention-offset-negative-accepted",
      .retentionTasks,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a negative offset is taken for none",
      .misread("offset") { (Int($0) ?? 0) < 0 ? "0" : $0 }
    ),
    Fault(
      "retention-multiple-rule-restarts",
      .retentionTasks,
      .paging, rule: "offset-multiple-of-limit",
      level: .should,
      "an offset between pages is taken for none",
      .misread { request in
        guard let offset = request.number("offset"), offset > 0 else { return }
        let limit = request.number("limit") ?? 10
        if limit > 0, offset % limit != 0 { request[query: "offset"] = "0" }
      }
    ),
    Fault(
      "retention-limit-word-500",
      .retentionTasks,
      .errors, rule: "no-server-error",
      "a limit that is no number crashes",
      .crash(.asking { $0[query: "limit"].map { Int($0) == nil } ?? false })
    ),
    Fault(
      "retention-limit-101-422",
      .retentionTasks,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a limit above the maximum is answered with 422",
      .status(422, on: .asking { ($0.number("limit") ?? 0) > 100 })
    ),
  ]

  static let replicationPaging: [Fault] = [
    Fault(
      "replication-total-one-too-few",
      .replicationTasks,
      .paging, rule: "rows-equal-total",
      "total leaves out one task",
      .total { total, _ in total - 1 }
    ),
    Fault(
      "replication-total-of-page",
      .replicationTasks,
      .paging, rule: "rows-equal-total",
      "total counts the rows of the page",
      .page { page, _, _ in page.frame["total"] = String(page.rows.count) }
    ),
    Fault(
      "replication-total-depends-on-limit",
      .replicationTasks,
      .paging, rule: "total-is-constant",
      "total counts pages instead of rows",
      .total { total, query in (total + query.limit - 1) / query.limit }
    ),
    Fault(
      "replication-page-exceeds-limit",
      .replicationTasks,
      .paging, rule: "page-within-limit",
      "every full page holds one row more than its limit",
      .pages { page, _, view in
        let next = page.start + page.rows.count
        page.rows += view[min(next, view.count)..<min(next + 1, view.count)]
      }
    ),
    Fault(
      "replication-default-limit-20",
      .replicationTasks,
      .paging, rule: "default-page-size",
      "a page without a limit holds 20 rows",
      .assume("limit", "20")
    ),
    Fault(
      "replication-limit-1-as-10",
      .replicationTasks,
      .paging, rule: "offset-starts-at-row",
      "a limit of one is taken for ten",
      .misread("limit") { $0 == "1" ? "10" : $0 }
    ),
    Fault(
      "replication-offset-off-by-one",
      .replicationTasks,
      .paging, rule: "offset-starts-at-row",
      "later pages begin one row too early",
      .pages { page, query, view in
        guard query.offset > 0, !page.rows.isEmpty else { return }
        page.rows = view[query.offset - 1..<query.offset - 1 + page.rows.count]
      }
    ),
    Fault(
      "replication-rows-swapped-at-border",
      .replicationTasks,
      .paging, rule: "each-row-once",
      "the second page misses its first row and repeats its second",
      .pages { page, query, _ in
        if query.offset == query.limit, page.rows.count > 1 { page.rows[0] = page.rows[1] }
      }
    ),
    Fault(
      "replication-last-page-missing",
      .replicationTasks,
      .paging, rule: "rows-equal-total",
      "a last page that is not full comes empty",
      .pages { page, query, _ in
        if query.offset > 0, page.rows.count < query.limit { page.rows = [] }
      }
    ),
    Fault(
      "replication-order-changes",
      .replicationTasks,
      .paging, rule: "same-rows-for-every-limit",
      "every other answer turns its page from the back of the list",
      .page { page, query, context in
        let view = context.table.view()
        guard context.visit % 2 == 1 else { return }
        page.rows = page.rows.indices.map { view[view.count - 1 - page.start - $0] }
      }
    ),
    Fault(
      "replication-order-depends-on-limit",
      .replicationTasks,
      .paging, rule: "same-rows-for-every-limit",
      "large pages run the other way",
      .pages { page, query, _ in
        if query.limit > 10 { page.rows.reverse() }
      }
    ),
    Fault(
      "replication-past-end-404",
      .replicationTasks,
      .paging, rule: "offset-behind-end",
      "a page behind the last row is not found",
      .refusePastEnd(404)
    ),
    Fault(
      "replication-past-end-first-page",
      .replicationTasks,
      .paging, rule: "offset-behind-end",
      "behind the last row the first page comes again",
      .pagesPastEnd { page, query, view in
        page.rows = view[0..<min(query.limit, view.count)]
      }
    ),
    Fault(
      "replication-offset-word-500",
      .replicationTasks,
      .errors, rule: "no-server-error",
      "an offset that is no number crashes",
      .crash(.asking { $0[query: "offset"].map { Int($0) == nil } ?? false })
    ),
    Fault(
      "replication-limit-0-accepted",
      .replicationTasks,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a limit of zero is taken for the default",
      .misread("limit") { $0 == "0" ? nil : $0 }
    ),
    Fault(
      "replication-limit-101-500",
      .replicationTasks,
      .errors, rule: "no-server-error",
      "a limit above the maximum crashes",
      .crash(.asking { ($0.number("limit") ?? 0) > 100 })
    ),
    Fault(
      "replication-multiple-rule-500",
      .replicationTasks,
      .paging, rule: "offset-multiple-of-limit",
      "an offset between pages crashes",
      .crash(
        .asking { request in
          guard let offset = request.number("offset") else { return false }
          return offset % max(1, request.number("limit") ?? 10) != 0
        }
      )
    ),
    Fault(
      "replication-offset-alone-refused",
      .replicationTasks,
      .paging, rule: "offset-alone",
      level: .should,
      "an offset without a limit is refused",
      .misread { request in
        if request[query: "limit"] == nil, request[query: "offset"] != nil {
          request[query: "limit"] = "0"
        }
      }
    ),
  ]
}
