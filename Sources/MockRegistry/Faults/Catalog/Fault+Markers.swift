// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in turning pages by marker.

extension Fault {
  static let gcPaging: [Fault] = [
    Fault(
      "gc-marker-repeats",
      .gcTasks,
      .paging, rule: "marker-comes-once",
      "the second page gives the first page's marker",
      .marker { page, last, view in
        guard page.isFollowed(in: view) else { return nil }
        return Marker(id: view[0].integer("id") ?? last).description
      }
    ),
    Fault(
      "gc-marker-loops",
      .gcTasks,
      .paging, rule: "marker-walk-ends",
      "the last page leads back to the first",
      .marker { page, last, view in
        let next = page.isFollowed(in: view) ? last : (view[0].integer("id") ?? last) + 1
        return Marker(id: next).description
      }
    ),
    Fault(
      "gc-marker-leads-to-empty-page",
      .gcTasks,
      .paging, rule: "marker-leads-to-rows",
      level: .should,
      "the last page gives a marker to an empty one",
      .marker { _, last, _ in Marker(id: last).description }
    ),
    Fault(
      "gc-marker-never-ends",
      .gcTasks,
      .paging, rule: "marker-walk-ends",
      "empty pages follow the last, each with a new marker",
      .page { page, query, _ in
        let before = query.marker?.id ?? 0
        let next = page.rows.last?.integer("id") ?? before - 1
        page.frame["page_info"] = MockPage.pageInfo(next: Marker(id: next).description)
      }
    ),
    Fault(
      "gc-marker-missing",
      .gcTasks,
      .paging, rule: "same-rows-for-every-limit",
      "the first page gives no marker though rows follow",
      .marker { _, _, _ in nil }
    ),
    Fault(
      "gc-marker-ends-early",
      .gcTasks,
      .paging, rule: "same-rows-for-every-limit",
      "the third page gives no marker though rows follow",
      .marker { page, last, view in
        guard page.isFollowed(in: view), page.start < 20 else { return nil }
        return Marker(id: last).description
      }
    ),
    Fault(
      "gc-marker-ignored",
      .gcTasks,
      .paging, rule: "marker-walk-ends",
      "every marker leads to the first page",
      .misread("marker") { _ in nil }
    ),
    Fault(
      "gc-row-repeated-over-border",
      .gcTasks,
      .paging, rule: "each-row-once",
      "each later page opens with the last row of the page before",
      .pages { page, _, view in
        if page.start > 0, !page.rows.isEmpty { page.rows[0] = view[page.start - 1] }
      }
    ),
    Fault(
      "gc-row-skipped-at-border",
      .gcTasks,
      .paging, rule: "same-rows-for-every-limit",
      "the second page leaves out its first row",
      .pages { page, query, _ in
        if page.start == query.limit { page.rows = Array(page.rows.dropFirst()) }
      }
    ),
    Fault(
      "gc-last-page-lacks-a-row",
      .gcTasks,
      .paging, rule: "same-rows-for-every-limit",
      "the last row of the last page is left out",
      .pages { page, query, view in
        if page.start > 0, !page.isFollowed(in: view) { _ = page.rows.popLast() }
      }
    ),
    Fault(
      "gc-same-marker-differs",
      .gcTasks,
      .paging, rule: "same-request-same-page",
      "every other answer to a request turns its page the other way round",
      .page { page, _, context in
        if context.repeats % 2 == 1 { page.rows.reverse() }
      }
    ),
    Fault(
      "gc-order-depends-on-limit",
      .gcTasks,
      .paging, rule: "same-rows-for-every-limit",
      "large pages run in ascending order",
      .pages { page, query, _ in
        if query.limit > 10 { page.rows.reverse() }
      }
    ),
    Fault(
      "gc-marker-not-decoded",
      .gcTasks,
      .paging, rule: "marker-survives-encoding",
      "a percent-encoded marker is compared as it travels",
      .misread("marker") { $0.contains("%") ? "undecoded" : $0 }
    ),
    Fault(
      "gc-unknown-marker-500",
      .gcTasks,
      .paging, rule: "unknown-marker-is-refused",
      "a marker that was never given out crashes",
      .crash(.asking { $0.hasForeignMarker })
    ),
    Fault(
      "gc-unknown-marker-first-page",
      .gcTasks,
      .paging, rule: "unknown-marker-is-refused",
      level: .should,
      "a marker that was never given out is ignored",
      .misread { request in
        if request.hasForeignMarker { request[query: "marker"] = nil }
      }
    ),
    Fault(
      "gc-limit-ignored",
      .gcTasks,
      .paging, rule: "page-within-limit",
      "every page holds ten rows at most",
      .misread("limit") { Int($0).map((1...100).contains) == true ? nil : $0 }
    ),
    Fault(
      "gc-limit-100-as-10",
      .gcTasks,
      .paging, rule: "full-marker-pages",
      level: .should,
      "a limit of 100 is taken for 10",
      .misread("limit") { $0 == "100" ? "10" : $0 }
    ),
    Fault(
      "gc-page-exceeds-limit",
      .gcTasks,
      .paging, rule: "page-within-limit",
      "every page holds one row of the next page too",
      .pages { page, _, view in
        let next = page.start + page.rows.count
        page.rows += view[min(next, view.count)..<min(next + 1, view.count)]
      }
    ),
    Fault(
      "gc-default-limit-20",
      .gcTasks,
      .paging, rule: "default-page-size",
      "a page without a limit holds 20 rows",
      .assume("limit", "20")
    ),
    Fault(
      "gc-default-limit-100",
      .gcTasks,
      .paging, rule: "default-page-size",
      "a page without a limit holds 100 rows",
      .assume("limit", "100")
    ),
    Fault(
      "gc-limit-0-500",
      .gcTasks,
      .errors, rule: "no-server-error",
      "a limit of zero crashes",
      .crash(.asking { $0.number("limit") == 0 })
    ),
    Fault(
      "gc-limit-negative-500",
      .gcTasks,
      .errors, rule: "no-server-error",
      "a negative limit crashes",
      .crash(.asking { ($0.number("limit") ?? 1) < 0 })
    ),
    Fault(
      "gc-limit-101-clamped",
      .gcTasks,
      .paging, rule: "bad-page-is-refused",
      level: .should,
      "a limit above the maximum is taken for the maximum",
      .misread("limit") { (Int($0) ?? 0) > 100 ? "100" : $0 }
    ),
    Fault(
      "gc-limit-word-500",
      .gcTasks,
      .errors, rule: "no-server-error",
      "a limit that is no number crashes",
      .crash(.asking { $0[query: "limit"].map { Int($0) == nil } ?? false })
    ),
    Fault(
      "gc-limit-alone-refused",
      .gcTasks,
      .paging, rule: "status-200",
      level: .should,
      "a limit without a marker is refused",
      .misread { request in
        if request[query: "marker"] == nil, request[query: "limit"] != nil {
          request[query: "limit"] = "0"
        }
      }
    ),
  ]
}
