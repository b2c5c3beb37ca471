// SPDX-License-Identifier: Apache-2.0
// Filters that take any value: what they keep by a value that a row has, whole or in part.

import Contract
import Wire

extension Check {
  static let openFilterKeepsValue = open(
    "open-filter-keeps-value", "Every row that a filter keeps has the value that was asked for.",
    named: "keeps-value", "rows under %@ have the value asked for", comparesRecorded: false
  ) { context, lists, filter, _ in
    for page in lists.kept {
      if page.rowCount == 0 { _ = context.assert() }
      context.lookAtValues(of: page, filter)
    }
  }

  static let openFilterKeepsAll = open(
    "open-filter-keeps-all", "A filter leaves out no row of the whole list that has its value.",
    named: "keeps-all", "%@ leaves out no row that has the value"
  ) { context, lists, filter, planning in
    guard let whole = lists.whole, whole.isComplete else {
      return context.inconclusive(.unreadable("the whole list could not be read to its end"))
    }
    for page in lists.kept {
      if page.isWhole(planning) {
        context.lookForMissing(from: page, of: whole, filter)
      } else if let total = page.total, page.reading.request.startsList(page.paging),
        let kept = whole.count(keptBy: filter, page), Int64(kept) == total
      {
        // A full page shows some of them, and its total counts all.
        _ = context.assert()
      }
    }
  }

  static let openFilterTotal = open(
    "open-filter-total", "total of a filtered list counts the filtered rows.",
    named: "total", "total counts the rows that %@ keeps", .should, comparesRecorded: false,
    applies: { $0.operation.paging.total != .untold }
  ) { context, lists, filter, planning in
    for page in lists.kept {
      let asked = page.reading.request.integer(page.paging.size) ?? planning.defaultLimit
      let size = min(asked, planning.largestLimit)
      guard let total = page.total, let shown = page.rowCount,
        let before = page.reading.request.rowsBefore(page.paging, size: size)
      else { continue }
      // A page with room for more rows is the last, and one behind the end tells nothing. Of two
      // recorded answers one may be older than a change.
      let isAlone = shown < size && (shown > 0 || before == 0)
      guard isAlone || before == 0 && planning.recorded == nil,
        let rows = isAlone ? before.plus(shown) : lists.whole?.count(keptBy: filter, page)
      else { continue }
      guard !context.assert(total == Int64(rows)) else { continue }
      context.fault(
        .warning, "total is \(total) for \(rows) filtered rows", expected: "\(rows)",
        received: Finding.Received("\(total)", type: "number"), at: page.totalLocation)
    }
    if context.asserted == 0, lists.kept.contains(where: { $0.total == nil }) {
      context.inconclusive(.nothingToAssert("no list under \(filter.name) tells a total"))
    }
  }
}

extension Parameter {
  /// The fields of a row that the parameter filters by; none for any other parameter.
  var fields: [String] { [filters, alternative].compactMap(\.self) }
}

extension WordColumn {
  /// What a row has; nil for nothing.
  func tally(of row: Int) -> WordTally? {
    guard column.indices.contains(row), column[row] >= 0 else { return nil }
    return tallies[Int(column[row])]
  }
}

/// The whole list, where there is one, beside the pages that a filter kept.
struct OpenLists {
  let whole: ListReading?
  let kept: [ListPage]
}

