// SPDX-License-Identifier: Apache-2.0
// Which one mistake in cutting lists accounts for all pages, and when nothing does.

import Contract
import Testing
import Wire

@testable import Conformance

struct ListFlawTests {
  /// A server of 40 rows, and of 12 under a filter.
  typealias Server = @Sendable (_ rows: [UInt64], _ offset: Int, _ limit: Int) -> [UInt64]

  private static let requests: [(offset: Int, limit: Int)] = [
    (0, 100), (0, 10), (10, 10), (20, 10), (30, 10), (40, 10), (0, 7), (7, 7), (14, 7), (0, 3),
    (1, 1), (30, 1), (100, 100),
  ]

  private static func pages(
    total: @escaping @Sendable (Int, Int, Int) -> Int = { all, _, _ in all }, _ server: Server
  ) -> ListPages {
    var list = ListPages()
    for (name, count) in [("/jobs", 40), ("/jobs?status=Error", 12)] {
      for (offset, limit) in requests {
        let rows = server((0..<UInt64(count)).map { $0 + UInt64(count) * 100 }, offset, limit)
        list.pages.append(
          .init(
            list: name, offset: offset, limit: limit, rows: rows,
            total: Int64(total(count, offset, rows.count))))
      }
    }
    return list
  }

  private static func cut(_ rows: [UInt64], _ offset: Int, _ count: Int) -> [UInt64] {
    Array(rows.dropFirst(offset).prefix(count))
  }

  private static let paging = Paging.offset(
    rows: "jobs", total: "total", multiplesOfLimit: false)

  private static let servers: [(String?, Server)] = [
    (nil, { cut($0, $1, $2) }),
    ("offset is ignored: pages begin with the first row", { cut($0, 0, $2) }),
    ("offset is ignored: pages begin with the first row", { $1 < $0.count ? cut($0, 0, $2) : [] }),
    ("offset counts pages and not rows", { cut($0, $1 * $2, $2) }),
    ("pages begin one row before offset", { cut($0, max(0, $1 - 1), $2) }),
    ("pages begin one row behind offset", { cut($0, $1 == 0 ? 0 : $1 + 1, $2) }),
    ("limit is ignored: pages have 10 rows", { rows, offset, _ in cut(rows, offset, 10) }),
    (
      "limit is ignored: pages have all rows that are left",
      { rows, offset, _ in cut(rows, offset, 1000) }
    ),
    ("pages have at most 9 rows, whatever limit says", { cut($0, $1, min($2, 9)) }),
    ("full pages have one row less than limit", { cut($0, $1, max(1, $2 - 1)) }),
    ("full pages have one row more than limit", { cut($0, $1, $2 + 1) }),
    (
      "offset is ignored: pages begin with the first row, and limit is ignored: pages have all "
        + "rows that are left", { rows, _, _ in rows }
    ),
    ("limit changes the order of the rows", { Array(cut($0, $1, $2).reversed()) }),
    (
      "limit changes the order of the rows",
      { $2 == 7 ? cut($0.reversed(), $1, $2) : cut($0, $1, $2) }
    ),
    // Two mistakes, or one that no sentence here says, have no cause in common.
    (nil, { $1 == 20 ? cut($0, 0, $2) : cut($0, $1, $2) }),
    (nil, { $1 == 0 ? cut($0, $1, $2) : Array(cut($0, $1, $2).dropLast()) }),
  ]

  @Test(arguments: servers.indices)
  func `one mistake is found where it accounts for every page`(place: Int) {
    let (words, server) = Self.servers[place]
    #expect(ListFlaw(Self.pages(server), Self.paging)?.words == words)
  }

  private static let totals: [(String?, @Sendable (Int, Int, Int) -> Int)] = [
    ("total is 0 on every page", { _, _, _ in 0 }),
    ("total counts the rows of its page alone", { $2 }),
    ("total counts the rows up to its page", { $1 + $2 }),
    ("total is 1 more than the rows that there are", { all, _, _ in all + 1 }),
    ("total is 2 less than the rows that there are", { all, _, _ in all - 2 }),
    (nil, { all, offset, _ in offset == 20 ? all + 1 : all }),
  ]

  @Test(arguments: totals.indices)
  func `totals have one mistake of their own, where the pages are right`(place: Int) {
    let (words, total) = Self.totals[place]
    let list = Self.pages(total: total) { Self.cut($0, $1, $2) }
    #expect(ListFlaw(list, Self.paging)?.words == words)
  }

  @Test func `refusals come from a limit that is ignored where they follow the size of pages`() {
    var list = Self.pages { rows, offset, _ in Self.cut(rows, offset, 10) }
    list.pages.removeAll { ($0.offset ?? 0) % 10 != 0 }
    list.refused = [("/jobs", 7), ("/jobs", 1), ("/other", 0)]
    let refusal = "status 400"
    #expect(ListFlaw(list, Self.paging)?.rules.contains(refusal) == true)
    list.refused.append(("/jobs", 20))
    #expect(ListFlaw(list, Self.paging)?.rules.contains(refusal) == false)
  }

  @Test func `markers are ignored, or missing where rows follow`() {
    let paging = Paging.marker(rows: "tasks", next: "page_info.next_marker")
    let rows = Array<UInt64>(0..<30)
    func page(_ offset: Int?, _ limit: Int, from start: Int, leadsOn: Bool) -> ListPages.Page {
      .init(
        list: "/gc", offset: offset, limit: limit, rows: Self.cut(rows, start, limit),
        leadsOn: leadsOn)
    }
    let first = [(0, 100), (0, 10), (0, 7)]
    var list = ListPages()
    list.pages = first.map { page($0, $1, from: 0, leadsOn: $1 < 30) }
    list.pages += [10, 20].map { page(nil, 10, from: $0, leadsOn: $0 < 20) }
    #expect(ListFlaw(list, paging) == nil)
    list.pages = first.map { page($0, $1, from: 0, leadsOn: false) }
    let missing = ListFlaw(list, paging)
    #expect(missing?.words == "no page names the next one, though more rows follow")
    #expect(missing?.pointer?.description == "/page_info")
    list.pages = first.map { page($0, $1, from: 0, leadsOn: true) }
    list.pages += [page(nil, 10, from: 0, leadsOn: true), page(nil, 7, from: 0, leadsOn: true)]
    #expect(
      ListFlaw(list, paging)?.words == "marker is ignored: pages begin with the first row")
  }

  @Test(arguments: [
    (1000, "status is ignored"), (0, "status keeps no row, whatever it says"), (2, nil),
  ])
  func `a filter is ignored where every value brings the whole list`(count: Int, words: String?) {
    var list = ListPages()
    let rows = Array<UInt64>(0..<20)
    let filters = [nil, "Error", "Success"].map { $0.map { Probe.Parameter("status", $0) } }
    list.pages = filters.map { filter in
      .init(
        list: "/jobs", filters: filter.map { [$0] } ?? [], offset: 0, limit: 100,
        rows: filter == nil ? rows : Self.cut(rows, 0, count))
    }
    #expect(ListFlaw(list, filter: "status")?.words == words)
  }
}
