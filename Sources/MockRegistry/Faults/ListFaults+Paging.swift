// SPDX-License-Identifier: Apache-2.0
// Operators on totals, limits and offsets, and on what lies behind the last row.

import Loopback
import Wire

extension ListFaults {
  /// Totals that do not count the rows.
  var totals: [Fault] {
    guard let name = list.paging.total else { return [] }
    let (sum, constant) = ("rows-equal-total", "total-is-constant")
    func total(
      _ word: String, _ rule: String, _ says: String, _ change: @escaping @Sendable (Count) -> Int
    ) -> Fault {
      page("total-\(word)", rule, says) { page, query, context in
        guard let total = page.frame.integer(name) else { return }
        let count = Count(total: total, rows: page.rows.count, query: query, context: context)
        page.frame[name] = String(change(count))
      }
    }
    return [
      total("one-too-many", sum, "total counts one row that no page holds") { $0.total + 1 },
      total("one-too-few", sum, "total leaves out one row") { $0.total - 1 },
      total("of-page", sum, "total counts the rows of the page") { $0.rows },
      total("zero", "total-covers-rows", "total is zero beside rows") { _ in 0 },
      total("changes-between-pages", constant, "total is one higher from the second page on") {
        $0.query.offset > 0 ? $0.total + 1 : $0.total
      },
      total("falls-on-later-pages", constant, "total counts what is left behind the offset") {
        max(0, $0.total - $0.query.offset)
      },
      total("capped-by-limit", constant, "total is never more than the limit") {
        min($0.total, $0.query.limit)
      },
      total("depends-on-limit", constant, "total counts pages instead of rows") {
        ($0.total + $0.query.limit - 1) / $0.query.limit
      },
      total("capped-for-limit-1", constant, "with a limit of one the total is one") {
        $0.query.limit == 1 ? min($0.total, 1) : $0.total
      },
      total("estimated-on-later-pages", constant, "later pages round the total to tens") {
        $0.query.offset > 0 ? ($0.total + 9) / 10 * 10 : $0.total
      },
      total("moves-alone", constant, "every answer counts one row more, and none comes or goes") {
        $0.total + $0.context.visit
      },
      total("when-repeated", "same-request-same-page", "every repetition counts one row more") {
        $0.total + $0.context.repeats
      },
    ]
  }

  /// What a total is made from.
  private struct Count {
    var total: Int
    var rows: Int
    var query: ListQuery
    var context: RequestContext
  }

  /// Limits that are taken for others.
  var limits: [Fault] {
    guard list.paging.style != .none else { return [] }
    let habit = list.paging.defaultLimit
    return [10, 20, 100].filter { $0 != habit }.map { other in
      fault(
        "default-limit-\(other)", "default-page-size",
        // Where a marker leads on, nothing is lost by a short page.
        level: list.turnsByMarker && other < habit ? .should : .must,
        "a page without a limit holds \(other) rows",
        .assume("limit", "\(other)"))
    } + [
      page(
        "one-row-twice-without-limit", "default-page-size",
        "a page without a limit shows its first row once more at its end"
      ) { page, _, context in
        guard context.request[query: "limit"] == nil, let first = page.rows.first else { return }
        page.rows.append(first)
      },
      pages(
        "page-exceeds-limit", "page-within-limit", "every page holds one row more than its limit"
      ) { page, _, view in
        let next = page.start + page.rows.count
        page.rows += view[min(next, view.count)..<min(next + 1, view.count)]
      },
      misread(
        "limit-ignored", "page-within-limit", "every page has the limit of no limit", of: "limit"
      ) { Int($0).map((1...100).contains) == true ? nil : $0 },
      misread(
        "two-rows-for-limit-1", "page-within-limit", "a limit of one brings two rows", of: "limit"
      ) { $0 == "1" ? "2" : $0 },
      misread(
        "limit-100-as-10", turnsByOffset ? "same-rows-for-every-limit" : "full-marker-pages",
        level: turnsByOffset ? .must : .should, "a limit of 100 is taken for 10", of: "limit"
      ) { $0 == "100" ? "10" : $0 },
      pages(
        "limit-100-lacks-last-row", "same-rows-for-every-limit",
        "with a limit of 100 the last row is left out"
      ) { page, query, _ in if query.limit == 100 { _ = page.rows.popLast() } },
      pages(
        "one-row-more-on-limit-100", "each-row-once",
        "with a limit of 100 the first row comes again at the end"
      ) { page, query, _ in
        if query.limit == 100, let first = page.rows.first { page.rows.append(first) }
      },
      pages(
        "row-doubled-for-limit-7", "each-row-once", "with a limit of 7 the second row comes twice"
      ) { page, query, _ in
        if query.limit == 7, page.rows.count > 2 { page.rows[2] = page.rows[1] }
      },
    ]
  }

