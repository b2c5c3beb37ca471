// SPDX-License-Identifier: Apache-2.0
// The order of the rows, where a client can ask for one.

import Contract
import Wire

extension Check {
  static let sortedRows = Check(
    "rows-are-sorted", .paging,
    "Rows stand in the order that was asked for, and are the rows of the whole list."
  ) { planning, check in
    let orders = planning.operation.orders
    return orders.flatMap { order in
      [check.wholeOrder(order, planning)]
        + (order.isDescending ? [check.shortOrder(order, planning)] : [])
    } + (orders.last(where: \.isDescending).flatMap { check.filteredOrder($0, planning) } ?? [])
  }

  /// An order may be lost where a filter is asked for as well.
  private func filteredOrder(
    _ order: Contract.Operation.Order, _ planning: PlanningContext
  ) -> [Case]? {
    planning.operation.broadFilter.map { filter in
      [
        ordered(
          order, planning, "-under-\(filter.name)",
          "rows under \(filter.name) are sorted by \(order.words)",
          comparesAnswers: planning.recorded == nil,
          asks: planning.sorted(order, under: filter)
        ) { context, transcripts in
          for (reading, _, response) in transcripts.responses
          where reading.accessFailure == nil && reading.request.asks(order, filter) {
            guard response.status == 200 else {
              context.tellNoList(.warning, reading, response)
              continue
            }
            guard let page = ListPage(reading, number: 1, paging: planning.operation.paging)
            else { continue }
            if page.rowCount == 0, planning.recorded == nil {
              context.tellNoRow(reading)
              continue
            }
            context.lookAtOrder(of: page, order)
            // Values alone say nothing of an order.
            if context.asserted > 0 { context.lookAtValues(of: page, filter) }
          }
          guard context.asserted == 0, transcripts.accessFailure == nil else { return }
          context.skip("no two rows under \(filter.name) have a \(order.field) to compare")
        }
      ]
    }
  }

  private func wholeOrder(
    _ order: Contract.Operation.Order, _ planning: PlanningContext
  ) -> Case {
    let recorded = planning.recorded?.readings(in: order) ?? []
    let lists = [planning.wholeList] + recorded
    return ordered(
      order, planning, "", "rows are sorted by \(order.words)",
      // One recorded answer shows its order by itself.
      comparesAnswers: recorded.isEmpty,
      asks: recorded.isEmpty
        ? lists + [planning.sorted(order, by: planning.largestLimit)] : planning.available(lists)
    ) { context, transcripts in
      let paging = planning.operation.paging
      let whole = ListReading(transcripts[0], paging: paging)
      for (reading, _, response) in transcripts.responses
      where reading.accessFailure == nil && reading.request.asks(order) {
        guard let page = ListPage(reading, number: 1, paging: paging), page.rowCount != nil else {
          // Where no answer is a list, other rules have told it.
          guard response.status != 200 || whole.pages.contains(where: { $0.rowCount != nil })
          else { continue }
          context.tellNoList(.error, reading, response)
          continue
        }
        context.lookAtOrder(of: page, order)
        guard recorded.isEmpty else { continue }
        context.compareRows(of: page, with: whole, planning.largestLimit)
      }
    }
  }

  /// A server may sort the rows of each page alone, or the first page only, which a page with all of
  /// them does not show.
  private func shortOrder(
    _ order: Contract.Operation.Order, _ planning: PlanningContext
  ) -> Case {
    ordered(
      order, planning, "-on-short-pages", "short pages are sorted by \(order.words)",
      asks: [
        planning.sorted(order, by: planning.largestLimit),
        planning.sorted(order, by: Self.shortPage, behind: Self.shortPage),
      ]
    ) { context, transcripts in
      let pages = transcripts.responses.filter { $0.reading.accessFailure == nil }
        .compactMap { ListPage($0.reading, number: 1, paging: planning.operation.paging) }
        .filter { $0.rowCount != nil }
      guard pages.count == 2 else { return }
      context.lookAtOrder(of: pages[1], order)
      context.compareValues(of: pages[1], with: pages[0], behind: Self.shortPage, order)
      context.compareAnyTotals(of: pages)
    }
  }

  /// How many rows it has, and how many stand before them: a whole page, for servers that turn pages.
  private static let shortPage = 2

  private func ordered(
    _ order: Contract.Operation.Order, _ planning: PlanningContext, _ tail: String,
    _ title: String, comparesAnswers: Bool = true, asks probes: [Probe],
    judge: @escaping @Sendable (inout CheckContext, Transcripts) -> Void
  ) -> Case {
    let direction = order.isDescending ? "descending" : "ascending"
    return makeCase(
      planning, "sorted-by-\(order.field)-\(direction)\(tail)", title,
      clause: planning.operation.clause(
        "\(order.parameter.name) \(order.parameter.description)", parameter: order.parameter),
      asks: .probes(probes), comparesAnswers: comparesAnswers
    ) { context, transcripts in
      judge(&context, transcripts)
      guard context.asserted == 0, !context.hasReason else { return }
      context.inconclusive(
        transcripts.doubt(
          planning.operation.paging, wanting: "no two rows have a \(order.field) to compare"))
    }
  }
}

extension Contract.Operation {
  /// The filter that is likely to keep most rows; a whole name keeps one.
  var broadFilter: Parameter? {
    let filters = parameters.filter { !$0.fields.isEmpty }
    return filters.first { $0.match == nil } ?? filters.first { $0.kind == .integer }
      ?? filters.first { $0.match != .whole }
  }
}

extension Probe.Request {
  func asks(_ order: Contract.Operation.Order) -> Bool {
    order.query.allSatisfy { query.contains(Probe.Parameter($0.name, $0.value)) }
  }

