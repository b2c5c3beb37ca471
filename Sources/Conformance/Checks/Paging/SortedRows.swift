// SPDX-License-Identifier: Apache-2.0
// The order of the rows, where a client can ask for one.

import Contract
import Wire

extension Check {
  static let sortedRows = Check(
    "rows-are-sorted", .paging,
    "Rows stand in the order that was asked for, and are the rows of the whole list."
  ) { planning, check in
    planning.operation.orders.map { order in
      let name = "\(order.field)-\(order.isDescending ? "descending" : "ascending")"
      return check.makeCase(
        planning, "sorted-by-\(name)",
        "rows are sorted by \(order.field), \(order.isDescending ? "descending" : "ascending")",
        clause: planning.operation.clause(
          "\(order.parameter.name) \(order.parameter.description)", parameter: order.parameter),
        asks: .probes([planning.wholeList, planning.sorted(order)]), comparesAnswers: true
      ) { context, transcripts in
        let paging = planning.operation.paging
        let whole = ListReading(transcripts[0], paging: paging)
        for (reading, _, response) in transcripts.without(first: 1).responses
        where reading.accessFailure == nil {
          guard let page = ListPage(reading, number: 1, paging: paging), page.rowCount != nil else {
            // Where no answer is a list, other rules have told it.
            guard response.status != 200 || whole.pages.contains(where: { $0.rowCount != nil })
            else { continue }
            _ = context.assert()
            context.fault(
              .error, "\(reading.request.queryText) is answered with status \(response.status)",
              expected: "status 200 with a list", received: Finding.Received(response),
              at: BodyLocation(reading))
            continue
          }
          context.lookAtOrder(of: page, order)
          context.compareRows(of: page, with: whole, planning.largestLimit)
        }
        guard context.asserted == 0 else { return }
        context.inconclusive(
          transcripts.doubt(paging, wanting: "no two rows have a \(order.field) to compare"))
      }
    }
  }
}

extension CheckContext {
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

  fileprivate mutating func compareRows(
    of page: ListPage, with whole: ListReading, _ limit: Int
  ) {
    guard whole.isComplete, whole.count <= limit else { return }
    let (sorted, wanted) = (page.identities.sorted(), whole.identities.sorted())
    guard !assert(sorted == wanted) else { return }
    fault(
      .error, "the ordered list has other rows than the whole one",
      expected: wanted.count.counted("row"),
      received: Finding.Received(sorted.count.counted("row")),
      at: BodyLocation(page.reading), kind: "rows")
  }
}

/// A value that stands before or behind others, whatever the server's rules for texts are.
private enum SortKey: Equatable {
  case instant(Instant)
  case integer(Int64)
  /// Digits and lower-case letters of ASCII only: about anything else, rules for texts differ.
  case text(String)

  init?(_ tally: WordTally) {
    if let text = tally.text {
      if let instant = try? Instant(parsing: text) {
        self = .instant(instant)
      } else if !text.isEmpty,
        text.utf8.allSatisfy({ ASCII.isDigit($0) || (97...122).contains($0) })
      {
        self = .text(text)
      } else {
        return nil
      }
    } else if let number = Int64(tally.raw) {
      self = .integer(number)
    } else {
      return nil
    }
  }

  /// Nil for two values of different kinds.
  func isBefore(_ other: SortKey) -> Bool? {
    switch (self, other) {
    case (.instant(let left), .instant(let right)): left < right
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: nil
    }
  }
}
