// SPDX-License-Identifier: Apache-2.0
// Paging under a filter that takes any value, in lists that have no filter with words of its own.

import Contract
import Wire

extension Check {
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
