// SPDX-License-Identifier: Apache-2.0
// What a documented filter value keeps: rows of that value, all of them, and no others.

import Contract
import Wire

extension Check {
  static let filterKeepsValue = Check(
    "filter-keeps-value", .filters, "Every row that a filter keeps has the value asked for."
  ) { planning, check in
    check.forEachWord(planning, named: { "\($0.name).\($1)" }) { filter, word in
      (
        "\(filter.name)=\(word) keeps rows of that value only",
        [planning.wholeList] + planning.readings(filter, word)
      )
    } judge: { context, transcripts, filter, word in
      let whole = ListReading(transcripts[0], paging: planning.operation.paging)
      context.lookAtRows(
        of: transcripts.without(first: 1), filter, word, planning, hasOthers: whole.count > 0)
      guard context.asserted == 0 else { return }
      context.inconclusive(
        transcripts.without(first: 1).doubt(
          planning.operation.paging,
          wanting:
            "no row under \(filter.name)=\(word) has \((filter.filters ?? filter.name).withArticle)"
        ))
    }
  }

  static let filterPages = Check(
    "filter-and-paging-combine", .filters, "A filtered list is paged like the whole one."
  ) { planning, check in
    guard !planning.operation.filters.isEmpty else {
      return planning.operation.broadFilter.map { [check.openPages($0, planning)] } ?? []
    }
    return planning.operation.filters.map { filter in
      let inUse = planning.wordInUse(filter)
      return check.makeCase(
        planning, "\(filter.name)-pages", "\(filter.name) and paging combine",
        clause: planning.operation.clause(filter.description, parameter: filter),
        asks: .probes([inUse.list, inUse.pages]), comparesAnswers: true
      ) { context, transcripts in
        let lists = transcripts.lists(planning)
        guard lists.count == 2, lists[0].count > 2 else {
          return context.inconclusive(lists.first.doubt(wanting: 3, under: filter))
        }
        let refused = lists[1].transcript.readings.last { $0.accessFailure == nil }
        if let refused, let response = refused.response, response.status != 200 {
          _ = context.assert()
          return context.fault(
            .error, "a page of 2 is answered with status \(response.status)",
            expected: "status 200 with a list", received: Finding.Received(response),
            at: BodyLocation(refused))
        }
        let rows = lists[1].identities
        // A total that is too small ends the walk behind a full page, and has a rule of its own.
        let isMarker = planning.operation.paging.isMarker
        let isRead = lists[1].isComplete && (isMarker || lists[1].pages.last?.rowCount != 2)
        // Behind markers pages may be short; rows that were not asked for are not missing.
        let isShort =
          isMarker && lists[1].pages.last?.nextMarker != nil
          && lists[1].pages.contains { $0.rowCount ?? 0 < 2 }
        guard !isShort || rows.count > 0 else {
          return context.inconclusive(.nothingToAssert("no row stands on the first pages of 2"))
        }
        let full =
          isRead ? lists[0].count : isMarker ? rows.count : lists[1].connectedPages.count * 2
        let holds = context.compare(
          rows, with: lists[0].identities.first(isShort ? rows.count : max(full, 3)),
          "pages of 2 show other rows than one page\(lists[1].explanation(beside: lists[0]))",
          at: BodyLocation(
            lists[1].transcript.readings.last!, comparedWith: lists[0].transcript.readings.first))
        if holds { context.compareTail(of: lists[1], with: lists[0]) }
      }
    }
  }

