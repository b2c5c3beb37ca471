// SPDX-License-Identifier: Apache-2.0
// Data only: bugs of pages and filters that show for one limit, one page or one word only.

import Wire

extension Fault {
  static let cornersOfPaging: [Fault] = [
    Fault(
      "webhook-last-page-filled-up",
      .webhookJobs,
      .paging, rule: "each-row-once",
      "the last page is filled with rows of the page before",
      .pages { page, query, view in
        guard query.offset > 0, (1..<query.limit).contains(page.rows.count) else { return }
        page.rows = view[max(0, view.count - query.limit)..<view.count]
      }
    ),
    Fault(
      "webhook-total-capped-for-limit-1",
      .webhookJobs,
      .paging, rule: "total-is-constant",
      "with a limit of one the total is one",
      .total { total, query in query.limit == 1 ? min(total, 1) : total }
    ),
    Fault(
      "webhook-total-estimated-on-later-pages",
      .webhookJobs,
      .paging, rule: "total-is-constant",
      "later pages round the total to tens",
      .total { total, query in query.offset > 0 ? (total + 9) / 10 * 10 : total }
    ),
    Fault(
      "jobs-limit-100-lacks-last-row",
      .instanceJobs,
      .paging, rule: "same-rows-for-every-limit",
      "with a limit of 100 the last row is left out",
      .pages { page, query, _ in if query.limit == 100 { _ = page.rows.popLast() } }
    ),
    Fault(
      "jobs-offset-32-bits",
      .instanceJobs,
      .paging, rule: "offset-beyond-32-bits",
      "only the low 31 bits of an offset count",
      .misread("offset") { Int($0).map { $0 < 0 ? "\($0)" : "\($0 & 0x7FFF_FFFF)" } ?? $0 }
    ),
    Fault(
      "jobs-offset-odd-rounded",
      .instanceJobs,
      .paging, rule: "any-offset",
      "an odd offset is taken for the even one before",
      .misread("offset") { Int($0).map { $0 > 0 ? "\($0 & ~1)" : "\($0)" } ?? $0 }
    ),
    Fault(
      "jobs-past-end-total-zero",
      .instanceJobs,
      .paging, rule: "offset-behind-end",
      level: .should,
      "total is zero behind the last row",
      .pagesPastEnd { page, _, _ in page.frame["total"] = "0" }
    ),
    Fault(
      "retention-row-doubled-for-limit-7",
      .retentionTasks,
      .paging, rule: "each-row-once",
      "with a limit of 7 the second row comes twice",
      .pages { page, query, _ in
        if query.limit == 7, page.rows.count > 2 { page.rows[2] = page.rows[1] }
      }
    ),
    Fault(
      "retention-last-row-repeats",
      .retentionTasks,
      .paging, rule: "each-row-once",
      "the row before the last comes again instead of the last",
      .pages { page, _, view in
        if !page.isFollowed(in: view), page.rows.count > 1 {
          page.rows[page.rows.count - 1] = page.rows[page.rows.count - 2]
        }
      }
    ),
    Fault(
      "retention-ties-shuffled-by-limit",
      .retentionTasks,
      .paging, rule: "same-rows-for-every-limit",
      "two neighbours change places on pages of seven or fewer",
      .pages { page, query, _ in
        if query.limit <= 7, page.rows.count > 1 { page.rows.swapAt(0, 1) }
      }
    ),
    Fault(
      "replication-offset-wraps-at-32",
      .replicationTasks,
      .paging, rule: "each-row-once",
      "an offset beyond 31 begins at the front again",
      .pages { page, query, view in
        guard query.offset > 31 else { return }
        let start = query.offset % 32
        page.rows = view[start..<start + query.limit]
      }
    ),
    Fault(
      "replication-one-row-more-on-limit-100",
      .replicationTasks,
      .paging, rule: "each-row-once",
      "with a limit of 100 the first row comes again at the end",
      .pages { page, query, _ in
        if query.limit == 100, let first = page.rows.first { page.rows.append(first) }
      }
    ),
    Fault(
      "replication-total-when-repeated",
      .replicationTasks,
      .paging, rule: "same-request-same-page",
      "every repetition of a request counts one row more",
      .page { page, _, context in
        page.frame["total"] = page.frame.integer("total").map { String($0 + context.repeats) }
      }
    ),
  ]

