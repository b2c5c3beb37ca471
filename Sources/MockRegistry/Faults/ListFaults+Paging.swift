// SPDX-License-Identifier: Apache-2.0
// Operators on totals, limits and offsets, and on what lies behind the last row.

import Wire

extension ListFaults {
  /// Totals that do not count the rows.
  var totals: [Fault] {
    guard let name = list.paging.total else { return [] }
    let (sum, constant): (Fault.Rule, Fault.Rule) = ("rows-equal-total", "total-is-constant")
    func total(
      _ word: String, _ rule: Fault.Rule, _ says: String,
      _ change: @escaping @Sendable (MockPage, Int) -> Int
    ) -> Fault {
      page("total-\(word)", rule, says) { $0.count(name, change) }
    }
    return [
      total("one-too-many", sum, "total counts one row that no page holds") { $1 + 1 },
      total("one-too-few", sum, "total leaves out one row") { $1 - 1 },
      total("of-page", sum, "total counts the rows of the page") { page, _ in page.rows.count },
      total("zero", "total-covers-rows", "total is zero beside rows") { _, _ in 0 },
      total("zero-beside-a-row", "total-covers-page", "total is zero where one row is asked for") {
        $0.query.limit == 1 ? 0 : $1
      },
      total("changes-between-pages", constant, "total is one higher from the second page on") {
        $0.query.offset > 0 ? $1 + 1 : $1
      },
      total("falls-on-later-pages", constant, "total counts what is left behind the offset") {
        max(0, $1 - $0.query.offset)
      },
      total("capped-by-limit", constant, "total is never more than the limit") {
        min($1, $0.query.limit)
      },
      total("depends-on-limit", constant, "total counts pages instead of rows") {
        ($1 + $0.query.limit - 1) / $0.query.limit
      },
      total("capped-for-limit-1", constant, "with a limit of one the total is one") {
        $0.query.limit == 1 ? min($1, 1) : $1
      },
      total("estimated-on-later-pages", constant, "later pages round the total to tens") {
        $0.query.offset > 0 ? ($1 + 9) / 10 * 10 : $1
      },
      total("moves-alone", constant, "every answer counts one row more, and none comes or goes") {
        $1 + $0.context.visit
      },
      total("when-repeated", "same-request-same-page", "every repetition counts one row more") {
        $1 + $0.context.repeats
      },
    ]
  }

  /// Limits that are taken for others.
  var limits: [Fault] {
    guard list.paging.style != .none else { return [] }
    let (within, once): (Fault.Rule, Fault.Rule) = ("page-within-limit", "each-row-once")
    let same: Fault.Rule = "same-rows-for-every-limit"
    return defaultLimits + plainPages + [
      page(
        "one-row-twice-without-limit", "default-page-size",
        "a page without a limit shows its first row once more at its end"
      ) { if $0.context.request[query: "limit"] == nil { $0.rows += $0.rows.prefix(1) } },
      page("page-exceeds-limit", within, "every page holds one row more than its limit") {
        let next = $0.start + $0.rows.count
        if $0.isFollowed { $0.rows += $0.view[next..<next + 1] }
      },
      misread("limit-ignored", within, "every page has the limit of no limit", of: "limit") {
        Int($0).map((1...100).contains) == true ? nil : $0
      },
      misread("two-rows-for-limit-1", within, "a limit of one brings two rows", of: "limit") {
        $0 == "1" ? "2" : $0
      },
      misread(
        "limit-100-as-10", turnsByOffset ? same : .should("full-marker-pages"),
        "a limit of 100 is taken for 10", of: "limit"
      ) { $0 == "100" ? "10" : $0 },
      page(
        "limit-100-lacks-last-row", same, "with a limit of 100 the last row is left out",
        on: .limit(100)
      ) { $0.dropLast() },
      page(
        "one-row-more-on-limit-100", once,
        "with a limit of 100 the first row comes again at the end", on: .limit(100)
      ) { $0.rows += $0.rows.prefix(1) },
      page(
        "row-doubled-for-limit-7", once, "with a limit of 7 the second row comes twice",
        on: .limit(7)
      ) { $0.copyRow(1, over: 2) },
    ]
  }

  private var defaultLimits: [Fault] {
    let habit = list.paging.defaultLimit
    return [10, 20, 100].filter { $0 != habit }.map { other in
      let rule: Fault.Rule = "default-page-size"
      // Where a marker leads on, nothing is lost by a short page.
      return misread(
        "default-limit-\(other)", list.turnsByMarker && other < habit ? .should(rule) : rule,
        "a page without a limit holds \(other) rows"
      ) { if $0[query: "limit"] == nil { $0[query: "limit"] = "\(other)" } }
    }
  }

  /// Pages for which no number asks.
  private var plainPages: [Fault] {
    let rule: Fault.Rule = "first-page-starts-list"
    let isPlain = { @Sendable (place: MockPage) in place.context.request.query.isEmpty }
    let ofMarkers = [
      page("page-of-one-shows-another", rule, "the page of one row shows another than the first") {
        if $0.query.limit == 1, $0.query.marker == nil { $0.showRows(from: 4) }
      },
      page("page-of-one-empty", .should(rule), "the page of one row shows none, and leads on") {
        if $0.query.limit == 1, $0.query.marker == nil { $0.rows = [] }
      },
    ]
    return [
      page("plain-page-backwards", rule, "a page without a limit shows its rows backwards") {
        if isPlain($0) { $0.rows.reverse() }
      },
      page("plain-page-skips-a-row", rule, "a page without a limit begins with the second row") {
        if isPlain($0) { $0.showRows(from: 1) }
      },
    ] + (list.turnsByMarker ? ofMarkers : [])
  }

