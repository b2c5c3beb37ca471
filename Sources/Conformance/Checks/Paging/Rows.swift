// SPDX-License-Identifier: Apache-2.0
// Which rows the pages have: each once, the same for every limit, and the same when asked again.

import Contract
import Wire

extension Check {
  static let eachRowOnce = paging(
    "each-row-once", "A walk over the whole list shows each row once.",
    title: "a walk shows each row once", says: "pages follow one another without overlap"
  ) { judgement, transcripts, planning in
    for list in transcripts.lists(planning) {
      var pageOfRow: [String: Int] = [:]
      for page in list.pages {
        for (index, identity) in page.identities.enumerated() {
          guard !judgement.assert(pageOfRow[identity] == nil) else {
            pageOfRow[identity] = page.number
            continue
          }
          judgement.fault(
            .error, "row \(identity.prefix(60)) of page \(pageOfRow[identity]!) comes again",
            expected: "each \(page.paging.identity) once",
            received: Finding.Received(String(identity.prefix(60))),
            at: Spot(page.exchange, page: page.number, pointer: page.pointer(row: index)),
            kind: "\(list.limit)")
        }
      }
    }
  }

  static let sameRowsForEveryLimit = paging(
    "same-rows-for-every-limit", "The list is the same rows in the same order for every limit.",
    title: "every limit reads the same rows in the same order",
    says: "limit decides how rows are cut into pages, not which rows there are"
  ) { judgement, transcripts, planning in
    let lists = transcripts.lists(planning).filter { $0.transcript.ending != .stuck }
    guard let whole = lists.first, !whole.identities.isEmpty else { return }
    for list in lists.dropFirst() {
      let rows = list.identities
      let wanted =
        list.isComplete && whole.isComplete
        ? whole.identities : Array(whole.identities.prefix(rows.count))
      judgement.compare(
        Array(rows.prefix(whole.isComplete ? rows.count : wanted.count)), with: wanted,
        "limit=\(list.limit) reads other rows than limit=\(whole.limit)",
        at: Spot(list.pages.first?.exchange ?? whole.transcript.exchanges[0]))
    }
  }

  static let sameRequestSamePage = paging(
    "same-request-same-page", "The same request gives the same page when it is sent again.",
    title: "the same request gives the same page",
    says: "a list that does not change reads the same every time",
    probes: { planning in
      let again =
        planning.operation.paging.isMarker
        ? planning.walk(limit: 10, most: 2) : planning.walk(limit: planning.largestLimit, most: 1)
      return [again, again.repeated(1)]
    }
  ) { judgement, transcripts, planning in
    let lists = transcripts.lists(planning)
    guard lists.count == 2, lists[0].pages.first?.rows?.isEmpty == false else { return }
    for (page, again) in zip(lists[0].pages, lists[1].pages) {
      judgement.compare(
        again.identities, with: page.identities, "a request sent again brings other rows",
        at: Spot(again.exchange, page: again.number))
      guard page.total == again.total else {
        judgement.fault(
          .error, "a request sent again brings another total",
          expected: "\(page.total ?? 0)", received: Finding.Received("\(again.total ?? 0)"),
          at: Spot(again.exchange, page: again.number, pointer: again.totalPointer))
        continue
      }
    }
  }
}
