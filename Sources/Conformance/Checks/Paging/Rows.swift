// SPDX-License-Identifier: Apache-2.0
// Which rows the pages have: each once, the same for every limit, and the same when asked again.

import Contract
import Wire

extension Check {
  static let eachRowOnce = paging(
    "each-row-once", "A walk over the whole list shows each row once.",
    title: "a walk shows each row once", description: "pages follow one another without overlap",
    probes: \.anyWalks
  ) { context, transcripts, planning in
    for list in transcripts.lists(planning) {
      context.lookForRepeatedRows(in: list, isRecorded: planning.recorded != nil)
    }
  }

  static let sameRowsForEveryLimit = paging(
    "same-rows-for-every-limit", "The list is the same rows in the same order for every limit.",
    title: "every limit reads the same rows in the same order",
    description: "limit decides how rows are cut into pages, not which rows there are",
    wanting: "the list was not read with two limits"
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning).filter {
      $0.transcript.ending != .stuck
        && $0.transcript.probe.first.startsList(planning.operation.paging)
    }
    guard let whole = lists.first, lists.contains(where: { $0.count > 0 }) else { return }
    for list in lists where list.limit != whole.limit {
      let rows = list.identities
      let wanted =
        list.isComplete && whole.isComplete
        ? whole.identities : whole.identities.first(rows.count)
      let got = whole.isComplete ? rows : rows.first(wanted.count)
      let place = zip(got, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? got.count
      context.compare(
        got, with: wanted,
        "\(list.size) reads other rows than \(whole.size)\(list.explanation(beside: whole))",
        at: BodyLocation(
          list.reading(of: place) ?? whole.transcript.readings[0],
          comparedWith: whole.reading(of: place)))
    }
  }

  static let sameRequestIsAnswered = paging(
    "same-request-is-answered",
    "A request that was answered is answered when it is sent again, and not with other pages.",
    title: "a request that was answered is answered again",
    description: "what is asked for is read as often as a client likes", in: .anything,
    comparesAnswers: false, comparesRecorded: true,
    wanting: "the request was not answered with 200 the first time", probes: \.samePageAgain
  ) { context, transcripts, planning in
    guard transcripts[0].readings.allSatisfy({ $0.response?.status == 200 }) else { return }
    for (reading, page, response) in transcripts.without(first: 1).responses {
      guard !context.assert(response.status == 200), reading.accessFailure == nil else { continue }
      context.fault(
        .error, "a request sent again is answered with status \(response.status)",
        expected: "status 200", received: Finding.Received(response),
        at: BodyLocation(reading, page: page), kind: "\(response.status)")
    }
    context.lookForOtherPages(transcripts.lists(planning))
  }

  static let sameRequestSamePage = paging(
    "same-request-same-page", "The same request gives the same page when it is sent again.",
    title: "the same request gives the same page",
    description: "a list that does not change reads the same every time",
    wanting: "the request was not answered with a page twice", probes: \.samePageTwice
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning)
    guard lists.count == 2, lists[0].pages.first?.rowCount ?? 0 > 0 else { return }
    for (page, again) in zip(lists[0].pages, lists[1].pages) { context.compare(again, with: page) }
  }
}

extension CheckContext {
  fileprivate mutating func lookForRepeatedRows(in list: ListReading, isRecorded: Bool) {
    var seen = FingerprintSet(room: list.pages.reduce(0) { $0 + $1.identities.count })
    var isTold = false
    for (place, page) in list.pages.enumerated() {
      var own = FingerprintSet(room: isRecorded ? page.identities.count : 0)
      let identities = page.identities
      let isAgain = isRecorded && list.hasPage(like: place)
      for row in identities.indices {
        let fingerprint = identities.fingerprint(row)
        // A page that lists a row twice contradicts itself, whatever the data did.
        let isAlone = isRecorded && !own.insert(fingerprint) || isAgain
        guard !assert(seen.insert(fingerprint)) else { continue }
        let identity = page.identities[row].prefix(60)
        // Only the first is told in words; the others are counted with it.
        let first = isTold ? page.number : list.lastPage(before: place, row)
        let again = first == page.number ? "twice" : "again, as on page \(first)"
        isTold = true
        fault(
          .error, "\(page.paging.identity) \(identity) is listed \(again)",
          expected: "each \(page.paging.identity) once",
          received: Finding.Received(String(identity)), at: page.location(row: row),
          kind: "\(list.limit)\(isAlone ? " alone" : "")", isCertain: isAlone)
      }
    }
  }

  fileprivate mutating func compare(_ again: ListPage, with page: ListPage) {
    compare(
      again.identities, with: page.identities, "a request sent again brings other rows",
      at: BodyLocation(again.reading, page: again.number, comparedWith: page.reading))
    guard page.total != again.total else { return }
    var location = again.totalLocation
    location.compared = page.reading
    fault(
      .error, "a request sent again brings another total",
      expected: page.total.map(String.init) ?? "no total",
      received: Finding.Received(again.total.map(String.init) ?? "no total"),
      at: location, kind: "total")
  }

  /// New rows do not shift what lies behind a marker; a page without one row of before is another.
  fileprivate mutating func lookForOtherPages(_ lists: [ListReading]) {
    guard lists.count == 2 else { return }
    for (page, again) in zip(lists[0].pages, lists[1].pages) {
      let (request, repeated) = (page.reading.request, again.reading.request)
      guard page.paging.isMarker,
        request.query.contains(where: { $0.name == page.paging.position }),
        request.target == repeated.target, page.identities.count >= 5
      else { continue }
      let isOther = page.identities.isDisjoint(with: again.identities)
      guard !assert(!isOther) else { continue }
      fault(
        .error, "a marker sent again brings none of the rows of before",
        expected: "\(page.identities.count.counted("row")), the first is \(page.identities[0])",
        received: Finding.Received(
          again.identities.first.map {
            "\(again.identities.count.counted("row")), the first is \($0)"
          } ?? "no row"),
        at: BodyLocation(again.reading, page: again.number, comparedWith: page.reading))
    }
  }
}

extension ListReading {
  /// Whether a page before it has the same rows and the same total, so that no data has moved from one to
  /// the other.
  fileprivate func hasPage(like place: Int) -> Bool {
    let page = pages[place]
    guard page.identities.count > 2, let total = page.total else { return false }
    return pages[..<place].contains { $0.total == total && $0.identities == page.identities }
  }

  /// The number of the last page on which a row stood before.
  fileprivate func lastPage(before place: Int, _ row: Int) -> Int {
    let identity = pages[place].identities[row]
    if pages[place].identities.first(row).contains(identity) { return pages[place].number }
    return pages[..<place].last { $0.identities.contains(identity) }?.number ?? pages[place].number
  }
}

extension RowIdentities {
  /// Whether no row is in both.
  fileprivate func isDisjoint(with other: RowIdentities) -> Bool {
    Set(self).isDisjoint(with: other)
  }
}
