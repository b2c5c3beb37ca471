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
        asks: .probes(planning.readings), comparesAnswers: true
      ) { context, transcripts in
        context.compareRows(in: transcripts, planning)
      }
    ]
  }
}

extension CheckContext {
  fileprivate mutating func compareRows(in transcripts: Transcripts, _ planning: PlanningContext) {
    let instants = planning.rowInstants
    var known = RowTable()
    var isComparable = false
    for (page, number) in transcripts.pages(planning.operation.paging) {
      let (identities, contents) = (page.identities, page.facts.fingerprints)
      for row in identities.indices {
        guard let before = known.insert(page, row, identities.fingerprint(row)) else { continue }
        isComparable = true
        let holds = contents[row] == before.page.facts.fingerprints[before.row]
        guard !assert(holds) else { continue }
        note(page, row, number, before, instants)
      }
    }
    if !isComparable { inconclusive(.nothingToAssert("no row was shown twice")) }
  }

  /// Names the member in which two rows differ, where both were kept.
  private mutating func note(
    _ page: ListPage, _ place: Int, _ number: Int?, _ before: (page: ListPage, row: Int),
    _ instants: Set<String>
  ) {
    var location = page.location(row: place)
    location.page = number
    location.compared = before.page.reading
    let (row, then) = (page.sample(place), before.page.sample(before.row))
    let broken = instants.filter { name in
      [row, then].contains { $0?[name]?.string.map { (try? Instant(parsing: $0)) == nil } ?? false }
    }
    let name = row.flatMap { row in then.flatMap { row.firstDifference(from: $0, but: broken) } }
    // A date that is none is told by its own rule, and nobody is to be held to it.
    if row != nil, then != nil, name == nil, !broken.isEmpty { return }
    if let name { location.pointer = location.pointer?.appending(name) }
    let isKept = row != nil && then != nil
    let isSettled = page.isSettled(place) && before.page.isSettled(before.row)
    fault(
      .error,
      "\(location.pointer?.description ?? "") is not what another answer shows of the row"
        + (isSettled ? ", which is final in both" : ""),
      expected: name.map { then?[$0]?.raw ?? "no \($0)" }
        ?? (isKept ? "the same members" : "what \(before.page.reading.request.line) shows"),
      received: name.flatMap { row?[$0] }.map { Finding.Received($0) }
        ?? Finding.Received(name.map { "no \($0)" } ?? "other members"),
      at: location, kind: (name ?? "") + (isSettled ? " settled" : ""), isCertain: isSettled)
  }
}

extension PlanningContext {
  /// The names of the members of a row that are instants.
  fileprivate var rowInstants: Set<String> {
    let rows = operation.paging.rows.names
    return Set(
      fields.filter { $0.field.type == .timestamp && $0.path.names.dropLast() == rows[...] }
        .map(\.field.name))
  }
}

extension JSONValue {
  /// The name of the first member that another object has not, or has with another meaning.
  fileprivate func firstDifference(from other: JSONValue, but broken: Set<String>) -> String? {
    (members.map(\.name) + other.members.map(\.name)).first { name in
      if broken.contains(name) { return false }
      return switch (self[name], other[name]) {
      case (let now?, let then?): !now.isSame(as: then)
      case (nil, nil): false
      default: true
      }
    }
  }
}

/// Where each row was shown first; takes 20 to 24 bytes for each.
private struct RowTable {
  private var places: [Int32] = Array(repeating: -1, count: 64)
  private var pages: [ListPage] = []
  private var rows: [(fingerprint: UInt64, page: Int32, row: Int32)] = []

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
    if rows.count * 2 >= places.count { grow() }
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

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for (number, row) in rows.enumerated() { places[place(of: row.fingerprint)] = Int32(number) }
  }
}
