// SPDX-License-Identifier: Apache-2.0
// Operators on which rows stand on a page, in what order, and whether they stand there again.

import Wire

extension ListFaults {
  /// Rows that are left out or come twice where one page meets the next.
  var borders: [Fault] {
    guard list.paging.style != .none else { return [] }
    let (once, same): (Fault.Rule, Fault.Rule) = ("each-row-once", "same-rows-for-every-limit")
    let lacking = list.paging.total == nil ? same : "rows-equal-total"
    let shortPages = [
      page("short-page-in-the-middle", "full-pages", "the second page lacks its last row") {
        if $0.query.offset == $0.query.limit { $0.dropLast() }
      },
      page("limit-one-too-few", "full-pages", "a full page lacks its last row") {
        if $0.rows.count == $0.query.limit, $0.query.limit > 1 { $0.dropLast() }
      },
    ]
    return [
      page(
        "row-repeated-over-border", once,
        "each later page opens with the last row of the page before", on: .later
      ) { if !$0.rows.isEmpty { $0.rows[0] = $0.view[$0.start - 1] } },
      page("row-skipped-at-border", same, "each later page leaves out its first row", on: .later) {
        $0.dropFirst()
      },
      page(
        "rows-swapped-at-border", once,
        "the second page misses its first row and repeats its second"
      ) { if $0.start == $0.query.limit { $0.copyRow(1, over: 0) } },
      page("last-row-repeats", once, "the row before the last comes again instead of the last") {
        if !$0.isFollowed { $0.copyRow($0.last - 1, over: $0.last) }
      },
      page(
        "last-page-lacks-a-row", lacking, "the last row is on no page",
        on: turnsByOffset ? .all : .later
      ) { if !$0.isFollowed { $0.dropLast() } },
      page("last-page-missing", lacking, "a last page that is not full comes empty", on: .later) {
        if $0.rows.count < $0.query.limit { $0.rows = [] }
      },
      page(
        "last-page-filled-up", once, "the last page is filled with rows of the page before",
        on: .later
      ) {
        guard (1..<$0.query.limit).contains($0.rows.count) else { return }
        $0.showRows(from: max(0, $0.view.count - $0.query.limit))
      },
    ] + (turnsByOffset ? shortPages : [])
  }

  /// Orders that are not the same for everybody.
  var orders: [Fault] {
    guard list.paging.style != .none else { return [] }
    let same: Fault.Rule = "same-rows-for-every-limit"
    return [
      page("order-changes", same, "every other answer turns its page from the back of the list") {
        guard $0.context.visit % 2 == 1 else { return }
        let (view, start) = ($0.view, $0.start)
        $0.rows = $0.rows.indices.map { view[view.count - 1 - start - $0] }
      },
      page("order-depends-on-limit", same, "large pages run the other way") {
        if $0.query.limit > 10 { $0.rows.reverse() }
      },
      page(
        "ties-shuffled-by-limit", same, "two neighbours change places on pages of seven or fewer"
      ) { if $0.query.limit <= 7 { $0.swapRows(0, 1) } },
    ]
  }

  /// Requests that come again, and are answered otherwise.
  var repetitions: [Fault] {
    let rule: Fault.Rule = "same-request-same-page"
    let codes = [(304, "not-modified"), (409, "conflict"), (410, "gone"), (204, "no-content")]
    return codes.map { code, word in
      fault(
        "\(word)-when-repeated", "same-request-is-answered",
        "a request that comes again is answered with \(code)", .nothing(code, on: .repeated))
    } + [
      page(
        "repeated-request-differs", rule,
        "a request that comes again finds the last two rows in the other order", on: .repeated
      ) { $0.swapRows($0.last, $0.last - 1) },
      page("request-empty-the-second-time", rule, "the second answer to a request has no row") {
        if $0.context.repeats == 1 { $0.showRows(from: .max) }
      },
      page(
        "same-request-differs", rule,
        "every other answer to a request has its first two rows the wrong way round"
      ) { if $0.context.repeats % 2 == 1 { $0.swapRows(0, 1) } },
    ]
  }

