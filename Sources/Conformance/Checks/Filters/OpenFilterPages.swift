// SPDX-License-Identifier: Apache-2.0
// Paging under a filter that takes any value, in lists that have no filter with words of its own.

import Contract
import Wire

extension Check {
  /// The value that most rows have may be another one than that of the first row.
  static let commonFilterValue = Check(
    "open-filter-keeps-common-value", .filters,
    "Every row that a filter keeps by the value of most rows has that value."
  ) { planning, check in
    // Of texts each row has its own, so that none is more common than that of the first row.
    guard planning.operation.filters.isEmpty, let filter = planning.operation.broadFilter,
      filter.kind != .string, filter.alternative == nil
    else { return [] }
    return [check.commonValue(filter, planning)]
  }

  private func commonValue(_ filter: Parameter, _ planning: PlanningContext) -> Case {
    makeCase(
      planning, "\(filter.name)-keeps-common-value",
      "rows under \(filter.name) have the value asked for where most rows have it",
      clause: planning.operation.clause(
        "\(filter.name) \(filter.description)", parameter: filter),
      asks: .probes(planning.pages(under: filter)), comparesAnswers: planning.recorded == nil
    ) { context, transcripts in
      guard planning.recorded == nil else { return context.inconclusive(.notRecorded) }
      let paging = planning.operation.paging
      for (reading, _, _) in transcripts.responses where reading.request.names(filter) {
        guard let page = ListPage(reading, number: 1, paging: paging) else { continue }
        context.lookAtValues(of: page, filter)
      }
      guard context.asserted == 0 else { return }
      context.inconclusive(
        transcripts.doubt(paging, wanting: "no list with rows under \(filter.name) came"))
    }
  }

  /// The second of the pages of two under a filter that takes any value, or the first where only a marker
  /// leads to that one.
  func openPages(_ filter: Parameter, _ planning: PlanningContext) -> Case {
    makeCase(
      planning, "\(filter.name)-pages", "\(filter.name) and paging combine",
      clause: planning.operation.clause(filter.description, parameter: filter),
      asks: .probes(planning.pages(under: filter)), comparesAnswers: true
    ) { context, transcripts in
      guard planning.recorded == nil else { return context.inconclusive(.notRecorded) }
      let paging = planning.operation.paging
      let pages = transcripts.responses.filter { $0.reading.request.names(filter) }
        .map { ($0, page: ListPage($0.reading, number: 1, paging: paging)) }
      guard pages.count == 2, let long = pages[0].page else {
        return context.inconclusive(
          transcripts.doubt(paging, wanting: "no list under \(filter.name) came"))
      }
      let (seen, isMarker) = (pages[1].0, paging.isMarker)
      guard seen.response.status == 200 else { return context.lookForRefusals([seen], filter) }
      let wanted = long.identities.part(isMarker ? 0..<2 : 2..<4)
      guard let page = pages[1].page, !wanted.isEmpty else {
        return context.skip("too few rows have the same \(filter.filters ?? filter.name)")
      }
      // Behind markers pages may be short.
      let isShort = isMarker && page.nextMarker != nil && page.identities.count < 2
      context.compare(
        page.identities, with: isShort ? wanted.first(page.identities.count) : wanted,
        "a page of 2 shows other rows than the long one",
        at: BodyLocation(seen.reading, comparedWith: long.reading))
    }
  }
}
