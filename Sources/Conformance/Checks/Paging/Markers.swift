// SPDX-License-Identifier: Apache-2.0
// Where markers lead: on, once each, and to an end.

import Contract
import Wire

extension Check {
  static let markerWalkEnds = paging(
    "marker-walk-ends", "A walk along the markers comes to a page without a next marker.",
    title: "the walk along the markers ends", description: "the last page has no next_marker",
    about: .position, in: .marker,
    probes: { $0.recorded == nil ? $0.documentedRequests : $0.anyWalks }
  ) { context, transcripts, planning in
    context.lookForEnd(of: transcripts, planning)
    for list in transcripts.lists(planning) {
      guard let last = list.transcript.readings.last, !list.pages.isEmpty else { continue }
      switch list.transcript.ending {
      case .complete:
        _ = context.assert()
      case .cut:
        continue
      case .stuck where last.response?.status == 200:
        continue
      case .circular, .stuck:
        if let doubt = planning.doubt(about: last) {
          context.inconclusive(doubt)
          continue
        }
        let isRefused = list.transcript.ending == .stuck && last.accessFailure == nil
        _ = context.assert(false)
        context.fault(
          .error, "the walk with \(list.size) does not end",
          expected: "a page without next_marker",
          received: Finding.Received(list.whyNoEnd),
          at: BodyLocation(last, page: list.transcript.readings.count),
          kind: isRefused ? "refused" : "", isCertain: isRefused && planning.recorded != nil)
      case .notSent:
        continue
      }
    }
    let longest = transcripts.lists(planning).first { $0.transcript.ending == .cut(tail: false) }
    if context.asserted == 0, let longest {
      context.inconclusive(
        .unreadable("the list has more than \(longest.pages.count.counted("page"))"))
    }
  }

  static let markersDiffer = paging(
    "marker-comes-once", "No marker comes twice in one walk.",
    title: "no marker comes twice", description: "a marker leads to the next page",
    about: .position, in: .marker,
    probes: { planning in
      let filters = planning.recorded == nil ? planning.operation.filters : []
      return planning.anyWalks + filters.map { planning.wordInUse($0).pages }
    }
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning)
    for list in lists {
      var seen: Set<String> = []
      for page in list.pages {
        guard let marker = page.nextMarker else { continue }
        let asked = page.askedMarker.flatMap(PercentEncoding.decode)
        let isAlone = planning.recorded != nil && asked == marker
        let isNew = seen.insert(marker).inserted && !isAlone
        guard !context.assert(isNew) else { continue }
        context.fault(
          .error, "next_marker of page \(page.number) came before",
          expected: "a marker not seen yet",
          received: Finding.Received(marker), at: BodyLocation(page.reading, page: page.number),
          kind: isAlone ? "alone" : "", isCertain: isAlone)
      }
    }
    context.wantSecondPage(lists.filter(planning.readsAll))
  }

  static let markerLeadsToRows = paging(
    "marker-leads-to-rows", "A marker never leads to an empty page.",
    title: "a marker leads to a page with rows", .should,
    description: "next_marker is there only if there is a next page", about: .position, in: .marker,
    probes: \.anyWalks
  ) { context, transcripts, planning in
    let lists = transcripts.lists(planning)
    for list in lists where list.pages.first?.rowCount ?? 0 > 0 {
      for page in list.pages where page.askedMarker != nil {
        guard let rows = page.rowCount, !context.assert(rows > 0) else { continue }
        context.fault(
          .warning, "a marker leads to an empty page", expected: "at least one row",
          received: Finding.Received("0 rows"), at: BodyLocation(page.reading, page: page.number))
      }
    }
    context.wantSecondPage(lists)
  }

  static let markerIsDecoded = paging(
    "marker-survives-encoding", "A marker whose characters are percent-encoded leads on.",
    title: "a percent-encoded marker leads on", description: "marker is a string", about: .position,
    in: .marker, comparesAnswers: false
  ) { context, transcripts, planning in
    var isPlain = false
    for (reading, page, response) in transcripts.responses {
      guard
        let marker = reading.request.query.first(where: {
          $0.name == planning.operation.paging.position
        })
      else { continue }
      guard marker.value.contains("%") else {
        isPlain = true
        continue
      }
      guard !context.assert(response.status == 200) else { continue }
      context.fault(
        .error, "a percent-encoded marker is answered with status \(response.status)",
        expected: "status 200", received: Finding.Received(response),
        at: BodyLocation(reading, page: page)
      )
    }
    if context.asserted > 0 { return }
    if isPlain { return context.skip("no marker has a character that has to be percent-encoded") }
    context.wantSecondPage(transcripts.lists(planning))
  }

  static let unknownMarker = paging(
    "unknown-marker-is-refused",
    "A marker that the server did not give is refused with status 400.",
    title: "an unknown marker is refused with 400",
    description: "marker is a next_marker of a page before", about: .position,
    in: .marker, comparesAnswers: false,
    probes: { planning in
      let marker = Probe.Parameter(planning.operation.paging.position, "nobody-gave-this-marker")
      return [planning.ask(planning.limit(10), marker)]
    }
  ) { context, transcripts, planning in
    for (reading, _, response) in transcripts.responses where reading.accessFailure == nil {
      guard !context.assert(response.status == 400) else { continue }
      let rows = ListPage(reading, number: 1, paging: planning.operation.paging)?.rowCount ?? 0
      let isKnown =
        response.status == 200 && rows == 0 || (401...499).contains(response.status.code)
      context.fault(
        isKnown ? .warning : .error,
        "an unknown marker is answered with status \(response.status) and \(rows.counted("row"))",
        expected: "status 400", received: Finding.Received(response), at: BodyLocation(reading))
    }
  }
}

extension CheckContext {
  /// Looks for a page, of those that nobody follows, that says that nothing follows, where walks show
  /// more rows.
  fileprivate mutating func lookForEnd(of transcripts: Transcripts, _ planning: PlanningContext) {
    guard planning.recorded == nil,
      let longest = transcripts.lists(planning).max(by: { $0.count < $1.count })
    else { return }
    // A row that comes twice, of which another rule speaks, is one row.
    let count = FingerprintSet(longest.identities).count
    for transcript in transcripts where transcript.probe.traversal.limit == nil {
      guard let reading = transcript.readings.first,
        let page = ListPage(reading, number: 1, paging: planning.operation.paging),
        let rows = page.rowCount, page.nextMarker == nil, count > rows
      else { continue }
      let size = reading.request.query.first { $0.name == page.paging.size }
      let limit = size.map { "with \($0.name)=\($0.value)" } ?? "without a limit"
      _ = assert(false)
      fault(
        .error, "a page \(limit) has \(rows) of \(count.counted("row")) and no marker",
        expected: "a next_marker", received: Finding.Received("no next_marker"),
        at: BodyLocation(reading, comparedWith: longest.transcript.readings.first), kind: limit)
    }
  }
}

extension ListPage {
  /// The marker that was asked for, percent-encoded; nil on a first page.
  fileprivate var askedMarker: String? {
    reading.request.query.first { $0.name == paging.position }?.value
  }
}

extension ListReading {
  fileprivate var whyNoEnd: String {
    guard transcript.ending == .stuck, let response = transcript.readings.last?.response else {
      return "a page that came before"
    }
    return "\(Finding.Received(response))"
  }
}
