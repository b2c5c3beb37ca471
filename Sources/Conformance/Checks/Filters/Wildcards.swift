// SPDX-License-Identifier: Apache-2.0
// What a database takes for any text stands for itself in a filter.

import Contract
import Wire

extension Check {
  /// A percent sign and an underscore keep rows that have just those in them, if any.
  func wildcards(_ filter: Parameter, _ planning: PlanningContext) -> Case {
    let text = "%_"
    var planned = makeCase(
      planning, "\(filter.name)-wildcards", "a percent sign in \(filter.name) is taken as it is",
      .should,
      clause: planning.operation.clause("\(filter.name) \(filter.description)", parameter: filter),
      asks: .probes(planning.besidePlain(planning.ask(Probe.Parameter(filter.name, text))))
    ) { context, transcripts in
      if let obstacle = transcripts.unreadableList(planning) {
        return context.inconclusive(obstacle)
      }
      for (reading, _, response) in transcripts.behindPlain(planning).responses {
        if let reason = reading.accessFailure { return context.inconclusive(reason) }
        _ = context.assert()
        // Who takes no such value has said so.
        guard !(400...499).contains(response.status.code) else { continue }
        let page = ListPage(reading, number: 1, paging: planning.operation.paging)
        guard response.status == 200, let page, page.rowCount != nil else {
          context.fault(
            .error, "\(filter.name)=\(text) is answered with status \(response.status)",
            expected: "status 400, or a list", received: Finding.Received(response),
            at: BodyLocation(reading))
          continue
        }
        context.lookForWildcards(on: page, filter, asking: text)
      }
    }
    let isLong = !planning.operation.filters.isEmpty && !planning.operation.orders.isEmpty
    if isLong, !planning.isThorough {
      planned.skipReason = .tooManyRequests
    }
    return planned
  }
}

extension CheckContext {
  fileprivate mutating func lookForWildcards(
    on page: ListPage, _ filter: Parameter, asking text: String
  ) {
    let columns = filter.fields.compactMap(page.words)
    for row in page.identities.indices {
      let tallies = columns.compactMap { $0.tally(of: row) }
      guard !tallies.isEmpty, !tallies.contains(where: { filter.mayKeep($0.value, asking: text) })
      else { continue }
      fault(
        .warning,
        "\(filter.name)=\(text) is taken as a pattern: a row whose \(filter.fields[0]) is "
          + "\(tallies[0].raw) is kept",
        expected: "rows with \(text) in \(filter.fields[0]), or none",
        received: tallies[0].received, at: page.location(row: row, field: filter.fields[0]),
        kind: "wildcard")
    }
  }
}
