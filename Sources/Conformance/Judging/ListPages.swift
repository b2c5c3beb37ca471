// SPDX-License-Identifier: Apache-2.0
// The pages of one list as numbers, and how a server would have to cut the list to show just them.

import Contract
import Wire

/// What documented requests for one list were answered with.
struct ListPages {
  /// One page: what was asked for, and what came.
  struct Page {
    /// What else the request says; pages of two lists, or of rows under two filters, differ in it.
    var list: String
    /// What the request asks for beside a page; empty for the whole list.
    var filters: [Probe.Parameter] = []
    /// The rows before the page, as the request has it; nil behind a marker.
    var offset: Int?
    /// The most rows that the request allows, or the documented default where it says nothing of it.
    var limit: Int
    var isLimitNamed = true
    /// What tells its rows apart.
    var rows: [UInt64]
    var total: Int64?
    /// Whether it names the page behind it.
    var leadsOn = false
  }

  var pages: [Page] = []
  /// The lists and offsets of requests that were refused.
  var refused: [(list: String, offset: Int)] = []

  /// Where a server begins a page.
  enum Start: CaseIterable {
    case asked, first, page, before, behind

    /// The row with which it begins the page that is to begin at a row.
    func row(_ offset: Int, limit: Int) -> Int {
      switch self {
      case .asked: offset
      case .first: 0
      case .page: offset.multipliedReportingOverflow(by: limit).partialValue
      case .before: max(0, offset - 1)
      case .behind: offset == 0 ? 0 : offset.plus(1)
      }
    }
  }

  /// How many rows a server puts on a page.
  enum Size: Hashable {
    case asked, always(Int), all, atMost(Int), oneLess, oneMore

    func rows(_ limit: Int, of rest: Int) -> Int {
      let count =
        switch self {
        case .asked: limit
        case .always(let count): count
        case .all: rest
        case .atMost(let most): min(limit, most)
        case .oneLess: max(1, limit - 1)
        case .oneMore: limit.plus(1)
        }
      return min(count, rest)
    }
  }

  /// The one way to cut lists that shows all pages as they came; nil where there is none, or several that
  /// begin pages elsewhere.
  ///
  /// - Returns: Also how many pages are not as asked for.
  func cut() -> (start: Start, size: Size, odd: Int)? {
    let starts: [Start] = pages.contains { $0.offset == nil } ? [.asked, .first] : Start.allCases
    let fits = starts.flatMap { start -> [(start: Start, size: Size, odd: Int)] in
      guard let lengths = lengths(start) else { return [] }
      let fit = sizes.lazy.compactMap { size in
        odd(start, size, lengths).map { (start: start, size: size, odd: $0) }
      }.first
      return fit.map { [$0] } ?? []
    }
    // Behind a marker that leads on, a page never begins with the first row.
    if starts.count == 2, let fit = fits.first(where: { $0.start == .first && $0.odd > 1 }) {
      return fit
    }
    return fits.first { $0.start == .asked } ?? (fits.count == 1 ? fits[0] : nil)
  }

  /// How many rows pages have whose requests name no limit, where that alone is not as documented.
  func otherDefault() -> Int? {
    guard let most = pages.filter({ !$0.isLimitNamed }).map(\.rows.count).max() else { return nil }
    var other = self
    for place in pages.indices where !pages[place].isLimitNamed { other.pages[place].limit = most }
    let isCut = other.cut().map { $0.start == .asked && $0.size == .asked } ?? false
    return isCut ? most : nil
  }

  /// Whether walks with different limits read the same rows in different orders.
  func isOrderedByLimit() -> Bool {
    // The longest first, for a walk that was cut reads some of its rows.
    let walks = Dictionary(grouping: pages.filter { $0.offset != nil }) { "\($0.list) \($0.limit)" }
      .values.filter { $0.count { !$0.rows.isEmpty } > 1 }
      .sorted { $0.reduce(0) { $0 + $1.rows.count } > $1.reduce(0) { $0 + $1.rows.count } }
    var orders: [String: [Int: UInt64]] = [:]
    var isOther = false
    for pages in walks {
      let walk = ListPages(pages: pages)
      guard let (start, size, _) = walk.cut(), start == .asked, size == .asked else { return false }
      let rows = pages.flatMap { page in
        page.rows.enumerated().map { ((page.offset ?? 0).plus($0), $1) }
      }
      let order = Dictionary(rows, uniquingKeysWith: { first, _ in first })
      let known = orders[pages[0].list] ?? order
      guard Set(order.values).isSubset(of: known.values) else { return false }
      if order.contains(where: { known[$0] ?? $1 != $1 }) { isOther = true }
      orders[pages[0].list] = known
    }
    return isOther
  }

