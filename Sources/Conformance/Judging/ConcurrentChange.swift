// SPDX-License-Identifier: Apache-2.0
// Tells data that moved from a server that contradicts itself.

import Contract
import Wire

/// What changed in a list between two readings of it by the same probes.
struct ConcurrentChange: CustomStringConvertible {
  /// One thing that changed, the same for the same answers: `total 47 → 48`, `row 12 came`, `row 12 went`, `row 12 changed`.
  let description: String

  /// Nil where both readings show the same rows with the same content and the same totals: then a
  /// difference in order or paging is the server's.
  ///
  /// - Parameter between: A reading between the two.
  init?(
    from before: Transcripts, through between: Transcripts, to after: Transcripts, paging: Paging
  ) {
    let then = Snapshot(before, paging: paging)
    let now = Snapshot(after, paging: paging)
    let change = then.change(through: Snapshot(between, paging: paging), to: now)
    guard let change else { return nil }
    description = change
  }
}

extension ConcurrentChange {
  /// Whether a request brought the same rows with the same content in another order, which no
  /// change of the data explains.
  static func isReordering(
    from before: Transcripts, to after: Transcripts, paging: Paging
  ) -> Bool {
    zip(before, after).contains { before, after in
      zip(before.readings, after.readings).contains { then, now in
        guard let then = ListPage(then, number: 1, paging: paging),
          let now = ListPage(now, number: 1, paging: paging), then.total == now.total,
          then.identities != now.identities
        else { return false }
        return then.identities.count == now.identities.count && then.content == now.content
      }
    }
  }
}

extension ConcurrentChange {
  /// Whether a request brought all rows of a list but some, which the same request shows before and
  /// afterwards: a row that went does not come back.
  static func isFlicker(in before: Transcripts, and after: Transcripts, paging: Paging) -> Bool {
    var answers: [String: [(reading: Reading, page: ListPage)]] = [:]
    for reading in [before, after].flatMap({ $0.flatMap(\.readings) }) {
      guard let page = ListPage(reading, number: 1, paging: paging) else { continue }
      answers[reading.request.target, default: []].append((reading, page))
    }
    return answers.values.contains { answers in
      answers.contains { reading, page in
        guard page.isWholeList else { return false }
        let earlier = answers.filter { $0.reading.isOver(before: reading) }
        let missed = Set(earlier.flatMap(\.page.identities)).subtracting(page.identities)
        return answers.contains {
          reading.isOver(before: $0.reading) && !missed.isDisjoint(with: $0.page.identities)
        }
      }
    }
  }
}

extension ConcurrentChange {
  /// Whether a request brought other rows, or another total, the second time, though every row stood
  /// still. One row, or one more in a count, may have come and gone unseen.
  static func isGlitch(from before: Transcripts, to after: Transcripts, paging: Paging) -> Bool {
    guard ConcurrentChange(from: before, through: after, to: after, paging: paging) == nil else {
      return false
    }
    return zip(before, after).contains { before, after in
      zip(before.readings, after.readings).contains { then, now in
        guard then.request.target == now.request.target,
          let now = ListPage(now, number: 1, paging: paging)
        else { return false }
        guard let then = ListPage(then, number: 1, paging: paging) else {
          return then.status == 200
        }
        let others = Set(then.identities).symmetricDifference(now.identities)
        let counts = [then.total, now.total].compactMap(\.self)
        return others.count > 2
          || counts.count == 2 && counts[0].distance(to: counts[1]).magnitude > 1
      }
    }
  }
}

extension Reading {
  fileprivate func isOver(before other: Reading) -> Bool {
    start < other.start && start + seconds <= other.start
  }
}

extension ListPage {
  /// Whether no row of the list can stand on another page, or in the list of another filter.
  fileprivate var isWholeList: Bool {
    guard let rows = rowCount, reading.request.startsList(paging),
      let limit = reading.request.integer(paging.size),
      reading.request.query.allSatisfy({ [paging.size, paging.position].contains($0.name) })
    else { return false }
    return rows < limit
  }
}

extension ConcurrentChange {
  /// Whether some row had two meanings or more in each of two readings of a list.
  static func keepsChanging(
    in before: Transcripts, and after: Transcripts, paging: Paging
  ) -> Bool {
    Snapshot(before, paging: paging).hasChangedRow(of: Snapshot(after, paging: paging))
  }
}

