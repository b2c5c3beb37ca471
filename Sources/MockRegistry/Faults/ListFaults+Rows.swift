// SPDX-License-Identifier: Apache-2.0
// Operators on which rows stand on a page, in what order, and whether they stand there again.

import Loopback
import Wire

extension ListFaults {
  /// Rows that are left out or come twice where one page meets the next.
  var borders: [Fault] {
    guard list.paging.style != .none else { return [] }
    let (once, same) = ("each-row-once", "same-rows-for-every-limit")
    let lacking = list.paging.total == nil ? same : "rows-equal-total"
    return [
      pages(
        "row-repeated-over-border", once,
        "each later page opens with the last row of the page before"
      ) { page, _, view in
        if page.start > 0, !page.rows.isEmpty { page.rows[0] = view[page.start - 1] }
      },
      pages("row-skipped-at-border", same, "each later page leaves out its first row") {
        page, _, _ in if page.start > 0 { page.rows = Array(page.rows.dropFirst()) }
      },
      pages(
        "rows-swapped-at-border", once,
        "the second page misses its first row and repeats its second"
      ) { page, query, _ in
        if page.start == query.limit, page.rows.count > 1 { page.rows[0] = page.rows[1] }
      },
      pages("last-row-repeats", once, "the row before the last comes again instead of the last") {
        page, _, view in
        let last = page.rows.count - 1
        if !page.isFollowed(in: view), last > 0 { page.rows[last] = page.rows[last - 1] }
      },
      pages("last-page-lacks-a-row", lacking, "the last row is on no page") {
        [turnsByOffset] page, _, view in
        let isMeant = turnsByOffset || page.start > 0
        if isMeant, !page.isFollowed(in: view) { _ = page.rows.popLast() }
      },
      pages("last-page-missing", lacking, "a last page that is not full comes empty") {
        page, query, _ in
        if page.start > 0, page.rows.count < query.limit { page.rows = [] }
      },
      pages("last-page-filled-up", once, "the last page is filled with rows of the page before") {
        page, query, view in
        guard page.start > 0, (1..<query.limit).contains(page.rows.count) else { return }
        page.rows = view[max(0, view.count - query.limit)..<view.count]
      },
    ] + (turnsByOffset ? shortPages : [])
  }

  private var shortPages: [Fault] {
    [
      pages("short-page-in-the-middle", "full-pages", "the second page lacks its last row") {
        page, query, _ in if query.offset == query.limit { _ = page.rows.popLast() }
      },
      pages("limit-one-too-few", "full-pages", "a full page lacks its last row") {
        page, query, _ in
        if page.rows.count == query.limit, query.limit > 1 { page.rows.removeLast() }
      },
    ]
  }

  /// Orders that are not the same for everybody.
  var orders: [Fault] {
    guard list.paging.style != .none else { return [] }
    let same = "same-rows-for-every-limit"
    return [
      page("order-changes", same, "every other answer turns its page from the back of the list") {
        page, query, context in
        if context.visit % 2 == 1 { page.turnFromBack(in: context.table.view(query)) }
      },
      pages("order-depends-on-limit", same, "large pages run the other way") {
        page, query, _ in
        if query.limit > 10 { page.rows.reverse() }
      },
      pages(
        "ties-shuffled-by-limit", same, "two neighbours change places on pages of seven or fewer"
      ) { page, query, _ in
        if query.limit <= 7, page.rows.count > 1 { page.rows.swapAt(0, 1) }
      },
    ]
  }

  /// Requests that come again, and are answered otherwise.
  var repetitions: [Fault] {
    let rule = "same-request-same-page"
    let codes = [(304, "not-modified"), (409, "conflict"), (410, "gone"), (204, "no-content")]
    return codes.map { code, word in
      answer(
        "\(word)-when-repeated", "same-request-is-answered",
        "a request that comes again is answered with \(code)"
      ) { answer, context in
        guard context.repeats > 0, answer.response.status == 200 else { return }
        answer.response.status = HTTPResponse.Status(code)
        answer.response.body = []
      }
    } + [
      page(
        "repeated-request-differs", rule,
        "a request that comes again finds the last two rows in the other order"
      ) { page, _, context in
        let last = page.rows.count - 1
        if context.repeats > 0, last > 0 { page.rows.swapAt(last, last - 1) }
      },
      page(
        "same-request-differs", rule,
        "every other answer to a request has its first two rows the wrong way round"
      ) { page, _, context in
        if context.repeats % 2 == 1, page.rows.count > 1 { page.rows.swapAt(0, 1) }
      },
    ]
  }