  private var sizes: [Size] {
    let most = pages.map(\.rows.count).max() ?? 0
    return [.asked, .all, .always(most), .atMost(most), .oneLess, .oneMore]
  }

  /// How long each list is if pages begin so; nil where a row then stands in two places, or two in one.
  private func lengths(_ start: Start) -> [String: Int]? {
    var lengths: [String: Int] = [:]
    var lists: [String: (rows: [Int: UInt64], places: [UInt64: Int])] = [:]
    for page in pages {
      guard let offset = page.offset ?? (start == .first ? 0 : nil) else { continue }
      let first = start.row(offset, limit: page.limit)
      for (place, row) in page.rows.enumerated() {
        let place = first.plus(place)
        guard lists[page.list]?.rows[place] ?? row == row,
          lists[page.list]?.places[row] ?? place == place
        else { return nil }
        lists[page.list, default: ([:], [:])].rows[place] = row
        lists[page.list]?.places[row] = place
        lengths[page.list] = max(lengths[page.list] ?? 0, place.plus(1))
      }
    }
    return lengths
  }

  /// How many pages show that lists are cut so and not as asked for; nil where one shows that they are not.
  private func odd(_ start: Start, _ size: Size, _ lengths: [String: Int]) -> Int? {
    var odd = 0
    for page in pages {
      // Where a marker leads to, only the page itself shows.
      guard let offset = page.offset ?? (start == .first ? 1 : nil) else { continue }
      let first = page.offset.map { start.row($0, limit: page.limit) } ?? 0
      let length = lengths[page.list] ?? 0
      let count = size.rows(page.limit, of: max(0, length - first))
      // A server that begins with the first row may know where the list ends.
      let isBehindEnd = page.rows.isEmpty && (page.total ?? .max) <= Int64(offset)
      guard page.rows.count == count || start == .first && offset > 0 && isBehindEnd else {
        return nil
      }
      let wanted = Size.asked.rows(page.limit, of: max(0, length - offset))
      if !page.rows.isEmpty && first != offset || page.rows.count != wanted { odd += 1 }
    }
    return odd
  }

  /// The number of rows of each list that was read to its end, where pages are cut as asked for.
  func lengths() -> [String: Int] {
    guard let lengths = lengths(.asked) else { return [:] }
    return lengths.filter { list, length in
      pages.contains {
        $0.list == list && !$0.rows.isEmpty && $0.rows.count < $0.limit
          && $0.offset == length - $0.rows.count
      }
    }
  }
}

extension ListPages {
  /// More rows are not compared; whoever recorded so many would wait for it.
  private static let most = 50_000

  /// Nil where there are more rows than should be compared.
  init?(_ operation: Contract.Operation, _ readings: [Reading]) {
    var count = 0
    let paging = operation.paging
    let size = operation.parameter(paging.size)
    let own = [paging.size, paging.position]
    for reading in readings where reading.operation == operation.id {
      let request = reading.request
      guard request.method == .get, request.repetition == 0, request.credential == .own,
        let response = reading.response
      else { continue }
      let names = request.query.map(\.name)
      guard Set(names).count == names.count else { continue }
      let limit = names.contains(paging.size) ? request.integer(paging.size) : size?.defaultValue
      guard let limit, (size?.range ?? 1...100).contains(limit) else { continue }
      let offset = request.rowsBefore(paging, size: limit)
      guard offset.map({ $0 >= 0 && !operation.mayRefuse($0, limit) }) ?? paging.isMarker else {
        continue
      }
      var list = request
      list.query.removeAll { own.contains($0.name) }
      if response.status == 400, let offset { refused.append((list.target, offset)) }
      guard let page = ListPage(reading, number: 1, paging: paging), page.rowCount != nil else {
        continue
      }
      let rows = page.identities
      count += rows.count
      guard count <= Self.most else { return nil }
      pages.append(
        Page(
          list: list.target, filters: operation.filters(of: list), offset: offset, limit: limit,
          isLimitNamed: names.contains(paging.size),
          rows: rows.indices.map(rows.fingerprint), total: page.total,
          leadsOn: page.nextMarker != nil))
    }
  }
}

extension Contract.Operation {
  fileprivate func filters(of request: Probe.Request) -> [Probe.Parameter] {
    request.query.filter { sent in !requiredQuery.contains { $0.name == sent.name } }
  }

  /// Whether the page says that an offset has to be a multiple of the limit, and one is not.
  fileprivate func mayRefuse(_ offset: Int, _ limit: Int) -> Bool {
    if case .offset(_, true) = paging.style { offset % limit != 0 } else { false }
  }
}
