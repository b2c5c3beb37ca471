// SPDX-License-Identifier: Apache-2.0
// One row is the same in every page and under every filter that shows it.

import Contract
import Wire

extension Check {
  static let sameRow = Check(
    "same-row-everywhere", .relations, "A row is the same in every answer that shows it."
  ) { planning, check in
    let isObject = planning.operation.paging.isObject
    return [
      check.makeCase(
        planning, nil,
        isObject
          ? "the object is the same when it is asked for again"
          : "a row is the same wherever it is shown",
        clause: planning.pagingClause(
          isObject
            ? "what does not change reads the same every time"
            : "limit and filter decide which rows are shown, not what is in them"),
        asks: planning.recorded == nil ? .readings : .probes(planning.readings),
        comparesAnswers: true
      ) { context, transcripts in
        context.compareRows(in: transcripts, planning)
      }
    ]
  }
}

extension CheckContext {
  fileprivate mutating func compareRows(in transcripts: Transcripts, _ planning: PlanningContext) {
    let fields = planning.operation.rowFields
    let pages = transcripts.pages(planning.operation.paging)
    var known = RowTable(room: pages.reduce(0) { $0 + $1.page.identities.count })
    var isComparable = false
    for (page, number) in pages {
      let (identities, contents) = (page.identities, page.facts.fingerprints)
      for row in identities.indices {
        guard let before = known.insert(page, row, identities.fingerprint(row)) else { continue }
        isComparable = true
        let holds = contents[row] == before.page.facts.fingerprints[before.row]
        guard !assert(holds) else { continue }
        note(page, row, number, before, fields, ends: planning.recordedEnds)
      }
    }
    if !isComparable { inconclusive(.nothingToAssert("no row was shown twice")) }
  }

  /// Names the member in which two rows differ, where both were kept.
  private mutating func note(
    _ page: ListPage, _ place: Int, _ number: Int?, _ before: (page: ListPage, row: Int),
    _ fields: [Field], ends: Set<String>?
  ) {
    var location = page.location(row: place)
    location.page = number
    location.compared = before.page.reading
    let (row, then) = (page.sample(place), before.page.sample(before.row))
    // A date that is none is told by its own rule, and nobody is to be held to it.
    let sound = fields.filter { field in
      ![row, then].contains { $0?[field.name].map(field.isBroken) ?? false }
    }
    let field = row.flatMap { row in
      then.flatMap { then in sound.first { !$0.isSame(row[$0.name], then[$0.name]) } }
    }
    if row != nil, then != nil, field == nil, sound.count < fields.count { return }
    if let field { location.pointer = location.pointer?.appending(field.name) }
    let isKept = row != nil && then != nil
    let isSettled = page.isSettled(place) && before.page.isSettled(before.row)
    // A row that was begun again, as somebody who recorded it may have done, has another time.
    let isStill =
      isKept
      && !fields.contains { field in
        guard field.type == .timestamp, let now = row?[field.name], let then = then?[field.name]
        else { return false }
        return now.raw != then.raw
      }
    let isOver =
      ends.map { ends in field.map { ends.contains($0.name) } ?? false || isStill } ?? true
    let isCertain = isSettled && isOver
    fault(
      .error,
      "\(location.pointer?.description ?? "") is not what another answer shows of the row"
        + (isSettled ? ", which is final in both" : ""),
      expected: field.map { then?[$0.name]?.raw ?? "no \($0.name)" }
        ?? (isKept ? "the same members" : "what \(before.page.reading.request.line) shows"),
      received: field.flatMap { row?[$0.name] }.map { Finding.Received($0) }
        ?? Finding.Received(field.map { "no \($0.name)" } ?? "other members"),
      at: location,
      kind: (field?.name ?? "") + (isSettled ? " settled" : "") + (isCertain ? " for sure" : ""),
      isCertain: isCertain)
  }
}

extension PlanningContext {
  /// The names of the members of a row that say when it ended, which stay whatever somebody else has
  /// recorded in between; nil where we asked ourselves.
  fileprivate var recordedEnds: Set<String>? {
    guard recorded != nil else { return nil }
    return Set(
      operation.relations.compactMap { relation in
        if case .zeroTimeUntilFinished(let field, _, _) = relation.kind { field } else { nil }
      })
  }
}

/// Where each row was shown first; takes 20 to 24 bytes for each.
private struct RowTable {
  private var places: [Int32]
  private var pages: [ListPage] = []
  private var rows: [(fingerprint: UInt64, page: Int32, row: Int32)] = []

  /// - Parameter room: How many rows will come at most.
  init(room: Int) {
    var size = 64
    while size <= 2 * room { size *= 2 }
    places = Array(repeating: -1, count: size)
    rows.reserveCapacity(room)
  }

  /// Where the row was shown before; nil for one that is new, which is kept.
  mutating func insert(
    _ page: ListPage, _ row: Int, _ fingerprint: UInt64
  ) -> (page: ListPage, row: Int)? {
    let place = place(of: fingerprint)
    guard places[place] < 0 else {
      let known = rows[Int(places[place])]
      return (pages[Int(known.page)], Int(known.row))
    }
    if pages.last?.reading.number != page.reading.number { pages.append(page) }
    places[place] = Int32(rows.count)
    rows.append((fingerprint, Int32(pages.count - 1), Int32(row)))
    return nil
  }

  /// Where a row stands, or would stand.
  private func place(of fingerprint: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: fingerprint) & (places.count - 1)
    while places[place] >= 0, rows[Int(places[place])].fingerprint != fingerprint {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }
}
