// SPDX-License-Identifier: Apache-2.0
// Where an offset leads: to that row, to an empty page behind the end, or to a refusal.

import Contract
import Wire

extension Check {
  static let offsetStartsAtRow = paging(
    "offset-starts-at-row", "The page at offset k starts with row k, counted from 0.",
    title: "offset k starts at row k",
    numbered: "a page starts behind the pages before it",
    description: "offset is the row to start at", about: .position,
    in: .counted, wanting: "a single row, or the whole list, brought no page",
    probes: { planning in
      [planning.wholeList]
        + planning.singleRows.map {
          planning.ask(planning.limit(1), planning.position(behind: $0, size: 1))
        }
    }
  ) { context, transcripts, planning in
    for (transcript, row) in zip(transcripts.dropFirst(), planning.singleRows) {
      context.expectSlice(
        of: transcript, with: transcripts[0], from: row, count: 1, ifRefused: .error, planning)
    }
  }

  static let offsetBehindEnd = paging(
    "offset-behind-end", "An offset at or behind the end is answered with an empty list.",
    title: "an offset behind the end gives an empty list and the same total",
    numbered: "a page behind the end is an empty list with the same total",
    description: "a client reads on until a page is empty", about: .position, in: .counted,
    wanting: "no page names a total that is an integer",
    probes: { planning in
      planning.recorded?.pagesByNumber ?? [
        planning.walk(limit: 10, beyondEnd: true),
        planning.behindEnd(from: 2_000_000_000),
      ]
    }
  ) { context, transcripts, planning in
    if planning.recorded != nil {
      return context.lookBehindEnd(ofRecorded: transcripts, planning)
    }
    let list = ListReading(transcripts[0], paging: planning.operation.paging)
    let whole = list.isComplete ? Int64(list.count) : nil
    guard list.pages.first?.rowCount != nil || list.pages.isEmpty else {
      return context.inconclusive(.unreadable("the first page brought no list"))
    }
    let isTold = planning.operation.paging.total != .untold
    guard let total = isTold ? list.pages.first?.total : whole else { return }
    let far = transcripts.dropFirst().flatMap { $0.readings.dropFirst() }
    let near =
      list.pages.count > 1 || list.transcript.ending == .stuck
      ? [list.transcript.readings.last!] : []
    for reading in near + far where reading.isBehind(total, planning.operation.paging) {
      context.lookBehindEnd(reading, total: total, planning)
    }
    guard context.asserted == 0, far.isEmpty else { return }
    context.inconclusive(.nothingToAssert("total is \(total), and no offset is behind that"))
  }

  static let offsetMultiple = paging(
    "offset-multiple-of-limit",
    "An offset that is no multiple of limit is refused with status 400.",
    title: "an offset that is no multiple of limit is refused", .should,
    description: "offset is 0 or a multiple of limit", about: .position, in: .offset,
    comparesAnswers: false,
    probes: { planning in
      planning.demandsMultiples ? [planning.ask(planning.limit(10), planning.position(5))] : []
    }
  ) { context, transcripts, planning in
    for (reading, _, response) in transcripts.responses where reading.accessFailure == nil {
      guard !context.assert(response.status == 400) else { continue }
      let isKnown = response.status == 200 || (401...499).contains(response.status.code)
      context.fault(
        isKnown ? .warning : .error, "offset=5&limit=10 is answered with status \(response.status)",
        expected: "status 400", received: Finding.Received(response), at: BodyLocation(reading))
    }
  }

  static let anyOffset = paging(
    "any-offset", "Where the page has no multiple rule, any offset is taken.",
    title: "an offset that is no multiple of limit is taken", .should,
    description: "offset is the row to start at", about: .position, in: .offset,
    probes: { planning in
      planning.demandsMultiples
        ? [] : [planning.wholeList, planning.ask(planning.limit(10), planning.position(1))]
    }
  ) { context, transcripts, planning in
    context.expectSlice(
      of: transcripts[1], with: transcripts[0], from: 1, count: 10, planning)
  }