extension Check {
  /// A case for each filter that takes any value.
  ///
  /// - Parameter comparesRecorded: Whether one recorded answer does not show it by itself.
  fileprivate static func open(
    _ rule: String, _ summary: String, named name: String, _ title: String,
    _ obligation: ObligationLevel = .must, comparesRecorded: Bool = true,
    applies: @escaping @Sendable (PlanningContext) -> Bool = { _ in true },
    judge:
      @escaping @Sendable (inout CheckContext, OpenLists, Parameter, PlanningContext) -> Void
  ) -> Check {
    Check(rule, .filters, summary) { planning, check in
      guard applies(planning) else { return [] }
      let compares = comparesRecorded || planning.recorded == nil
      return planning.operation.openFilters.map { filter in
        let lists = [planning.wholeList] + planning.probes(filter)
        return check.makeCase(
          planning, "\(filter.name)-\(name)", title.replacing("%@", with: filter.name), obligation,
          clause: planning.operation.clause(
            "\(filter.name) \(filter.description)", parameter: filter),
          asks: .probes(compares ? lists : planning.available(lists)), comparesAnswers: compares
        ) { context, transcripts in
          let whole = transcripts.first { !$0.probe.first.names(filter) }
            .map { ListReading($0, paging: planning.operation.paging) }
          let kept = transcripts.responses.filter { $0.reading.request.names(filter) }
          // In a recording the refusal itself is no matter of the total.
          let answers = planning.recorded == nil || obligation == .must ? kept : []
          context.lookForRefusals(
            answers.filter { seen in
              // Of what somebody else asked for, only what a row has must be taken.
              planning.recorded == nil || planning.weight(ofRefusing: seen.reading) == .error
                || whole?.hasRow(keptBy: filter, seen.reading.request) ?? false
            }, filter)
          let pages = kept.compactMap {
            ListPage($0.reading, number: 1, paging: planning.operation.paging)
          }
          judge(&context, OpenLists(whole: whole, kept: pages), filter, planning)
          guard context.asserted == 0, !context.hasReason else { return }
          // Somebody who recorded the list may not have asked for a filter.
          let isUnasked = transcripts.contains { $0.ending == .cut(tail: false) } && kept.isEmpty
          if planning.recorded != nil, isUnasked { return context.inconclusive(.notRecorded) }
          context.inconclusive(
            transcripts.doubt(
              planning.operation.paging,
              wanting: pages.contains { $0.rowCount ?? 0 > 0 }
                ? "no page under \(filter.name) shows all rows that it keeps"
                : "no row has \((filter.filters ?? filter.name).withArticle) to ask for"))
        }
      }
    }
  }
}

extension Parameter {
  /// Whether a row of that value may be kept where somebody asks for another text.
  func mayKeep(_ value: String?, asking text: String) -> Bool {
    guard let value else { return false }
    return match == .whole || match == nil
      ? value == text : value.lowercased().contains(text.lowercased())
  }

  /// Whether a row of that value has to be kept.
  func mustKeep(_ value: String?, asking text: String) -> Bool {
    match == .part ? value?.holds(text) ?? false : value == text
  }
}

extension Probe.Request {
  func names(_ filter: Parameter) -> Bool { query.contains { $0.name == filter.name } }

  /// What is asked for with a parameter.
  fileprivate func value(of filter: Parameter) -> String? {
    query.first { $0.name == filter.name }.map { PercentEncoding.decode($0.value) ?? $0.value }
  }
}

extension ListReading {
  /// Whether a row of the list has to be shown to who asks for a value.
  fileprivate func hasRow(keptBy filter: Parameter, _ request: Probe.Request) -> Bool {
    guard let text = request.value(of: filter) else { return false }
    return pages.contains { page in
      filter.fields.compactMap(page.words).contains { words in
        words.tallies.contains { filter.mustKeep($0.value, asking: text) }
      }
    }
  }
}

extension ListReading {
  /// How many rows of the whole list are kept as on a page; nil where the list was not read to its end,
  /// or where that is not certain of each row.
  fileprivate func count(keptBy filter: Parameter, _ page: ListPage) -> Int? {
    guard isComplete, let text = page.asked(filter) else { return nil }
    var count = 0
    for page in pages {
      let columns = filter.fields.compactMap(page.words)
      for row in page.identities.indices {
        let values = columns.map { $0.tally(of: row)?.value }
        let isKept = values.contains { filter.mustKeep($0, asking: text) }
        guard isKept || !values.contains(where: { filter.mayKeep($0, asking: text) }) else {
          return nil
        }
        if isKept { count += 1 }
      }
    }
    return count
  }
}

extension ListPage {
  /// What was asked for with a parameter.
  func asked(_ filter: Parameter) -> String? { reading.request.value(of: filter) }

  /// Whether it shows every row that so many filters keep.
  func isWhole(_ planning: PlanningContext, filters: Int = 1) -> Bool {
    let size = reading.request.integer(paging.size) ?? planning.defaultLimit
    let names = reading.request.query.map(\.name)
    return reading.request.startsList(paging)
      && Set(names).subtracting([paging.size, paging.position]).count == filters
      && (paging.isMarker ? nextMarker == nil : rowCount.map { $0 < size } ?? false)
  }
}

