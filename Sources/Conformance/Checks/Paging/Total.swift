// SPDX-License-Identifier: Apache-2.0
// What total says: the same on every page, never less than the rows seen, and just their number.

import Contract
import Wire

extension Check {
  static let rowsEqualTotal = paging(
    "rows-equal-total", "A walk over the whole list reads as many rows as total says.",
    title: "the rows of a whole walk are as many as total", description: "total counts all rows",
    about: .total,
    in: .counted, wanting: "no walk came to the end of the list with a total that is an integer",
    probes: \.anyWalks
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning).filter(planning.readsAll)
    for list in lists {
      guard let first = list.pages.first, let total = first.total, let rows = list.rowCount,
        rows > 0 || total != 0
      else { continue }
      // One answer that shows the whole list has to agree with itself.
      let isAlone =
        planning.recorded != nil
        && (list.hasOneTotal
          || list.limit <= planning.largestLimit && first.rowCount.map { $0 < list.limit } ?? false)
      guard !context.assert(Int64(rows) == total, count: rows) else { continue }
      if first.facts.rows == .null {
        let list = planning.operation.paging.rows
        context.fault(
          .error, "\(list.pointer) is null, and total says \(total)",
          expected: "an array of \(Int(clamping: total).counted("row"))",
          received: Finding.Received("null", type: "null"),
          at: BodyLocation(first.reading, page: first.number, pointer: list.pointer),
          kind: "null", isCertain: planning.recorded != nil)
        continue
      }
      // Where the walk itself goes wrong, the rows are what is amiss and not the total.
      let reason = list.explanation(beside: lists[0])
      let said = Int(clamping: total).counted("row")
      context.fault(
        .error, "\(list.size) reads \(rows.counted("row")), and total says \(total)\(reason)",
        expected: reason.isEmpty ? "\(rows)" : said,
        received: reason.isEmpty
          ? Finding.Received("\(total)", type: "number") : Finding.Received(rows.counted("row")),
        at: first.totalLocation, kind: isAlone ? "alone" : "", isCertain: isAlone)
    }
  }

  static let totalIsConstant = paging(
    "total-is-constant", "Every page of the whole list names the same total.",
    title: "total is the same on every page",
    description: "total counts all rows, whatever the page", about: .total,
    in: .counted, wanting: "no page names a total that is an integer",
    probes: { $0.recorded == nil ? $0.wholeReadings : $0.walks }
  ) { context, transcripts, planning in
    // What a page behind the end says of it is judged by its own rule where it can be asked for.
    let pages = transcripts.flatMap { ListReading($0, paging: planning.operation.paging).pages }
    context.compareTotals(
      of: pages.filter { $0.rowCount.map { $0 > 0 || planning.recorded != nil } ?? false }, .error)
  }

  static let totalCoversPage = paging(
    "total-covers-page", "total is never less than the rows of its page, whatever is asked for.",
    title: "total is never below the rows beside it", description: "total counts all rows",
    about: .total, in: .counted, wanting: "no page with rows names a total that is an integer",
    probes: { _ in nil }
  ) { context, transcripts, planning in
    for (page, number) in transcripts.pages(planning.operation.paging) {
      guard let total = page.total, let rows = page.rowCount, rows > 0,
        !context.assert(total >= Int64(rows))
      else { continue }
      var location = page.totalLocation
      location.page = number
      context.fault(
        .error, "total is \(total) beside \(rows.counted("row"))", expected: "at least \(rows)",
        received: Finding.Received("\(total)", type: "number"), at: location,
        isCertain: planning.recorded != nil)
    }
  }

  static let totalCoversRows = paging(
    "total-covers-rows", "total is never less than the rows of its page and the pages before.",
    title: "total is never below the rows seen", description: "total counts all rows",
    about: .total, in: .counted, wanting: "no page names a total that is an integer",
    probes: { $0.recorded == nil ? [$0.baselineRequest] + $0.walks : $0.walks }
  ) { context, transcripts, planning in
    for transcript in transcripts {
      let list = ListReading(transcript, paging: planning.operation.paging)
      var seen =
        transcript.probe.first.rowsBefore(planning.operation.paging, size: planning.defaultLimit)
        ?? 0
      for page in list.connectedPages {
        guard let total = page.total, let rows = page.rowCount, rows > 0 else { continue }
        seen = seen.plus(rows)
        let before = page.reading.request.rowsBefore(page.paging, size: planning.defaultLimit) ?? 0
        let isAlone = planning.recorded != nil && total < Int64(before.plus(rows))
        guard !context.assert(total >= Int64(seen)), transcript.ending != .circular else {
          continue
        }
        context.fault(
          .error, "total is \(total) behind \(seen.counted("row"))", expected: "at least \(seen)",
          received: Finding.Received("\(total)", type: "number"),
          at: page.totalLocation, kind: isAlone ? "alone" : "", isCertain: isAlone)
      }
    }
  }
}

extension ListReading {
  /// How many rows the walk shows the list to have; nil where it was not read to its end.
  var rowCount: Int? {
    switch transcript.ending {
    case .complete, .circular:
      return count
    case .cut(tail: false):
      return nil
    case .cut(tail: true):
      guard let offset = lastOffset, let last = pages.last?.rowCount else { return nil }
      return offset.plus(last)
    case .stuck, .notSent:
      return nil
    }
  }

  /// Whether all pages of a list that was read to its end name one total, which is as many as the
  /// places that were read, whatever rows have moved to them.
  var hasOneTotal: Bool {
    isComplete && pages.allSatisfy { $0.total != nil && $0.total == pages[0].total }
  }

  /// The offset of the last request.
  private var lastOffset: Int? {
    pages.last.flatMap { $0.reading.request.rowsBefore($0.paging, size: limit) }
  }
}

extension CheckContext {
  /// Compares the totals of pages of one list, if they have any.
  mutating func compareAnyTotals(of pages: [ListPage]) {
    if pages.allSatisfy({ $0.total != nil }), pages.count > 1 { compareTotals(of: pages, .error) }
  }

  /// Compares the totals that pages of one list name with that of the first one that names any.
  mutating func compareTotals(of pages: [ListPage], _ severity: Severity) {
    let pages = pages.filter { $0.total != nil }
    guard let first = pages.first, let total = first.total else { return }
    guard pages.count > 1 else {
      return inconclusive(.nothingToAssert("only one page that names a total was read"))
    }
    for page in pages.dropFirst() where !assert(page.total == total) {
      var location = page.totalLocation
      location.compared = first.reading
      fault(
        severity,
        "total is \(page.total!) for \(page.reading.request.queryText), elsewhere \(total)",
        expected: "\(total)", received: Finding.Received("\(page.total!)", type: "number"),
        at: location)
    }
  }
}
