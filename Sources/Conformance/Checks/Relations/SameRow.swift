// SPDX-License-Identifier: Apache-2.0
// One row is the same in every page and under every filter that shows it.

import Contract
import Wire

extension Check {
  static let sameRow = Check(
    "same-row-everywhere", .relations, "A row is the same in every answer that shows it."
  ) { planning, check in
    [
      check.makeCase(
        planning, nil, "a row is the same wherever it is shown",
        clause: planning.pagingClause(
          "limit and filter decide which rows are shown, not what is in them"),
        asks: .probes(planning.readings), comparesAnswers: true
      ) { context, transcripts in
        context.compareRows(in: transcripts, planning)
      }
    ]
  }
}

extension CheckContext {
  fileprivate mutating func compareRows(in transcripts: [Transcript], _ planning: PlanningContext) {
    var known: [String: JSONValue] = [:]
    var isComparable = false
    for (exchange, number) in FieldSite.answers(in: transcripts) {
      guard let page = ListPage(exchange, number: number ?? 1, paging: planning.operation.paging),
        let rows = page.rows
      else { continue }
      for (index, (row, identity)) in zip(rows, page.identities).enumerated() {
        guard let before = known[identity] else {
          known[identity] = row
          continue
        }
        isComparable = true
        guard !assert(row.rawBytes == before.rawBytes || row.isSame(as: before)) else { continue }
        note(row, before, BodyLocation(exchange, page: number, pointer: page.pointer(row: index)))
      }
    }
    if !isComparable { inconclusive(.nothingToAssert("no row was shown twice")) }
  }

  private mutating func note(_ row: JSONValue, _ before: JSONValue, _ location: BodyLocation) {
    let name = (row.members.map(\.name) + before.members.map(\.name)).first { name in
      switch (row[name], before[name]) {
      case (let now?, let then?): !now.isSame(as: then)
      case (nil, nil): false
      default: true
      }
    }
    let pointer = name.map { location.pointer?.appending($0) ?? .root } ?? location.pointer
    fault(
      .error, "\(pointer?.description ?? "") is not what another answer shows of the row",
      expected: name.map { before[$0]?.raw ?? "no \($0)" } ?? "the same members",
      received: name.flatMap { row[$0] }.map { Finding.Received($0) }
        ?? Finding.Received(name.map { "no \($0)" } ?? "other members"),
      at: BodyLocation(
        location.exchange, page: location.page, pointer: pointer,
        bytes: (name.flatMap { row[$0] } ?? row).span),
      kind: name ?? "")
  }
}