extension ListPage {
  /// What the rows mean, in the order of their identities.
  fileprivate var content: [UInt64] {
    identities.indices.sorted { identities[$0] < identities[$1] }.map { facts.fingerprints[$0] }
  }
}

/// All rows and totals that some transcripts show.
private struct Snapshot {
  /// The faces that each row has shown, each once.
  private var rows: [Row: Set<Face>] = [:]
  /// What stands for which request showed which face of each row.
  private var traces: [Row: Int] = [:]
  private var totals: [Probe.Request: Int64] = [:]
  /// Whether some walk showed every row of the list, so that no total counts one that was not seen.
  private let isWhole: Bool

  init(_ transcripts: Transcripts, paging: Paging) {
    isWhole = transcripts.contains { transcript in
      guard transcript.probe.traversal.limit != nil, transcript.probe.first.query.isEmpty else {
        return false
      }
      let list = ListReading(transcript, paging: paging)
      return list.isComplete
        || list.connectedPages.last?.rowCount.map { $0 < list.limit } ?? false
    }
    for reading in transcripts.flatMap(\.readings) {
      guard let page = ListPage(reading, number: 1, paging: paging) else { continue }
      var request = reading.request
      request.repetition %= Probe.Request.reading
      totals[request] = page.total
      for row in page.identities.indices {
        let name = Row(operation: reading.operation, identity: page.identities[row])
        let face = Face(meaning: page.facts.fingerprints[row], state: page.state(row))
        rows[name, default: []].insert(face)
        var hasher = Hasher()
        hasher.combine(request)
        hasher.combine(face)
        traces[name, default: 0] &+= hasher.finalize()
      }
    }
  }

  /// What a row meant in an answer, and the word of its state, where it has one from which it can go on.
  private struct Face: Hashable {
    var meaning: UInt64
    var state: String?
  }

  /// Rows of two lists may have one id.
  private struct Row: Hashable, Comparable, CustomStringConvertible {
    var operation: String
    var identity: String
    var description: String { "row \(identity)" }

    static func < (left: Row, right: Row) -> Bool {
      (left.identity, left.operation) < (right.identity, right.operation)
    }
  }

  /// Whether the faces are those of one task on its way: each in another state, and none of them final.
  private static func isUnderWay(_ faces: Set<Face>) -> Bool {
    faces.count > 1 && Set(faces.compactMap(\.state)).count == faces.count
  }

  /// Whether a row has two meanings or more here and there.
  func hasChangedRow(of other: Snapshot) -> Bool {
    rows.contains { $1.count > 1 && other.rows[$0].map { $0.count > 1 } ?? false }
  }

  /// One change, totals before rows; nil where there is none, or where a row shows the same two
  /// faces again: one that changes to and fro has both in either reading, one that moved on has not.
  /// A task that waits, runs or is tried once more may go to and fro, so that one request shows both
  /// faces of it; one that is over may not go back.
  ///
  /// A total that changes while every row of the list stands still counts nothing that moved.
  func change(through between: Snapshot, to now: Snapshot) -> String? {
    let same = rows.filter { $1 == now.rows[$0] }.keys
    let moving = Set(
      same.filter { row in
        let traces = [traces, between.traces, now.traces].compactMap { $0[row] }
        return Set(traces).count > 1
          && Self.isUnderWay(rows[row, default: []].union(between.rows[row] ?? []))
      })
    if same.contains(where: { rows[$0, default: []].count > 1 && !moving.contains($0) }) {
      return nil
    }
    if let row = moving.min() { return "\(row) changed" }
    if isWhole, now.isWhole, rows == now.rows { return nil }
    let moved = totals.compactMap { request, total in
      now.totals[request].flatMap { $0 == total ? nil : "total \(total) → \($0)" }
    }
    if let total = moved.min() { return total }
    if let row = rows.keys.filter({ now.rows[$0] == nil }).min() { return "\(row) went" }
    if let row = now.rows.keys.filter({ rows[$0] == nil }).min() { return "\(row) came" }
    return rows.keys.filter { rows[$0] != now.rows[$0] }.min().map { "\($0) changed" }
  }
}