  static let cornersOfMarkers: [Fault] = [
    Fault(
      "gc-marker-skips-a-row",
      .gcTasks,
      .paging, rule: "same-rows-for-every-limit",
      "the marker of the third page leads one row too far",
      .marker { page, last, view in
        guard page.isFollowed(in: view) else { return nil }
        let skipped = page.start == 20 ? view[page.start + page.rows.count].integer("id") : last
        return Marker(id: skipped ?? last).description
      }
    ),
    Fault(
      "gc-marker-used-up",
      .gcTasks,
      .paging, rule: "same-request-is-answered",
      "a marker that is used again gives the page after its own",
      .page { page, query, context in
        guard query.marker != nil, context.repeats > 0 else { return }
        let start = page.start + query.limit
        page.rows = context.table.view(query)[start..<start + query.limit]
      }
    ),
    Fault(
      "gc-marker-expires",
      .gcTasks,
      .paging, rule: "same-request-is-answered",
      "a marker that is used again is refused",
      .request { request, context in
        if context.repeats > 0, request[query: "marker"] != nil { request[query: "marker"] = "-" }
      }
    ),
    Fault(
      "gc-marker-in-small-letters",
      .gcTasks,
      .paging, rule: "marker-walk-ends",
      "markers are given out in small letters and not found again",
      .page { page, _, _ in
        page.frame["page_info"] = page.frame["page_info"]?.replacing("eyJpZCI6", with: "eyjpzci6")
      }
    ),
    Fault(
      "gc-limit-forgotten-behind-marker",
      .gcTasks,
      .paging, rule: "page-within-limit",
      "with a marker every page holds ten rows at most",
      .misread { request in
        let limit = request.number("limit") ?? 10
        if request[query: "marker"] != nil, (1...100).contains(limit) {
          request[query: "limit"] = nil
        }
      }
    ),
    Fault(
      "gc-marker-includes-its-row",
      .gcTasks,
      .paging, rule: "each-row-once",
      "a marker gives the last row of its page once more",
      .marker { page, last, view in
        page.isFollowed(in: view) ? Marker(id: last + 1).description : nil
      }
    ),
    Fault(
      "gc-first-page-marker-on-every-page",
      .gcTasks,
      .paging, rule: "marker-comes-once",
      "every page gives the marker of the first ten rows",
      .marker { page, last, view in
        Marker(id: view[min(9, view.count - 1)].integer("id") ?? last).description
      }
    ),
    Fault(
      "gc-status-needed-for-first-page",
      .gcTasks,
      .filters, rule: "filter-is-subset",
      "without a status the first row is held back",
      .pages { page, query, _ in
        if query.status == nil, page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
      }
    ),
  ]

  static let cornersOfFilters: [Fault] = [
    Fault(
      "webhook-filter-forgotten-when-repeated",
      .webhookJobs,
      .filters, rule: "filter-keeps-value",
      "a filtered request that comes again is not filtered",
      .request { request, context in
        if context.repeats > 0 { request[query: "status"] = nil }
      }
    ),
    Fault(
      "webhook-filter-stopped-without-first",
      .webhookJobs,
      .filters, rule: "filters-add-up",
      "Stopped lacks its newest job, and total agrees",
      .filteredPages { page, query, _ in
        guard query.status == "Stopped" else { return }
        if page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
        page.frame["total"] = page.frame.integer("total").map { String(max(0, $0 - 1)) }
      }
    ),
    Fault(
      "jobs-filter-words-swapped",
      .instanceJobs,
      .filters, rule: "filter-keeps-value",
      "Creating and Initializing are mixed up",
      .misread("status") { ["Creating": "Initializing", "Initializing": "Creating"][$0] ?? $0 }
    ),
    Fault(
      "jobs-filter-total-of-first-filter",
      .instanceJobs,
      .filters, rule: "filter-total",
      level: .should,
      "every filtered total is that of Creating",
      .filteredPages { page, _, all in
        let rows = all[0..<min(all.count, 100)]
        page.frame["total"] = String(rows.count { $0.word("status") == "Creating" })
      }
    ),
    Fault(
      "jobs-filter-any-prefix",
      .instanceJobs,
      .filters, rule: "filter-keeps-value",
      "Running gives every row whose status has an n in it",
      .filteredPages { page, query, all in
        guard query.status == "Running" else { return }
        let rows = all[0..<min(all.count, 100)].filter { $0.word("status")?.contains("n") ?? false }
        page.rows = Array(rows.dropFirst(query.offset).prefix(query.limit))
        page.frame["total"] = String(rows.count)
      }
    ),
    Fault(
      "retention-filter-words-swapped",
      .retentionTasks,
      .filters, rule: "filter-keeps-value",
      "Failed and Stopped are mixed up",
      .misread("status") { ["Failed": "Stopped", "Stopped": "Failed"][$0] ?? $0 }
    ),
    Fault(
      "retention-filter-other-row-on-later-page",
      .retentionTasks,
      .filters, rule: "filter-keeps-value",
      "filtered pages behind the first open with a row of another status",
      .filteredPages { page, query, all in
        let others = all[0..<min(all.count, 100)].filter {
          $0.word("status").map(String.init) != query.status
        }
        if page.start > 0, !page.rows.isEmpty, let other = others.first { page.rows[0] = other }
      }
    ),
    Fault(
      "retention-filter-null-among-rows",
      .retentionTasks,
      .filters, rule: "filter-is-subset",
      "a null ends every filtered list",
      .filteredPages { page, _, _ in
        page.list = "[" + (page.rows.map(\.json) + ["null"]).joined(separator: ",") + "]"
      }
    ),
    Fault(
      "gc-filter-lost-on-third-page",
      .gcTasks,
      .filters, rule: "filter-and-paging-combine",
      "filtered pages behind the second show rows of every status",
      .filteredPages { page, query, all in
        if page.start >= 2 * query.limit {
          page.rows = all[page.start..<page.start + query.limit]
        }
      }
    ),
    Fault(
      "gc-filter-words-swapped",
      .gcTasks,
      .filters, rule: "filter-keeps-value",
      "Running and Pending are mixed up",
      .misread("status") { ["Running": "Pending", "Pending": "Running"][$0] ?? $0 }
    ),
    Fault(
      "gc-filter-ends-after-first-page",
      .gcTasks,
      .filters, rule: "filter-and-paging-combine",
      "a filtered page never gives a marker though rows follow",
      .filteredPages { page, _, _ in page.frame["page_info"] = "{}" }
    ),
  ]
}