  /// Whether it asks for an order and names a filter.
  fileprivate func asks(_ order: Contract.Operation.Order, _ filter: Parameter) -> Bool {
    query.contains { $0.name == filter.name } && asks(order)
  }
}

extension Contract.Operation.Order {
  /// The field and the direction, as a sentence has them.
  fileprivate var words: String { "\(field), \(isDescending ? "descending" : "ascending")" }
}

extension CheckContext {
  fileprivate mutating func tellNoList(
    _ severity: Severity, _ reading: Reading, _ response: ReadResponse
  ) {
    _ = assert()
    fault(
      severity, "\(reading.request.queryText) is answered with status \(response.status)",
      expected: "status 200 with a list", received: Finding.Received(response),
      at: BodyLocation(reading))
  }

  fileprivate mutating func lookAtOrder(of page: ListPage, _ order: Contract.Operation.Order) {
    guard let words = page.words(of: order.field) else { return }
    var last: (key: SortKey, raw: String)?
    for (row, value) in words.column.enumerated() where value >= 0 {
      let tally = words.tallies[Int(value)]
      guard let key = SortKey(tally) else {
        last = nil
        continue
      }
      defer { last = (key, tally.raw) }
      guard let last, let isBefore = last.key.isBefore(key), last.key != key else { continue }
      guard !assert(isBefore != order.isDescending) else { continue }
      fault(
        .error,
        "\(order.field) \(tally.raw) stands behind \(last.raw)",
        expected: "\(order.isDescending ? "descending" : "ascending") values",
        received: tally.received, at: page.location(row: row, field: order.field),
        kind: order.field)
    }
  }

  /// A value that a row has keeps at least that row, in any order.
  fileprivate mutating func tellNoRow(_ reading: Reading) {
    _ = assert(false)
    fault(
      .error, "\(reading.request.queryText) brings no row, and a row has the value",
      expected: "at least one row", received: Finding.Received("0 rows"),
      at: BodyLocation(reading), kind: "none")
  }

  fileprivate mutating func compareRows(
    of page: ListPage, with whole: ListReading, _ limit: Int
  ) {
    guard whole.isComplete, whole.count <= limit else { return }
    compareAnyTotals(of: whole.pages.prefix(1) + [page])
    let (sorted, wanted) = (page.identities.sorted(), whole.identities.sorted())
    guard !assert(sorted == wanted) else { return }
    fault(
      .error, "the ordered list has other rows than the whole one",
      expected: wanted.count.counted("row"),
      received: Finding.Received(sorted.count.counted("row")),
      at: BodyLocation(page.reading), kind: "rows")
  }

  /// A short page has the values of its place in the long one, whatever rows share them, or values that
  /// some rule for texts takes for the same.
  fileprivate mutating func compareValues(
    of page: ListPage, with longest: ListPage, behind count: Int, _ order: Contract.Operation.Order
  ) {
    guard let words = page.words(of: order.field), let wanted = longest.words(of: order.field)
    else { return }
    for row in page.identities.indices {
      guard let value = words.tally(of: row), let other = wanted.tally(of: count + row),
        !assert(value.raw == other.raw || SortKey.areAlike(value, other))
      else { continue }
      return fault(
        .error,
        "\(order.field) is \(value.raw) in row \(row) of a short page, \(other.raw) of a long one",
        expected: "\(other.raw), as in row \(count + row) of \(longest.reading.request.queryText)",
        received: value.received, at: page.location(row: row, field: order.field), kind: "short")
    }
  }
}

/// A value that stands before or behind others, whatever the server's rules for texts are.
private enum SortKey: Equatable {
  case instant(Instant)
  case integer(Int64)
  /// The text as its bytes say, without its punctuation, and with its numbers as such: rules for texts
  /// differ in what of it counts.
  case text([[UInt8]])

  init?(_ tally: WordTally) {
    if let text = tally.text {
      if let instant = try? Instant(parsing: text) {
        self = .instant(instant)
      } else if !text.isEmpty, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        let folded = text.lowercased()
        let bare = folded.utf8.filter { ASCII.isDigit($0) || (97...122).contains($0) }
        let whole = Array(folded.utf8)
        self = .text([Array(text.utf8), whole, bare, Self.padded(whole), Self.padded(bare)])
      } else {
        return nil
      }
    } else if let number = Int64(tally.raw) {
      self = .integer(number)
    } else {
      return nil
    }
  }

  /// Numbers in a text with zeros before them, so that 9 stands before 10.
  private static func padded(_ text: [UInt8]) -> [UInt8] {
    var (padded, digits): ([UInt8], [UInt8]) = ([], [])
    for byte in text + [0] {
      if ASCII.isDigit(byte) {
        digits.append(byte)
        continue
      }
      if !digits.isEmpty {
        padded += [UInt8](repeating: UInt8(ascii: "0"), count: max(0, 20 - digits.count)) + digits
      }
      (padded, digits) = (padded + [byte], [])
    }
    return padded
  }

  /// Nil for two values of different kinds, and for texts that rules put in different orders.
  func isBefore(_ other: SortKey) -> Bool? {
    switch (self, other) {
    case (.instant(let left), .instant(let right)): left < right
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)): Self.isBefore(left, right)
    default: nil
    }
  }

  /// Whether nothing says that one stands before the other.
  static func areAlike(_ left: WordTally, _ right: WordTally) -> Bool {
    guard let left = SortKey(left), let right = SortKey(right) else { return false }
    return left.isBefore(right) == nil
  }

  private static func isBefore(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool? {
    let pairs = zip(left, right)
    if pairs.allSatisfy({ $0.lexicographicallyPrecedes($1) }) { return true }
    return pairs.allSatisfy { $1.lexicographicallyPrecedes($0) } ? false : nil
  }
}
