// SPDX-License-Identifier: Apache-2.0
// Filters that one request names together: what they keep is what each of them keeps.

import Contract
import Wire

extension Check {
  static let filtersCombine = Check(
    "filters-combine", .filters, "Rows under two filters are those that each of the two keeps."
  ) { planning, check in
    guard let pair = planning.operation.filterPair else { return [] }
    let (one, other) = (pair[0], pair[1])
    return [
      check.makeCase(
        planning, "\(one.name)-and-\(other.name)",
        "rows under \(one.name) and \(other.name) are those that both keep",
        clause: planning.operation.clause("\(one.name) \(one.description)", parameter: one),
        asks: .probes([planning.wholeList] + planning.together(one, other)), comparesAnswers: true
      ) { context, transcripts in
        let paging = planning.operation.paging
        let whole = ListReading(transcripts[0], paging: paging)
        let kept = transcripts.without(first: 1).responses.filter { seen in
          pair.allSatisfy { filter in
            seen.reading.request.query.contains { $0.name == filter.name }
          }
        }
        context.lookForRefusals(kept, one, other)
        for reading in kept.map(\.reading) {
          guard let page = ListPage(reading, number: 1, paging: paging) else { continue }
          context.lookAtRows(of: page, pair)
          if whole.isComplete, page.isWhole(planning, filters: pair.count) {
            context.lookForMissing(from: page, of: whole, pair)
          }
        }
        guard context.asserted == 0, !context.hasReason else { return }
        if planning.recorded != nil, kept.isEmpty { return context.inconclusive(.notRecorded) }
        context.inconclusive(
          transcripts.doubt(paging, wanting: "no row has values to ask for"))
      }
    ]
  }
}

extension Contract.Operation {
  /// The first two filters; nil where there are fewer.
  var filterPair: [Parameter]? {
    let all = parameters.filter { !$0.fields.isEmpty }
    return all.count < 2 ? nil : Array(all.prefix(2))
  }
}

extension CheckContext {
  fileprivate mutating func lookAtRows(of page: ListPage, _ filters: [Parameter]) {
    if page.rowCount == 0 { _ = assert() }
    let asked = page.reading.request.queryText
    for filter in filters {
      guard let text = page.asked(filter) else { continue }
      for row in page.identities.indices {
        let tallies = page.tallies(of: row, filter)
        guard !tallies.isEmpty else { continue }
        guard !assert(tallies.contains { filter.mayKeep($0.value, asking: text) }) else { continue }
        fault(
          .error,
          "\(asked) keeps a row whose \(filter.fields[0]) is \(tallies[0].raw)",
          expected: "rows that both filters keep",
          received: Finding.Received("a row that one of them keeps"), at: page.location(row: row),
          kind: "kept")
      }
    }
  }

  fileprivate mutating func lookForMissing(
    from kept: ListPage, of whole: ListReading, _ filters: [Parameter]
  ) {
    let shown = FingerprintSet(kept.identities)
    for page in whole.pages {
      for row in page.identities.indices {
        let isMeant = filters.allSatisfy { filter in
          kept.asked(filter).map { text in
            page.tallies(of: row, filter).contains { filter.mustKeep($0.value, asking: text) }
          } ?? false
        }
        guard isMeant, !assert(shown.contains(page.identities.fingerprint(row))) else { continue }
        fault(
          .error,
          "\(kept.reading.request.queryText) leaves out row \(page.identities[row].prefix(60))",
          expected: "every row that has both values",
          received: Finding.Received("a list without it"), at: BodyLocation(kept.reading),
          kind: "missing")
      }
    }
  }
}

extension ListPage {
  /// What a row has in the fields of a filter.
  fileprivate func tallies(of row: Int, _ filter: Parameter) -> [WordTally] {
    filter.fields.compactMap(words).compactMap { $0.tally(of: row) }
  }
}