  /// Offsets that are taken for others.
  var offsets: [Fault] {
    guard turnsByOffset else { return [] }
    let starts: Fault.Rule = "offset-starts-at-row"
    return [
      misread("offset-ignored", starts, "every page is the first", of: "offset") {
        (Int($0) ?? -1) > 0 ? "0" : $0
      },
      shifted("off-by-one", starts, "later pages begin one row too late") {
        $0.offset > 0 && $0.offset < 1_000_000 ? $0.offset + 1 : $0.offset
      },
      shifted("one-too-early", starts, "later pages begin one row too early") {
        max(0, $0.offset - 1)
      },
      shifted(
        "as-page-number", "same-rows-for-every-limit", "an offset counts pages instead of rows"
      ) { $0.offset.multipliedReportingOverflow(by: $0.limit).partialValue },
      shifted("wraps-at-32", "each-row-once", "an offset beyond 31 begins at the front again") {
        $0.offset % 32
      },
      shifted("32-bits", "offset-beyond-32-bits", "only the low 31 bits of an offset count") {
        $0.offset & 0x7FFF_FFFF
      },
      misread(
        "offset-32-bits-at-once", "offset-beyond-32-bits",
        "an offset is cut to 32 bits before anything is made of it", of: "offset"
      ) { Int($0).map { String($0 & 0xFFFF_FFFF) } ?? $0 },
      misread("limit-1-as-10", starts, "a limit of one is taken for ten", of: "limit") {
        $0 == "1" ? "10" : $0
      },
    ] + (list.wantsMultiples ? multiples : everyOffset)
  }

  private func shifted(
    _ word: String, _ rule: Fault.Rule, _ says: String,
    _ start: @escaping @Sendable (ListQuery) -> Int
  ) -> Fault {
    page("offset-\(word)", rule, says) { $0.showRows(from: start($0.query)) }
  }

  /// Of lists whose offsets have to be multiples.
  private var multiples: [Fault] {
    let rule: Fault.Rule = "offset-multiple-of-limit"
    let habit = list.paging.defaultLimit
    return [
      between(
        "multiple-rule-not-kept", .should(rule), "an offset between pages is rounded down to a page"
      ) { $0 - $0 % $1 },
      between(
        "multiple-rule-restarts", .should(rule), "an offset between pages is taken for none"
      ) { _, _ in 0 },
      fault(
        "multiple-rule-500", rule, "an offset between pages crashes",
        .crash(
          .asking { ($0.number("offset") ?? 0) % max(1, $0.number("limit") ?? habit) != 0 })),
    ]
  }

  /// Of lists that take any offset.
  private var everyOffset: [Fault] {
    let rule: Fault.Rule = "any-offset"
    return [
      between("offset-rounded-down", rule, "an offset between pages is rounded down to a page") {
        $0 - $0 % $1
      },
      misread(
        "offset-odd-rounded", rule, "an odd offset is taken for the even one before", of: "offset"
      ) { Int($0).map { $0 > 0 ? "\($0 & ~1)" : "\($0)" } ?? $0 },
      between("multiple-rule-kept", .should(rule), "an offset between pages is refused") {
        $0 % $1 == 0 ? $0 : -1
      },
    ]
  }

  /// An offset is taken for what is made of it and the limit.
  private func between(
    _ word: String, _ rule: Fault.Rule, _ says: String,
    _ change: @escaping @Sendable (Int, Int) -> Int
  ) -> Fault {
    let habit = list.paging.defaultLimit
    return misread(word, rule, says) { request in
      let limit = request.number("limit") ?? habit
      guard let offset = request.number("offset"), offset > 0, (1...100).contains(limit),
        offset % limit != 0
      else { return }
      request[query: "offset"] = "\(change(offset, limit))"
    }
  }

  /// What lies behind the last row.
  var ends: [Fault] {
    guard turnsByOffset else { return [] }
    let rule: Fault.Rule = "offset-behind-end"
    let (total, key) = (list.paging.total ?? "", list.key)
    let refused = [400, 404, 500].map { code in
      fault(
        "past-end-\(code)", rule, "a page behind the last row is answered \(code)",
        .error(code, on: .pastEnd))
    }
    let zero = page(
      "past-end-total-zero", .should(rule), "total is zero behind the last row", on: .pastEnd
    ) { $0.frame[total] = "0" }
    return refused + [
      page(
        "past-end-null-list", .should("value-is-array"), "the list behind the last row is null",
        on: .pastEnd
      ) { $0.list = "null" },
      page(
        "past-end-repeats-last-page", rule, "behind the last row the last rows come again",
        on: .pastEnd
      ) { $0.showRows(from: max(0, $0.view.count - $0.query.limit)) },
      page(
        "past-end-first-page", rule, "behind the last row the first page comes again", on: .pastEnd
      ) { $0.showRows(from: 0) },
      fault(
        "list-missing-past-end", "required-field", "behind the last row there is no list",
        .answers(.pastEnd) { response in
          var page = RawObject(json: String(decoding: response.body, as: UTF8.self))
          page[key] = nil
          response.body = page.bytes
        }),
    ] + (list.paging.total == nil ? [] : [zero])
  }
}