extension CheckContext {
  /// A filter has to be taken alone; of two together no page says more than what each of them keeps.
  mutating func lookForRefusals(_ seen: [Transcripts.Seen], _ filters: Parameter...) {
    let severity: Severity = filters.count == 1 ? .error : .warning
    for (reading, _, response) in seen where response.status != 200 && reading.accessFailure == nil
    {
      _ = assert()
      let asked = reading.request.query.filter { part in filters.contains { $0.name == part.name } }
      let words = asked.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
      fault(
        severity, "\(words) is answered with status \(response.status)",
        expected: "status 200 with a list", received: Finding.Received(response),
        at: BodyLocation(reading))
    }
  }

  mutating func lookAtValues(of page: ListPage, _ filter: Parameter) {
    guard let field = filter.filters, let text = page.asked(filter) else { return }
    if let other = filter.alternative.flatMap(page.words), let own = page.words(of: field) {
      return lookAtValues(own, or: other, of: page, filter, asking: text)
    }
    for tally in page.words(of: field)?.tallies ?? [] {
      _ = assert(count: tally.count)
      guard !filter.mayKeep(tally.value, asking: text) else { continue }
      let fault = Fault(
        severity: .error,
        summary: "\(filter.name)=\(text) keeps a row whose \(field) is \(tally.raw)",
        expected: filter.match == .whole ? text : "a text with \(text) in it",
        received: tally.received, kind: text,
        location: AnswerLocation(
          pointer: page.location(row: tally.row, field: field).pointer, bytes: tally.bytes,
          excerpt: tally.excerpt), count: tally.count)
      take([fault], in: page.reading, page: page.number)
    }
  }

  private mutating func lookAtValues(
    _ own: WordColumn, or other: WordColumn, of page: ListPage, _ filter: Parameter,
    asking text: String
  ) {
    for row in page.identities.indices {
      let tallies = [own.tally(of: row), other.tally(of: row)]
      guard tallies.contains(where: { $0 != nil }) else { continue }
      guard !assert(tallies.contains { filter.mayKeep($0?.value, asking: text) }) else { continue }
      let had = zip(filter.fields, tallies).map { "\($0) is \($1?.raw ?? "not there")" }
      fault(
        .error, "\(filter.name)=\(text) keeps a row whose \(had.joined(separator: " and "))",
        expected: filter.fields.map { "\($0) \(text)" }.joined(separator: " or "),
        received: Finding.Received(had.joined(separator: ", ")), at: page.location(row: row),
        kind: text)
    }
  }

  fileprivate mutating func lookForMissing(
    from kept: ListPage, of whole: ListReading, _ filter: Parameter
  ) {
    guard let text = kept.asked(filter) else { return }
    let shown = FingerprintSet(kept.identities)
    for page in whole.pages {
      for field in filter.fields {
        lookForMissing(shown, of: page, field, at: BodyLocation(kept.reading), filter, asking: text)
      }
    }
  }

  private mutating func lookForMissing(
    _ shown: FingerprintSet, of page: ListPage, _ field: String, at location: BodyLocation,
    _ filter: Parameter, asking text: String
  ) {
    guard let words = page.words(of: field) else { return }
    let mustKeep = words.tallies.map { filter.mustKeep($0.value, asking: text) }
    for (row, value) in words.column.enumerated() where value >= 0 && mustKeep[Int(value)] {
      guard !assert(shown.contains(page.identities.fingerprint(row))) else { continue }
      fault(
        .error, "\(filter.name)=\(text) leaves out row \(page.identities[row].prefix(60))",
        expected: "every row whose \(field) is \(words.tallies[Int(value)].raw)",
        received: Finding.Received("a list without it"), at: location, kind: text)
    }
  }
}

extension String {
  /// Whether the bytes of a text stand in it; a search by characters takes ten times as long.
  fileprivate func holds(_ part: String) -> Bool {
    guard let first = part.utf8.first else { return true }
    return utf8.indices.contains { utf8[$0] == first && utf8[$0...].starts(with: part.utf8) }
  }
}