  static let firstPage = paging(
    "first-page-starts-list", "A page without a position starts at the first row of the list.",
    title: "a page without an offset starts at the first row",
    numbered: "a page without a number starts at the first row",
    description: "what is not sent has its default", about: .position,
    wanting: "the plain request, or the whole list, brought no rows",
    probes: { planning in
      [planning.wholeList, planning.baselineRequest]
        + (planning.operation.paging.isMarker ? [planning.ask(planning.limit(1))] : [])
    }
  ) { context, transcripts, planning in
    for transcript in transcripts.dropFirst() {
      guard let reading = transcript.readings.first,
        let page = ListPage(reading, number: 1, paging: planning.operation.paging),
        let rows = page.rowCount
      else { continue }
      context.compareSlice(
        of: transcript, with: transcripts[0], from: 0, count: rows, reading.request.queryText,
        planning)
      let count = ListReading(transcripts[0], paging: planning.operation.paging).count
      if count > 0 { context.tellEmptyPage(page, reading) }
    }
  }

  static let limitAlone = paging(
    "limit-alone", "A limit without an offset starts at the first row.",
    title: "a limit without an offset is taken",
    numbered: "a size without a page number is taken", .should,
    description: "offset is 0 if it is not sent", about: .position, in: .counted,
    probes: { [$0.wholeList, $0.ask($0.limit(3))] }
  ) { context, transcripts, planning in
    context.expectSlice(
      of: transcripts[1], with: transcripts[0], from: 0, count: 3, planning)
  }

  static let offsetAlone = paging(
    "offset-alone", "An offset without a limit takes the default limit.",
    title: "an offset without a limit is taken",
    numbered: "a page number without a size is taken", .should,
    description: "limit is the default if it is not sent", about: .position, in: .counted,
    probes: { [$0.wholeList, $0.ask($0.position(behind: $0.loneOffset, size: $0.defaultLimit))] }
  ) { context, transcripts, planning in
    context.expectSlice(
      of: transcripts[1], with: transcripts[0], from: planning.loneOffset,
      count: planning.defaultLimit, planning)
  }
}

extension Reading {
  /// Whether the request starts at or behind the end of a list.
  func isBehind(_ total: Int64, _ paging: Paging) -> Bool {
    request.rowsBefore(paging, size: 1).map { Int64($0) >= total } ?? false
  }
}

extension Int? {
  /// How many rows there were: `1 row`, `12 rows`; `no list` where there was none.
  var rowWords: String { map { $0.counted("row") } ?? "no list" }
}

extension PlanningContext {
  /// A probe behind the plain request, whose answer tells a fault of the probe from one of the list;
  /// what is like it where somebody else has recorded what there is.
  func besidePlain(_ probe: Probe) -> [Probe] {
    recorded == nil ? [baselineRequest, probe] : asking(probe.first)
  }
}

extension Transcripts {
  /// Those that stand behind or in place of the plain request.
  func behindPlain(_ planning: PlanningContext) -> Transcripts {
    planning.recorded == nil ? without(first: 1) : self
  }

  /// Why nothing is to be said of a list whose plain request brings status 200 and no list.
  func unreadableList(_ planning: PlanningContext) -> Inconclusive? {
    guard planning.recorded == nil, count > 1, let reading = self[0].readings.first,
      let response = reading.response,
      response.status == 200,
      response.gaps.body == nil,
      ListPage(reading, number: 1, paging: planning.operation.paging)?.rowCount == nil
    else { return nil }
    return .unreadable("\(reading.request.line) brought status 200 and no list")
  }
}

extension CheckContext {
  /// A page of a list that has rows shows some, even where a marker leads on.
  mutating func tellEmptyPage(_ page: ListPage, _ reading: Reading) {
    guard page.nextMarker != nil, !assert(page.rowCount != 0) else { return }
    fault(
      .warning, "\(reading.request.queryText) brings no row beside a marker",
      expected: "at least one row", received: Finding.Received("0 rows"),
      at: BodyLocation(reading), kind: "empty")
  }

