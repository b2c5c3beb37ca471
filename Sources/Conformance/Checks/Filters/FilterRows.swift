// SPDX-License-Identifier: Apache-2.0
// What a documented filter value keeps: rows of that value, all of them, and no others.

import Contract
import Wire

extension Check {
  static let filterKeepsValue = Check(
    "filter-keeps-value", .filters, "Every row that a filter keeps has the value asked for."
  ) { planning, check in
    planning.filterCases(of: check, named: { "\($0.name).\($1)" }) { filter, word in
      (
        "\(filter.name)=\(word) keeps rows of that value only",
        [planning.wholeList] + planning.readings(filter, word)
      )
    } judge: { context, transcripts, filter, word in
      let whole = ListReading(transcripts[0], paging: planning.operation.paging)
      context.lookAtRows(
        of: Array(transcripts.dropFirst()), filter, word, planning,
        hasOthers: !whole.identities.isEmpty)
    }
  }

  static let filterPages = Check(
    "filter-and-paging-combine", .filters, "A filtered list is paged like the whole one."
  ) { planning, check in
    planning.operation.filters.map { filter in
      let word = filter.commonWord
      let pages = planning.shortPages(filter, word)
      return check.makeCase(
        planning, "\(filter.name)-pages", "\(filter.name) and paging combine",
        clause: planning.operation.clause(filter.description, parameter: filter),
        asks: .probes([planning.filterWalk(filter, word), pages]), comparesAnswers: true
      ) { context, transcripts in
        let lists = transcripts.lists(planning)
        guard lists.count == 2, lists[0].identities.count > 2 else {
          return context.inconclusive(
            .tooFewRows(have: lists.first?.identities.count ?? 0, need: 3))
        }
        let rows = lists[1].identities
        let full =
          lists[1].isComplete
          ? lists[0].identities.count
          : planning.operation.paging.isMarker ? rows.count : lists[1].connectedPages.count * 2
        context.compare(
          rows, with: Array(lists[0].identities.prefix(max(full, 3))),
          "pages of 2 show other rows than one page",
          at: BodyLocation(lists[1].transcript.exchanges.last!))
      }
    }
  }

  static let filterAlone = Check(
    "filter-alone", .filters,
    "A filter without limit and offset keeps the same rows, however often it is asked."
  ) { planning, check in
    planning.operation.filters.map { filter in
      let word = filter.commonWord
      let alone = planning.alone(filter, word)
      return check.makeCase(
        planning, "\(filter.name)-alone", "\(filter.name) without a limit keeps the same rows",
        clause: planning.operation.clause(filter.description, parameter: filter),
        asks: .probes([planning.filterWalk(filter, word), alone, alone.repeated(1)]),
        comparesAnswers: true
      ) { context, transcripts in
        guard let list = transcripts.lists(planning).first, !list.identities.isEmpty,
          case let exchanges = transcripts.dropFirst().flatMap(\.exchanges)
        else { return context.inconclusive(.nothingToAssert("no row has \(filter.name) \(word)")) }
        for exchange in exchanges {
          guard let page = ListPage(exchange, number: 1, paging: planning.operation.paging) else {
            return context.inconclusive(.unreadable("\(exchange.request.line) brought no list"))
          }
          context.compare(
            page.identities, with: Array(list.identities.prefix(planning.defaultLimit)),
            "\(filter.name)=\(word) alone shows other rows than with a limit",
            at: BodyLocation(exchange))
        }
      }
    }
  }

  static let filterTotal = Check(
    "filter-total", .filters, "total of a filtered list counts the filtered rows."
  ) { planning, check in
    guard !planning.operation.paging.isMarker else { return [] }
    return planning.operation.filters.map { filter in
      check.makeCase(
        planning, "\(filter.name)-total", "total counts the rows that \(filter.name) keeps",
        .should,
        clause: planning.operation.clause("total counts the rows that match", parameter: filter),
        asks: .probes(filter.words.map { planning.filterWalk(filter, $0) }), comparesAnswers: true
      ) { context, transcripts in
        for list in transcripts.lists(planning) {
          guard let first = list.pages.first, let total = first.total, let rows = list.rowCount
          else {
            continue
          }
          guard !context.assert(total == Int64(rows)) else { continue }
          context.fault(
            .warning, "total is \(total) for \(rows) filtered rows", expected: "\(rows)",
            received: Finding.Received("\(total)", type: "number"),
            at: BodyLocation(first.exchange, page: 1, pointer: first.totalPointer))
        }
        if context.asserted == 0 {
          context.inconclusive(.nothingToAssert("no filtered list was read"))
        }
      }
    }
  }
}