  /// Names of rows that name more than one, or another on every page.
  var keys: [Fault] {
    let places: [(String, String, Int, @Sendable (Int, Int) -> Bool)] = [
      ("-duplicate", "the second row has the first row's", 0, { number, _ in number == 1 }),
      (
        "-duplicate-in-row-31", "the 31st row has the first row's", 0, { number, _ in number == 30 }
      ),
      (
        "-shared-over-border", "the eleventh row has the tenth row's", 9,
        { number, _ in number == 10 }
      ),
      ("-shared-by-last-two", "the last row has the first row's", 0, { $0 == $1 - 1 && $1 > 1 }),
      ("s-all-the-same", "every row has the first row's", 0, { _, _ in true }),
    ]
    return list.rows.unique.flatMap { name in
      places.map { word, says, other, isMeant in
        fault(
          "\(name.kebab)\(word)", "relation-holds", "\(says) \(name)",
          .row { row, place in
            let view = place.context.table.view()
            guard place.query.conditions.isEmpty, isMeant(place.index, view.count),
              view.count > other
            else { return }
            row[name] = view[other][name]
          })
      }
    }
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
    let field = owner.field.kebab
    // Only numbers are echoed by a field that the pages describe.
    let isText = list.rows.fields.first { $0.path == owner.field }?.kind == .text
    let level = isText ? Fault.Level.should : .must
    let others: [Mutation.Rows] = [.all, .thirtyFirst, .laterPages, .limit(1)]
    return (others + (list.filterWords == nil ? [] : [.filtered])).map { rows in
      fault(
        "\(field)-of-another\(rows.suffix)", "relation-holds", level: level,
        "\(owner.field) names another than was asked for\(rows.suffix.replacing("-", with: " "))",
        .edit(owner.field, in: rows) { json in
          isText ? json.dropLast() + "-2\"" : Int(json).map { String($0 + 1) } ?? json
        })
    } + [
      fault(
        "\(field)-is-id", "relation-holds", level: level,
        "\(owner.field) holds the row's own number",
        .rows { $0[owner.field] = $0["id"] })
    ]
  }

  /// Times that do not follow each other, or do not go with the status.
  var ages: [Fault] {
    guard let times = list.rows.times else { return [] }
    let ago = [(Mutation.Rows.all, -60), (.thirtyFirst, -1)].map { rows, seconds in
      fault(
        "\(times.end.stem)-before-\(times.begin.stem)\(rows.suffix)", "relation-holds",
        level: .should, "\(times.end) is \(-seconds) s before \(times.begin)",
        .time(times.end, from: times.begin, by: seconds, in: rows))
    }
    guard let status = list.rows.status, times.isZeroWhileOpen else { return ago }
    return ago
      + status.final.map { word in
        fault(
          "end-zero-when-\(word.kebab)", "relation-holds", level: .should,
          "rows that are \(word) never ended",
          .set(times.end, Timestamp.zero.quoted, in: .status(word)))
      }
      + status.open.map { word in
        fault(
          "end-while-\(word.kebab)", "relation-holds", level: .should,
          "rows that are \(word) have ended",
          .rows(.status(word)) { $0[times.end] = "2026-03-01T00:00:00Z".quoted })
      }
  }
}

extension MockPage {
  /// Takes as many rows from the back of the list, the last first.
  fileprivate mutating func turnFromBack(in view: Table.View) {
    rows = rows.indices.map { view[view.count - 1 - start - $0] }
  }
}

extension String {
  /// `updated_at` and `start_time` without what every time ends with.
  fileprivate var stem: String {
    String(split(separator: "_").first ?? "")
  }
}