  /// Names of rows that name more than one, or another on every page.
  var keys: [Fault] {
    list.rows.unique.flatMap { name in
      [
        key(name, "-duplicate", "the second row has the first row's") { row, _ in row == 1 },
        key(name, "-duplicate-in-row-31", "the 31st row has the first row's") { row, _ in
          row == 30
        },
        key(name, "-shared-over-border", "the eleventh row has the tenth row's", of: 9) { row, _ in
          row == 10
        },
        key(name, "-shared-by-last-two", "the last row has the first row's") { row, count in
          row == count - 1 && count > 1
        },
        key(name, "s-all-the-same", "every row has the first row's") { _, _ in true },
      ]
    }
  }

  /// Some rows, by their number and how many there are, have the name of another.
  private func key(
    _ name: String, _ word: String, _ says: String, of other: Int = 0,
    if isMeant: @escaping @Sendable (Int, Int) -> Bool
  ) -> Fault {
    fault(
      "\(name.kebab)\(word)", "relation-holds", "\(says) \(name)",
      .row { row, place in
        let all = place.context.table.view()
        if place.query.conditions.isEmpty, isMeant(place.index, all.count), all.count > other {
          row[name] = all[other][name]
        }
      })
  }

  /// Rows that say they belong to somebody else.
  var echoes: [Fault] {
    let facts = list.facts
    // What an object says of its owner, its row says as well.
    guard !list.isObject,
      let owner = list.rows.owners.first(where: {
        facts.contains($0.fact) && !$0.field.hasPrefix("_")
      })
    else { return [] }
    let name = owner.field
    // Only numbers are echoed by a field that the pages describe.
    let isText = list.rows.fields.first { $0.path == name }?.kind == .text
    let rule: Fault.Rule = isText ? .should("relation-holds") : "relation-holds"
    let filtered = list.filterWords == nil ? [] : [Mutation.Rows.filtered]
    return ([.all, .thirtyFirst, .laterPages, .limit(1)] + filtered).map { rows in
      fault(
        "\(name.kebab)-of-another\(rows.suffix)", rule,
        "\(name) names another than was asked for\(rows.suffix.replacing("-", with: " "))",
        .edit(name, in: rows) { json in
          isText ? json.dropLast() + "-2\"" : Int(json).map { String($0 + 1) } ?? json
        })
    } + [
      fault(
        "\(name.kebab)-is-id", rule, "\(name) holds the row's own number",
        .rows { $0[name] = $0["id"] })
    ]
  }

  /// Times that do not follow each other, or do not go with the status.
  var ages: [Fault] {
    guard let times = list.rows.times else { return [] }
    let rule: Fault.Rule = .should("relation-holds")
    let ago = [(Mutation.Rows.all, 60), (.thirtyFirst, 1)].map { rows, seconds in
      fault(
        "\(times.end.stem)-before-\(times.begin.stem)\(rows.suffix)", rule,
        "\(times.end) is \(seconds) s before \(times.begin)",
        .time(times.end, from: times.begin, by: -seconds, in: rows))
    }
    guard let status = list.rows.status, times.isZeroWhileOpen else { return ago }
    func ends(_ name: String, _ word: String, _ says: String, _ time: String) -> Fault {
      fault(
        "\(name)-\(word.kebab)", rule, "rows that are \(word) \(says)",
        .set(times.end, time.quoted, in: .status(word)))
    }
    return ago
      + status.final.map { ends("end-zero-when", $0, "never ended", Timestamp.zero) }
      + status.open.map { ends("end-while", $0, "have ended", "2026-03-01T00:00:00Z") }
  }
}

extension String {
  /// `updated_at` and `start_time` without what every time ends with.
  fileprivate var stem: String { String(split(separator: "_").first ?? "") }
}