  /// Offsets that are taken for others.
  var offsets: [Fault] {
    guard turnsByOffset else { return [] }
    let starts = "offset-starts-at-row"
    return [
      misread("offset-ignored", starts, "every page is the first", of: "offset") {
        (Int($0) ?? -1) > 0 ? "0" : $0
      },
      shifted("off-by-one", starts, "later pages begin one row too late") { query in
        query.offset > 0 && query.offset < 1_000_000 ? query.offset + 1 : query.offset
      },
      shifted("one-too-early", starts, "later pages begin one row too early") { query in
        max(0, query.offset - 1)
      },
      shifted(
        "as-page-number", "same-rows-for-every-limit", "an offset counts pages instead of rows"
      ) {
        $0.offset.multipliedReportingOverflow(by: $0.limit).partialValue
      },
      shifted("wraps-at-32", "each-row-once", "an offset beyond 31 begins at the front again") {
        $0.offset % 32
      },
      shifted("32-bits", "offset-beyond-32-bits", "only the low 31 bits of an offset count") {
        $0.offset & 0x7FFF_FFFF
      },
      misread("limit-1-as-10", starts, "a limit of one is taken for ten", of: "limit") {
        $0 == "1" ? "10" : $0
      },
    ] + (list.wantsMultiples ? multiples : everyOffset)
  }

  private func shifted(
    _ word: String, _ rule: String, _ says: String, _ start: @escaping @Sendable (ListQuery) -> Int
  ) -> Fault {
    pages("offset-\(word)", rule, says) { page, query, view in
      let start = start(query)
      let isThere = (0..<max(1, view.count)).contains(start)
      page.rows = isThere ? view[start..<min(start + query.limit, view.count)] : []
    }
  }

  /// Of lists whose offsets have to be multiples.
  private var multiples: [Fault] {
    let rule = "offset-multiple-of-limit"
    return [
      fault(
        "multiple-rule-not-kept", rule, level: .should,
        "an offset between pages is rounded down to a page", between(list) { $0 - $0 % $1 }),
      fault(
        "multiple-rule-restarts", rule, level: .should, "an offset between pages is taken for none",
        between(list) { _, _ in 0 }),
      fault(
        "multiple-rule-500", rule, "an offset between pages crashes",
        .crash(
          .asking { [list] request in
            guard let offset = request.number("offset") else { return false }
            return offset % max(1, request.number("limit") ?? list.paging.defaultLimit) != 0
          })),
    ]
  }

  /// Of lists that take any offset.
  private var everyOffset: [Fault] {
    [
      fault(
        "offset-rounded-down", "any-offset", "an offset between pages is rounded down to a page",
        between(list) { $0 - $0 % $1 }),
      misread(
        "offset-odd-rounded", "any-offset", "an odd offset is taken for the even one before",
        of: "offset"
      ) { Int($0).map { $0 > 0 ? "\($0 & ~1)" : "\($0)" } ?? $0 },
      fault(
        "multiple-rule-kept", "any-offset", level: .should, "an offset between pages is refused",
        between(list) { $0 % $1 == 0 ? $0 : -1 }),
    ]
  }

  /// Takes an offset for what is made of it and the limit.
  private func between(
    _ list: ListOperation, _ change: @escaping @Sendable (Int, Int) -> Int
  ) -> Mutation {
    .misread { request in
      guard let offset = request.number("offset"), offset > 0 else { return }
      let limit = request.number("limit") ?? list.paging.defaultLimit
      guard (1...100).contains(limit), offset % limit != 0 else { return }
      request[query: "offset"] = "\(change(offset, limit))"
    }
  }

  /// What lies behind the last row.
  var ends: [Fault] {
    guard turnsByOffset else { return [] }
    let rule = "offset-behind-end"
    return [400, 404, 500].map { code in
      fault(
        "past-end-\(code)", rule, "a page behind the last row is answered \(code)",
        .refusePastEnd(code))
    } + [
      pastEnd(
        "past-end-null-list", "value-is-array", level: .should,
        "the list behind the last row is null"
      ) { page, _, _ in page.list = "null" },
      pastEnd("past-end-repeats-last-page", rule, "behind the last row the last rows come again") {
        page, query, view in
        page.rows = view[max(0, view.count - query.limit)..<view.count]
      },
      pastEnd("past-end-first-page", rule, "behind the last row the first page comes again") {
        page, query, view in page.rows = view[0..<min(query.limit, view.count)]
      },
      answer("list-missing-past-end", "required-field", "behind the last row there is no list") {
        [list] answer, context in
        let count = context.table.view().count
        guard context.request.number("offset") ?? 0 >= count, answer.response.status == 200 else {
          return
        }
        answer.response.body = Array("{\"\(list.paging.total ?? "x_total")\":\(count)}".utf8)
      },
    ]
      + (list.paging.total == nil
        ? []
        : [
          pastEnd("past-end-total-zero", rule, level: .should, "total is zero behind the last row")
          { [list] page, _, _ in page.frame[list.paging.total ?? ""] = "0" }
        ])
  }
}