extension Parameter {
  /// The documented word that most rows are likely to have.
  fileprivate var commonWord: String {
    words.first { StatusFamily(word: $0) == .succeeded } ?? words[0]
  }
}

extension PlanningContext {
  /// The walk over the rows that a filter keeps.
  func filterWalk(_ filter: Parameter, _ word: String) -> Probe {
    let filter = Probe.Parameter(filter.name, word)
    return walk(limit: recordedLimits(under: filter).first ?? largestLimit, filter: filter)
  }

  /// Short pages of the rows that a filter keeps.
  fileprivate func shortPages(_ filter: Parameter, _ word: String) -> Probe {
    walk(
      limit: 2, filter: Probe.Parameter(filter.name, word),
      most: operation.paging.isMarker ? 3 : 2)
  }

  /// The filter with neither limit nor offset.
  fileprivate func alone(_ filter: Parameter, _ word: String) -> Probe {
    ask(Probe.Parameter(filter.name, word))
  }

  /// Every way in which the rows of a word are read; the common word is read in more ways.
  fileprivate func readings(_ filter: Parameter, _ word: String) -> [Probe] {
    let whole = filterWalk(filter, word)
    guard word == filter.commonWord else { return [whole] }
    let alone = alone(filter, word)
    return [whole, alone, alone.repeated(1), shortPages(filter, word)]
  }

  /// A case for each documented word of each filter.
  fileprivate func filterCases(
    of check: Check, named name: (Parameter, String) -> String,
    asks: (Parameter, String) -> (title: String, probes: [Probe]),
    judge: @escaping @Sendable (inout CheckContext, [Transcript], Parameter, String) -> Void
  ) -> [Case] {
    operation.filters.flatMap { filter in
      filter.words.map { word in
        let (title, probes) = asks(filter, word)
        return check.makeCase(
          self, name(filter, word), title,
          clause: operation.clause("\(filter.name) \(filter.description)", parameter: filter),
          asks: .probes(probes)
        ) { judge(&$0, $1, filter, word) }
      }
    }
  }
}

extension CheckContext {
  fileprivate mutating func lookAtRows(
    of transcripts: [Transcript], _ filter: Parameter, _ word: String, _ planning: PlanningContext,
    hasOthers: Bool
  ) {
    guard let field = filter.filters else { return }
    for (exchange, number, response) in transcripts.responses {
      guard let page = ListPage(exchange, number: number ?? 1, paging: planning.operation.paging)
      else {
        guard response.status != 200, exchange.accessFailure == nil, assert() else {
          return inconclusive(.unreadable("\(exchange.request.line) brought no list"))
        }
        return fault(
          .error, "\(filter.name)=\(word) is answered with status \(response.status)",
          expected: "status 200 with a list", received: Finding.Received(response),
          at: BodyLocation(exchange))
      }
      // An empty page says something where a filter that is ignored would have shown rows.
      if hasOthers, page.rows?.isEmpty == true { _ = assert() }
      for (index, row) in (page.rows ?? []).enumerated() {
        guard let value = row[field] else { continue }
        guard let severity = Severity(mismatchOf: value.string, with: word, under: filter)
        else {
          _ = assert()
          continue
        }
        _ = assert(false)
        fault(
          severity, "\(filter.name)=\(word) keeps a row whose \(field) is \(value.raw)",
          expected: word, received: Finding.Received(value),
          at: BodyLocation(
            exchange, page: number, pointer: page.pointer(row: index, field: field),
            bytes: value.span), kind: "\(severity)")
      }
    }
    if asserted == 0 { inconclusive(.nothingToAssert("the list is empty")) }
  }
}

extension Severity {
  /// What a row's word weighs under a filter: a word of another vocabulary with the same meaning
  /// is a warning.
  fileprivate init?(mismatchOf value: String?, with word: String, under filter: Parameter) {
    if value == word { return nil }
    self = value.map(filter.words(for:))?.contains(word) == true ? .warning : .error
  }
}
