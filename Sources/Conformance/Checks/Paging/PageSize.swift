// SPDX-License-Identifier: Apache-2.0
// How many rows a page has: never more than asked for, and all of them unless it is the last.

import Contract
import Wire

extension Check {
  static let defaultPageSize = paging(
    "default-page-size", "Without a limit a page has the documented number of rows.",
    title: "a page without a limit has the documented size",
    description: "a page has the default size",
    wanting: "the plain request, or the whole list, brought no rows",
    probes: { [$0.baselineRequest, $0.wholeList] }
  ) { context, transcripts, planning in
    guard let baseline = transcripts.first?.readings.first,
      let page = ListPage(baseline, number: 1, paging: planning.operation.paging),
      let rows = page.rowCount,
      let list = transcripts.lists(planning).first, list.count > 0
    else { return }
    let wanted = min(planning.defaultLimit, list.count)
    guard !context.assert(rows == wanted) else { return }
    let told = page.total.map { min(Int64(planning.defaultLimit), $0) }
    let isAlone = rows > planning.defaultLimit || told.map { $0 != Int64(rows) } ?? false
    let isShortMarkerPage = rows < wanted && planning.operation.paging.isMarker
    context.fault(
      isShortMarkerPage ? .warning : .error,
      "without a limit a page has \(rows.counted("row")); the default is \(planning.defaultLimit)",
      expected: wanted.counted("row"),
      received: Finding.Received(rows.counted("row")), at: BodyLocation(baseline),
      isCertain: isAlone && planning.recorded != nil)
  }

  static let pageLimit = paging(
    "page-within-limit", "A page never has more rows than its limit, or than the largest limit.",
    title: "no page has more rows than its limit", description: "a page has at most limit rows",
    comparesAnswers: false, wanting: "no page with rows was asked for with a limit",
    probes: { _ in nil }
  ) { context, transcripts, planning in
    for (page, number) in transcripts.pages(planning.operation.paging) {
      let count = page.rowCount ?? 0
      let largest = planning.operation.parameter(page.paging.size)?.range?.upperBound ?? .max
      let asked = page.reading.request.limit(page.paging)
      let limit = min(asked ?? .max, largest)
      guard count > 0, asked != nil || count > limit, !context.assert(count <= limit) else {
        continue
      }
      let query = page.reading.request.query.filter { $0.name == page.paging.size }
        .map { "\($0.name)=\($0.value)" }
      context.fault(
        .error,
        "a page \(query.isEmpty ? "without a limit" : "with \(query.joined(separator: "&"))") has "
          + count.counted("row"),
        expected: "at most \(limit.counted("row"))",
        received: Finding.Received(count.counted("row")),
        at: BodyLocation(page.reading, page: number), kind: "\(limit)")
    }
  }

  static let fullPages = paging(
    "full-pages", "Every page but the last has as many rows as its limit.",
    title: "every page but the last is full", description: "only the last page may be short",
    in: .counted, probes: \.anyWalks
  ) { $0.lookForShortPages(in: $1.lists($2), .error, $2) }

  /// A marker leads on wherever a page ends, so that a short page loses nothing there.
  static let fullMarkerPages = paging(
    "full-marker-pages", "A page that leads on has as many rows as its limit.",
    title: "every page that leads on is full", .should,
    description: "only the last page may be short", in: .marker, probes: \.anyWalks
  ) { $0.lookForShortPages(in: $1.lists($2), .warning, $2) }
}

extension CheckContext {
  fileprivate mutating func lookForShortPages(
    in lists: [ListReading], _ weight: Severity, _ planning: PlanningContext
  ) {
    for list in lists {
      let counts = list.connectedPages.map { $0.rowCount ?? 0 }
      let last = counts.lastIndex { $0 > 0 } ?? 0
      let isFromStart = list.transcript.probe.first.startsList(planning.operation.paging)
      if last == 0, isFromStart, counts.first ?? 0 > 0 {
        lookForCut(of: list, beside: lists, weight, planning)
      }
      // Whether the last page of a whole list ends where its total says is the total's own rule.
      let isMarked = planning.operation.paging.isMarker
      let asked = isFromStart && !isMarked ? counts[..<last] : counts[...]
      for (page, count) in zip(list.pages, asked)
      where !lookForGap(on: page, of: list, planning) {
        let leadsOn = isMarked ? page.nextMarker != nil : page.number < list.pages[last].number
        guard leadsOn, !assert(count >= list.limit) else { continue }
        fault(
          weight,
          "page \(page.number) has \(count) of \(list.limit.counted("row")), and more rows follow",
          expected: list.limit.counted("row"), received: Finding.Received(count.counted("row")),
          at: BodyLocation(page.reading, page: page.number), kind: "\(list.limit)",
          isCertain: isMarked && planning.recorded != nil)
      }
    }
    wantSecondPage(lists)
  }

  /// Whether a page of the whole list, as somebody recorded it, has fewer rows than it has room for,
  /// though its own total counts rows behind it.
  private mutating func lookForGap(
    on page: ListPage, of list: ListReading, _ planning: PlanningContext
  ) -> Bool {
    guard planning.recorded != nil, planning.readsAll(list), let total = page.total,
      let rows = page.rowCount,
      let before = page.reading.request.rowsBefore(page.paging, size: list.limit),
      list.limit <= planning.largestLimit, Int64(before) < total
    else { return false }
    let wanted = min(Int64(list.limit), total - Int64(before))
    guard !assert(Int64(rows) >= wanted) else { return false }
    fault(
      .error,
      "\(page.reading.request.queryText) brings \(rows.counted("row")), and total says \(total)",
      expected: Int(wanted).counted("row"), received: Finding.Received(rows.counted("row")),
      at: BodyLocation(page.reading, page: page.number), kind: "alone", isCertain: true)
    return true
  }

  /// Whether pages of another size show more rows than the only page of a list, which has room for them.
  private mutating func lookForCut(
    of list: ListReading, beside lists: [ListReading], _ weight: Severity,
    _ planning: PlanningContext
  ) {
    let count = list.identities.count
    guard count < list.limit, planning.readsAll(list),
      let longer = lists.first(where: {
        planning.readsAll($0) && FingerprintSet($0.identities).count > count
      })
    else { return }
    _ = assert()
    fault(
      weight,
      "the only page has \(count) of \(list.limit.counted("row")), and \(longer.size) reads more",
      expected: "\(min(list.limit, longer.identities.count).counted("row"))",
      received: Finding.Received(count.counted("row")),
      at: BodyLocation(
        list.pages[0].reading, comparedWith: longer.transcript.readings.first), kind: "only")
  }
}

extension Probe.Request {
  /// The largest page that was asked for; nil where it was not said, or not as one number.
  fileprivate func limit(_ paging: Paging) -> Int? {
    let limits = query.filter { $0.name == paging.size }
    return limits.count == 1 ? Int(limits[0].value).flatMap { $0 > 0 ? $0 : nil } : nil
  }
}

extension Paging {
  var isMarker: Bool { if case .marker = style { true } else { false } }

  /// The member of the body that pages are turned by: the marker, or the number of all rows.
  var anchor: FieldPath? {
    switch style {
    case .offset(let total, _), .numbers(_, .field(let total)): total
    case .marker(let next): next
    case .numbers, .object: nil
    }
  }
}
