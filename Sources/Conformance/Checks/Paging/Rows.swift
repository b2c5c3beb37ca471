// SPDX-License-Identifier: Apache-2.0
// Which rows the pages have: each once, the same for every limit, and the same when asked again.

import Contract
import Wire

extension Check {
  static let eachRowOnce = paging(
    "each-row-once", "A walk over the whole list shows each row once.",
    title: "a walk shows each row once", description: "pages follow one another without overlap"
  ) { context, transcripts, planning in
    for list in transcripts.lists(planning) {
      var pageOfRow: [String: Int] = [:]
      for page in list.pages {
        for (index, identity) in page.identities.enumerated() {
          guard !context.assert(pageOfRow[identity] == nil) else {
            pageOfRow[identity] = page.number
            continue
          }
          let first = pageOfRow[identity]!
          let again = first == page.number ? "twice" : "again, as on page \(first)"
          let name = "\(page.paging.identity) \(identity.prefix(60))"
          context.fault(
            .error, "\(name) is listed \(again)",
            expected: "each \(page.paging.identity) once",
            received: Finding.Received(String(identity.prefix(60))),
            at: BodyLocation(page.exchange, page: page.number, pointer: page.pointer(row: index)),
            kind: "\(list.limit)")
        }
      }
    }
  }

  static let sameRowsForEveryLimit = paging(
    "same-rows-for-every-limit", "The list is the same rows in the same order for every limit.",
    title: "every limit reads the same rows in the same order",
    description: "limit decides how rows are cut into pages, not which rows there are"
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning).filter { $0.transcript.ending != .stuck }
    guard let whole = lists.first, !whole.identities.isEmpty else { return }
    for list in lists.dropFirst() {
      let rows = list.identities
      let wanted =
        list.isComplete && whole.isComplete
        ? whole.identities : Array(whole.identities.prefix(rows.count))
      context.compare(
        Array(rows.prefix(whole.isComplete ? rows.count : wanted.count)), with: wanted,
        "limit=\(list.limit) reads other rows than limit=\(whole.limit)",
        at: BodyLocation(list.pages.first?.exchange ?? whole.transcript.exchanges[0]))
    }
  }

  static let sameRequestIsAnswered = paging(
    "same-request-is-answered",
    "A request that was answered is answered when it is sent again, and not with other pages.",
    title: "a request that was answered is answered again",
    description: "a list is read as often as a client likes", comparesAnswers: false,
    probes: { [$0.firstPages, $0.firstPages.repeated(1)] }
  ) { context, transcripts, planning in
    guard transcripts[0].exchanges.allSatisfy({ $0.response?.status == 200 }) else { return }
    for (exchange, page, response) in transcripts.dropFirst().map({ $0 }).responses {
      guard !context.assert(response.status == 200), exchange.accessFailure == nil else { continue }
      context.fault(
        .error, "a request sent again is answered with status \(response.status)",
        expected: "status 200", received: Finding.Received(response),
        at: BodyLocation(exchange, page: page), kind: "\(response.status)")
    }
    context.lookForOtherPages(transcripts.lists(planning))
  }

  static let sameRequestSamePage = paging(
    "same-request-same-page", "The same request gives the same page when it is sent again.",
    title: "the same request gives the same page",
    description: "a list that does not change reads the same every time",
    probes: { [$0.firstPages, $0.firstPages.repeated(1)] }
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning)
    guard lists.count == 2, lists[0].pages.first?.rows?.isEmpty == false else { return }
    for (page, again) in zip(lists[0].pages, lists[1].pages) {
      context.compare(
        again.identities, with: page.identities, "a request sent again brings other rows",
        at: BodyLocation(again.exchange, page: again.number))
      guard page.total == again.total else {
        context.fault(
          .error, "a request sent again brings another total",
          expected: "\(page.total ?? 0)", received: Finding.Received("\(again.total ?? 0)"),
          at: BodyLocation(again.exchange, page: again.number, pointer: again.totalPointer))
        continue
      }
    }
  }
}

extension CheckContext {
  /// New rows do not shift what lies behind a marker; a page without one row of before is another.
  fileprivate mutating func lookForOtherPages(_ lists: [ListReading]) {
    guard lists.count == 2 else { return }
    for (page, again) in zip(lists[0].pages, lists[1].pages) {
      let (request, repeated) = (page.exchange.request, again.exchange.request)
      guard request.query.contains(where: { $0.name == "marker" }),
        request.target == repeated.target, page.identities.count >= 5
      else { continue }
      let isOther = Set(page.identities).isDisjoint(with: again.identities)
      guard !assert(!isOther) else { continue }
      fault(
        .error, "a marker sent again brings none of the rows of before",
        expected: "\(page.identities.count) rows, the first is \(page.identities[0])",
        received: Finding.Received(
          "\(again.identities.count) rows, the first is \(again.identities.first ?? "not there")"),
        at: BodyLocation(again.exchange, page: again.number))
    }
  }
}

extension PlanningContext {
  /// The pages that are asked for twice: the first of the largest, or two that a marker joins.
  fileprivate var firstPages: Probe {
    operation.paging.isMarker ? walk(limit: 10, most: 2) : walk(limit: largestLimit, most: 1)
  }
}
