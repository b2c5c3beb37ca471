// SPDX-License-Identifier: Apache-2.0
// What is wrong with a list as a whole, where all of its answers agree on it: the one cause of many findings.

import Contract
import Wire

/// One mistake of a server that accounts for what several rules find in a list.
struct ListFlaw: Equatable {
  /// A sentence without values of the data, so that several lists can have the same.
  var words: String
  /// The rule that holds just this, whose finding is the one to tell.
  var rule: String
  /// The place of that finding, where findings of the rule have several.
  var pointer: JSONPointer?
  /// The rules whose findings come from it.
  var rules: Set<String>
  /// The filter that the cases are about; nil for those of the whole list.
  var filter: String?

  /// Rules that compare rows of pages that were cut in different ways.
  private static let comparisons: Set = [
    "rows-equal-total", "total-covers-rows", "each-row-once", "same-rows-for-every-limit",
    "offset-starts-at-row", "any-offset", "limit-alone", "offset-alone", "filter-is-subset",
    "filter-and-paging-combine", "filter-alone",
  ]

  private static let sizes: Set = [
    "default-page-size", "page-within-limit", "full-pages", "full-marker-pages",
  ]

  private static let totals: Set = [
    "rows-equal-total", "total-is-constant", "total-covers-rows", "filter-total",
    "open-filter-total",
  ]

  /// What pages of one list have in common that are not as they were asked for; nil where nothing
  /// accounts for all of them.
  init?(_ list: ListPages, _ paging: Paging) {
    if let flaw = paging.isMarker ? Self.markers(list, paging) : nil {
      self = flaw
      return
    }
    guard let (start, size, odd) = list.cut() else {
      if list.isOrderedByLimit() {
        self.init(
          words: "\(paging.size) changes the order of the rows", rule: "same-rows-for-every-limit",
          rules: Self.comparisons)
        return
      }
      guard let count = list.otherDefault() else { return nil }
      self.init(
        words: "pages without \(paging.size) have \(count.counted("row"))",
        rule: "default-page-size", rules: Self.comparisons.union(Self.sizes))
      return
    }
    guard start != .asked || size != .asked else {
      guard let words = Self.totals(list) else { return nil }
      self.init(words: words, rule: "rows-equal-total", rules: Self.totals)
      return
    }
    guard odd > 1 else { return nil }
    let words = [start.words(paging.position), size.words(paging.size)].compactMap(\.self)
    var rules = Self.comparisons
    if start != .asked {
      rules.formUnion(["offset-behind-end", "offset-beyond-32-bits", "marker-walk-ends"])
    }
    if size != .asked { rules.formUnion(Self.sizes) }
    let first = paging.isMarker ? "marker-walk-ends" : "offset-starts-at-row"
    self.init(
      words: words.joined(separator: ", and "),
      rule: start == .asked ? size.rule : first, rules: rules)
    if case .always(let count) = size, list.refusesOnlyUneven(count) {
      self.rules.insert(Self.refusal)
    }
  }

  /// Stands for any rule that finds nothing but that a documented request is refused.
  private static let refusal = "status 400"

  private init(
    words: String, rule: String, pointer: JSONPointer? = nil, rules: Set<String>,
    filter: String? = nil
  ) {
    (self.words, self.rule, self.pointer) = (words, rule, pointer)
    (self.rules, self.filter) = (rules, filter)
  }

  /// A list that shows the same request other rows each time, so that no two answers can be compared.
  static let restless = ListFlaw(
    words: "the same request brings other rows, or rows in another order",
    rule: "same-request-same-page", rules: comparisons.union(["same-request-same-page"]))

  /// A filter that changes nothing, or keeps nothing, whatever it is asked for.
  init?(_ list: ListPages, filter: String) {
    let pairs = list.pages.filter { $0.filters.map(\.name) == [filter] }.compactMap { page in
      list.unfiltered(page).map { (kept: page, whole: $0) }
    }
    guard Set(pairs.map(\.kept.filters)).count > 1 else { return nil }
    let isEmpty = pairs.allSatisfy { $0.kept.rows.isEmpty }
    guard isEmpty || pairs.allSatisfy({ $0.kept.rows == $0.whole.rows }) else { return nil }
    let rules: Set = [
      "filter-keeps-value", "filters-add-up", "filter-total", "filter-is-subset",
      "filters-combine", "unknown-value-is-refused", "hostile-value-is-refused",
      "open-filter-keeps-value", "open-filter-keeps-all", "open-filter-total",
    ]
    self.init(
      words: isEmpty ? "\(filter) keeps no row, whatever it says" : "\(filter) is ignored",
      rule: isEmpty ? "filters-add-up" : "filter-keeps-value", rules: rules, filter: filter)
  }