  static let filterAlone = Check(
    "filter-alone", .filters,
    "A filter without limit and offset keeps the same rows, however often it is asked."
  ) { planning, check in
    planning.operation.filters.map { filter in
      let inUse = planning.wordInUse(filter)
      return check.makeCase(
        planning, "\(filter.name)-alone", "\(filter.name) without a limit keeps the same rows",
        clause: planning.operation.clause(filter.description, parameter: filter),
        asks: .probes([inUse.list, inUse.alone, inUse.alone.repeated(1)]), comparesAnswers: true
      ) { context, transcripts in
        guard let list = transcripts.lists(planning).first, list.count > 0,
          case let readings = transcripts.dropFirst().flatMap(\.readings)
        else {
          return context.inconclusive(
            transcripts.lists(planning).first.doubt(wanting: 1, under: filter))
        }
        let word = list.transcript.probe.word(of: filter) ?? ""
        for reading in readings {
          guard let page = ListPage(reading, number: 1, paging: planning.operation.paging) else {
            return context.inconclusive(.unreadable("\(reading.request.line) brought no list"))
          }
          // Behind markers a page may be short, which another rule tells of.
          let size =
            page.nextMarker == nil
            ? planning.defaultLimit : min(planning.defaultLimit, page.identities.count)
          context.compare(
            page.identities, with: list.identities.first(size),
            "\(filter.name)=\(word) alone shows other rows than with a limit",
            at: BodyLocation(reading, comparedWith: list.transcript.readings.first))
          context.tellEmptyPage(page, reading)
        }
      }
    }
  }

  static let filterTotal = Check(
    "filter-total", .filters, "total of a filtered list counts the filtered rows."
  ) { planning, check in
    guard planning.operation.paging.total != .untold else { return [] }
    return planning.operation.filters.flatMap { filter in
      [check.totalOnPages(filter, planning)].compactMap(\.self) + [check.total(filter, planning)]
    }
  }

  /// A total that one page under a filter tells is told by all of them, with a limit and without.
  private func totalOnPages(_ filter: Parameter, _ planning: PlanningContext) -> Case? {
    guard PagingStyles.counted.contains(PagingStyles(planning.operation.paging.style)) else {
      return nil
    }
    let inUse = planning.wordInUse(filter)
    return makeCase(
      planning, "\(filter.name)-total-on-pages", "every page under \(filter.name) has one total",
      .should,
      clause: planning.operation.clause("total counts the rows that match", parameter: filter),
      asks: .probes([inUse.list, inUse.pages, inUse.alone]), comparesAnswers: true
    ) { context, transcripts in
      let pages = transcripts.pages(planning.operation.paging).map(\.page)
      context.compareTotals(of: pages.filter { $0.rowCount ?? 0 > 0 }, .warning)
      context.explainNothing(.nothingToAssert("no two pages under \(filter.name) tell a total"))
    }
  }

  private func total(_ filter: Parameter, _ planning: PlanningContext) -> Case {
    makeCase(
      planning, "\(filter.name)-total", "total counts the rows that \(filter.name) keeps",
      .should,
      clause: planning.operation.clause("total counts the rows that match", parameter: filter),
      asks: .probes(planning.available(filter.words.map { planning.filterWalk(filter, $0) })),
      comparesAnswers: true
    ) { context, transcripts in
      for list in transcripts.lists(planning) {
        let isAlone = planning.recorded != nil && list.hasOneTotal
        guard let first = list.pages.first, let total = first.total, let rows = list.rowCount,
          first.facts.rows != .null || total == 0
        else { continue }
        guard !context.assert(total == Int64(rows)) else { continue }
        context.fault(
          .warning, "total is \(total) for \(rows.counted("filtered row"))", expected: "\(rows)",
          received: Finding.Received("\(total)", type: "number"),
          at: first.totalLocation, kind: isAlone ? "alone" : "", isCertain: isAlone)
      }
      if context.asserted == 0 {
        context.inconclusive(.nothingToAssert("no list under a filter tells a total"))
      }
    }
  }
}

