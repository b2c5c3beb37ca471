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
  init?(from before: [Transcript], to after: [Transcript], paging: Paging) {
    let then = Snapshot(before, paging: paging)
    let now = Snapshot(after, paging: paging)
    guard let change = then.change(to: now) else { return nil }
    description = change
  }
}

extension ConcurrentChange {
  /// Whether a request brought the same rows with the same content in another order, which no
  /// change of the data explains.
  static func isReordering(
    from before: [Transcript], to after: [Transcript], paging: Paging
  ) -> Bool {
    zip(before, after).contains { before, after in
      zip(before.exchanges, after.exchanges).contains { then, now in
        guard let then = ListPage(then, number: 1, paging: paging),
          let now = ListPage(now, number: 1, paging: paging), then.total == now.total,
          then.identities != now.identities
        else { return false }
        return zip(then.sortedRows, now.sortedRows).allSatisfy { $0.isSame(as: $1) }
          && then.identities.count == now.identities.count
      }
    }
  }
}

extension ListPage {
  /// The rows in the order of their identities.
  fileprivate var sortedRows: [JSONValue] {
    zip(identities, rows ?? []).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// All rows and totals that some transcripts show.
private struct Snapshot {
  private var rows: [String: [JSONValue]] = [:]
  private var totals: [Probe.Request: Int64] = [:]

  init(_ transcripts: [Transcript], paging: Paging) {
    for exchange in transcripts.flatMap(\.exchanges) {
      guard let page = ListPage(exchange, number: 1, paging: paging) else { continue }
      var request = exchange.request
      request.repetition %= Probe.Request.reading
      totals[request] = page.total
      for (identity, row) in zip(page.identities, page.rows ?? []) {
        if rows[identity, default: []].allSatisfy({ !$0.isSame(as: row) }) {
          rows[identity, default: []].append(row)
        }
      }
    }
  }

  /// One change, totals before rows; nil where there is none, or where a row shows the same two
  /// faces again.
  func change(to now: Snapshot) -> String? {
    if rows.contains(where: { $1.count > 1 && Self.isSameSet($1, now.rows[$0] ?? []) }) {
      return nil
    }
    let moved = totals.compactMap { request, total in
      now.totals[request].flatMap { $0 == total ? nil : "total \(total) → \($0)" }
    }
    if let total = moved.min() { return total }
    if let row = rows.keys.filter({ now.rows[$0] == nil }).min() { return "row \(row) went" }
    if let row = now.rows.keys.filter({ rows[$0] == nil }).min() { return "row \(row) came" }
    let changed = rows.filter { !Self.isSameSet($1, now.rows[$0] ?? []) }
    return changed.keys.min().map { "row \($0) changed" }
  }

  /// Whether two lists of different values hold the same ones: a row that changes to and fro has
  /// both its faces in either reading, a row that moved on does not.
  private static func isSameSet(_ left: [JSONValue], _ right: [JSONValue]) -> Bool {
    left.count == right.count
      && left.allSatisfy { value in right.contains { $0.isSame(as: value) } }
  }
}