  /// Full pages that name no next one, though longer pages show more rows.
  private static func markers(_ list: ListPages, _ paging: Paging) -> ListFlaw? {
    guard case .marker(let next) = paging.style, !list.pages.contains(where: \.leadsOn) else {
      return nil
    }
    let ends = list.pages.filter { page in
      page.rows.count == page.limit
        && list.pages.contains { $0.list == page.list && $0.rows.count > page.rows.count }
    }
    guard ends.count > 1 else { return nil }
    return ListFlaw(
      words: "no page names the next one, though more rows follow", rule: "required-field",
      pointer: JSONPointer(Array(next.names.prefix(1))),
      rules: comparisons.union(["marker-leads-to-rows"]))
  }

  /// What totals say in place of the number of rows.
  private static func totals(_ list: ListPages) -> String? {
    let lengths = list.lengths()
    let told = list.pages.compactMap { page -> (page: ListPages.Page, total: Int64, all: Int64)? in
      guard let total = page.total, let all = lengths[page.list], !page.rows.isEmpty else {
        return nil
      }
      return (page, total, Int64(all))
    }
    guard told.count > 2, told.contains(where: { $0.total != $0.all }) else { return nil }
    if told.allSatisfy({ $0.total == told[0].total }), told[0].total <= 0 {
      return "total is \(told[0].total) on every page"
    }
    if told.allSatisfy({ $0.total == Int64($0.page.rows.count) }) {
      return "total counts the rows of its page alone"
    }
    if told.allSatisfy({ $0.total == Int64(($0.page.offset ?? 0).plus($0.page.rows.count)) }) {
      return "total counts the rows up to its page"
    }
    let excess = told[0].total - told[0].all
    guard told.allSatisfy({ $0.total - $0.all == excess }) else { return nil }
    return "total is \(abs(excess)) \(excess > 0 ? "more" : "less") than the rows that there are"
  }

  /// Whether a finding of a case comes from it.
  func explains(_ finding: Finding, of result: CaseResult) -> Bool {
    if let filter {
      let start = "\(result.operation).\(Level.filters.rawValue).\(filter)"
      guard [".", "-"].contains(where: { result.id.hasPrefix(start + $0) }) else { return false }
    }
    return rules.contains(finding.rule)
      || rules.contains(Self.refusal) && finding.received.token.hasPrefix(Self.refusal)
  }
}

extension ListPages.Start {
  fileprivate func words(_ position: String) -> String? {
    switch self {
    case .asked: nil
    case .first: "\(position) is ignored: pages begin with the first row"
    case .page: "\(position) counts pages and not rows"
    case .before: "pages begin one row before \(position)"
    case .behind: "pages begin one row behind \(position)"
    }
  }
}

extension ListPages.Size {
  fileprivate func words(_ limit: String) -> String? {
    switch self {
    case .asked: nil
    case .always(let count): "\(limit) is ignored: pages have \(count.counted("row"))"
    case .all: "\(limit) is ignored: pages have all rows that are left"
    case .atMost(let most): "pages have at most \(most.counted("row")), whatever \(limit) says"
    case .oneLess: "full pages have one row less than \(limit)"
    case .oneMore: "full pages have one row more than \(limit)"
    }
  }

  fileprivate var rule: String {
    switch self {
    case .asked, .always, .all, .oneMore: "page-within-limit"
    case .atMost, .oneLess: "full-pages"
    }
  }
}

extension ListPages {
  /// The page of the whole list in the place of one under a filter, where it has rows.
  fileprivate func unfiltered(_ page: Page) -> Page? {
    pages.first {
      $0.filters.isEmpty && ($0.offset, $0.limit) == (page.offset, page.limit) && !$0.rows.isEmpty
    }
  }

  /// Whether pages of lists that are there are refused just where the offset is no multiple of a size.
  fileprivate func refusesOnlyUneven(_ size: Int) -> Bool {
    let lists = Set(pages.map(\.list))
    let refused = refused.filter { lists.contains($0.list) }
    return !refused.isEmpty && refused.allSatisfy { $0.offset % size != 0 }
      && pages.allSatisfy { ($0.offset ?? 0) % size == 0 }
  }
}