extension Check {
  /// A case for each documented word of each filter.
  fileprivate func forEachWord(
    _ planning: PlanningContext, named name: (Parameter, String) -> String,
    asks: (Parameter, String) -> (title: String, probes: [Probe]),
    judge: @escaping @Sendable (inout CheckContext, Transcripts, Parameter, String) -> Void
  ) -> [Case] {
    planning.operation.filters.flatMap { filter in
      filter.words.map { word in
        let (title, probes) = asks(filter, word)
        return makeCase(
          planning, name(filter, word), title,
          clause: planning.operation.clause(
            "\(filter.name) \(filter.description)", parameter: filter),
          asks: .probes(probes)
        ) { judge(&$0, $1, filter, word) }
      }
    }
  }
}

extension ListReading? {
  /// Why a list under a filter does not do for a rule that wants so many rows.
  fileprivate func doubt(
    wanting need: Int, under filter: Parameter
  ) -> Inconclusive {
    let word = self?.transcript.probe.word(of: filter) ?? filter.words[0]
    guard let list = self, !list.pages.isEmpty else {
      return .unreadable("\(filter.name)=\(word) brought no list")
    }
    let rows = list.count
    return rows == 0
      ? .nothingToAssert("no row has \(filter.name) \(word)")
      : .tooFewRows(have: rows, need: need)
  }
}

extension CheckContext {
  fileprivate mutating func lookAtRows(
    of transcripts: Transcripts, _ filter: Parameter, _ word: String, _ planning: PlanningContext,
    hasOthers: Bool
  ) {
    for (reading, number, response) in transcripts.responses {
      guard let page = ListPage(reading, number: number ?? 1, paging: planning.operation.paging)
      else {
        if let doubt = planning.doubt(about: reading) { return inconclusive(doubt) }
        guard response.status != 200, reading.accessFailure == nil, assert() else {
          return inconclusive(.unreadable("\(reading.request.line) brought no list"))
        }
        return fault(
          .error, "\(filter.name)=\(word) is answered with status \(response.status)",
          expected: "status 200 with a list", received: Finding.Received(response),
          at: BodyLocation(reading))
      }
      // An empty page says something where a filter that is ignored would have shown rows.
      if hasOthers, page.rowCount == 0 { _ = assert() }
      lookAtWords(of: page, number, filter, word)
    }
  }
}

extension CheckContext {
  /// Compares the last page of a walk that left out those before it with the same rows of one page.
  fileprivate mutating func compareTail(of pages: ListReading, with whole: ListReading) {
    guard pages.transcript.ending == .cut(tail: true), whole.isComplete,
      let tail = pages.pages.last,
      let start = tail.reading.request.rowsBefore(tail.paging, size: pages.limit),
      start < whole.count
    else { return }
    compare(
      tail.identities, with: whole.identities.part(start..<start + pages.limit),
      "the last page of \(pages.limit) shows other rows than one page",
      at: BodyLocation(tail.reading, comparedWith: whole.transcript.readings.first))
  }

  private mutating func lookAtWords(
    of page: ListPage, _ number: Int?, _ filter: Parameter, _ word: String
  ) {
    guard let field = filter.filters else { return }
    for tally in page.words(of: field)?.tallies ?? [] {
      _ = assert(count: tally.count)
      guard
        let severity = Severity(
          mismatchOf: tally.value, with: word, under: filter, page.reading.profile.states)
      else { continue }
      let fault = Fault(
        severity: severity,
        summary: "\(filter.name)=\(word) keeps a row whose \(field) is \(tally.raw)",
        expected: word, received: tally.received, kind: "\(severity)",
        location: AnswerLocation(
          pointer: page.location(row: tally.row, field: field).pointer, bytes: tally.bytes,
          excerpt: tally.excerpt), count: tally.count)
      take([fault], in: page.reading, page: number)
    }
  }
}

extension Severity {
  /// What a row's word weighs under a filter: a word of another vocabulary with the same meaning
  /// is a warning.
  fileprivate init?(
    mismatchOf value: String?, with word: String, under filter: Parameter, _ states: StateWords
  ) {
    if value == word { return nil }
    let meant = value.map { states.words(of: filter, for: $0) } ?? []
    self = meant.contains(word) ? .warning : .error
  }
}
