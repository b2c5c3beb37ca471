// SPDX-License-Identifier: Apache-2.0
// How many requests a plan needs, counted before the first is sent.

import Contract
import Wire

extension Plan {
  /// The requests of one case, once each, if every list has that many rows.
  ///
  /// Filtered lists are taken to share the rows evenly. A marker is written as the number of its page.
  public func requests(of planned: Case, rows: Int) -> [String] {
    planned.skipReason == nil ? requests(of: probes(of: planned), rows: rows) : []
  }

  /// The requests of all cases of an operation, once each, if every list has that many rows.
  public func requests(of operation: String, rows: Int) -> [String] {
    requests(of: probes.filter { $0.operation == operation }, rows: rows)
  }

  private func requests(of probes: [Probe], rows: Int) -> [String] {
    var seen: Set<Probe.Request> = []
    return probes.flatMap { probe in probe.requests(rows: share(of: rows, for: probe)) }
      .filter { seen.insert($0).inserted }.map(\.line)
  }

  private func share(of rows: Int, for probe: Probe) -> Int {
    guard let operation = operations.first(where: { $0.id == probe.operation }) else { return rows }
    let filter = operation.filters.first { filter in
      probe.first.query.contains { $0.name == filter.name }
    }
    return filter.map { (rows + $0.words.count - 1) / max(1, $0.words.count) } ?? rows
  }
}

extension Probe {
  /// The requests of the probe over a list of that many rows.
  fileprivate func requests(rows: Int) -> [Request] {
    switch course {
    case .once:
      return [first]
    case .offsetWalk(let limit, let most, let beyondEnd):
      let needed = beyondEnd || rows % limit == 0 ? rows / limit + 1 : (rows + limit - 1) / limit
      let pages = needed > most ? most + 1 : max(1, needed)
      return (0..<pages).map {
        first.adding(.init("limit", "\(limit)"), .init("offset", "\($0 * limit)"))
      }
    case .markerWalk(let limit, let most):
      let pages = min(most, max(1, (rows + limit - 1) / limit))
      return (1...pages).map { page in
        let start = first.adding(.init("limit", "\(limit)"))
        return page == 1 ? start : start.adding(.init("marker", encoded: "<page \(page)>"))
      }
    }
  }
}