  /// Compares the rows of a request with a slice of the whole list, or with as many as were read of a
  /// list that was not read to its end.
  fileprivate mutating func compareSlice(
    of transcript: Transcript, with whole: Transcript, from row: Int, count: Int, _ query: String,
    _ planning: PlanningContext
  ) {
    let list = ListReading(whole, paging: planning.operation.paging)
    guard let reading = transcript.readings.first,
      let page = ListPage(reading, number: 1, paging: planning.operation.paging),
      list.isComplete ? list.count > 0 : list.count > row
    else { return }
    let end = list.isComplete ? row + count : min(row + count, list.count)
    let rows = list.isComplete ? page.identities : page.identities.part(0..<(end - row))
    let start = page.identities.first.flatMap { list.identities.firstIndex(of: $0) }
    let isPage =
      PagingStyles(page.paging.style) == .offset && count > 1 && row > 0 && row < list.count
      && page.identities.isPage(row, of: list.identities, size: count)
    let seen = start.flatMap { $0 == row ? nil : "\(query) starts at row \($0)" }
    compare(
      rows, with: list.identities.part(row..<end),
      (seen ?? "\(query) brings other rows") + (isPage ? ", as if offset counted pages" : ""),
      at: BodyLocation(reading, comparedWith: list.reading(of: row)))
  }

  /// Expects a request to be taken and to show a slice of the whole list.
  fileprivate mutating func expectSlice(
    of transcript: Transcript, with whole: Transcript, from row: Int, count: Int,
    ifRefused weight: Severity = .warning, _ planning: PlanningContext
  ) {
    guard let reading = transcript.readings.first, let response = reading.response,
      reading.accessFailure == nil
    else { return }
    let query = transcript.probe.first.queryText
    if response.status == 200 {
      return compareSlice(
        of: transcript, with: whole, from: row, count: count, query, planning)
    }
    _ = assert()
    fault(
      (400...499).contains(response.status.code) ? weight : .error,
      "\(query) is answered with status \(response.status)", expected: "status 200",
      received: Finding.Received(response), at: BodyLocation(reading))
  }

  /// What somebody recorded may be hours apart; a page that has rows and counts more of them than stand
  /// before it is none behind the end.
  fileprivate mutating func lookBehindEnd(
    ofRecorded transcripts: Transcripts, _ planning: PlanningContext
  ) {
    let paging = planning.operation.paging
    let whole = transcripts.pages(paging).lazy.compactMap(\.page.total).first
    for (reading, _, response) in transcripts.heads
    where response.gaps.body == nil && !reading.request.startsList(paging) {
      let page = ListPage(reading, number: 1, paging: paging)
      let own = page?.total
      let isShown = page?.rowCount != 0 && own.map { !reading.isBehind($0, paging) } ?? false
      guard !isShown, let total = [whole, own].compactMap(\.self).first,
        [whole, own].contains(where: { $0.map { reading.isBehind($0, paging) } ?? false })
      else { continue }
      lookBehindEnd(reading, total: total, planning)
    }
    if asserted == 0 { inconclusive(.notRecorded) }
  }

  fileprivate mutating func lookBehindEnd(
    _ reading: Reading, total: Int64, _ planning: PlanningContext
  ) {
    guard let response = reading.response, reading.accessFailure == nil else { return }
    if let doubt = planning.doubt(about: reading) { return inconclusive(doubt) }
    // What should not be refused, and may be, has rules of its own.
    let weight = response.status == 200 ? .error : planning.weight(ofRefusing: reading)
    guard weight != .warning, assert(), weight != nil else { return }
    let location = BodyLocation(reading)
    guard let page = ListPage(reading, number: 1, paging: planning.operation.paging) else {
      return fault(
        .error, "an offset behind the end is answered with status \(response.status)",
        expected: "status 200 with an empty list", received: Finding.Received(response),
        at: location, isCertain: planning.recorded != nil && response.status != 200)
    }
    if page.rowCount != 0 {
      let isAlone = page.total.map { reading.isBehind($0, page.paging) } ?? false
      fault(
        .error, "an offset behind the end brings \(page.rowCount.rowWords)",
        expected: "an empty list", received: Finding.Received(page.rowCount.rowWords),
        at: location, kind: isAlone ? "alone" : "",
        isCertain: isAlone && planning.recorded != nil)
    }
    if planning.operation.paging.total != .untold, page.total != total {
      fault(
        .warning, "total is \(page.total.map(String.init) ?? "no integer") behind the end",
        expected: "\(total)",
        received: Finding.Received("\(page.total.map(String.init) ?? "none")"),
        at: BodyLocation(reading, pointer: page.totalPointer))
    }
  }
}
