// SPDX-License-Identifier: Apache-2.0
// How many requests a plan needs, counted before the first is sent.

import Contract
import Wire

extension Plan {
  /// How many rows each list is taken to have where nobody says so.
  public static let assumedRows = 40

  /// How many requests all cases need together, if every list has that many rows.
  public func requestCount(rows: Int) -> Int { requests(of: probes, rows: rows).count }

  /// The requests of one case, once each, if every list has that many rows.
  ///
  /// Filtered lists are taken to share the rows evenly. What a page says of the next one is written as the
  /// number of the page.
  public func requests(of planned: Case, rows: Int) -> [String] {
    planned.skipReason == nil ? requests(of: probes(of: planned), rows: rows) : []
  }

  /// The requests of all cases of an operation, once each, if every list has that many rows.
  public func requests(of operation: String, rows: Int) -> [String] {
    requests(of: probes.filter { $0.operation == operation }, rows: rows)
  }

  private func requests(of probes: [Probe], rows: Int) -> [String] {
    probes.flatMap { probe -> [Probe.Request] in
      guard let operation = operations.first(where: { $0.id == probe.operation }) else { return [] }
      return probe.requests(rows: operation.share(of: rows, for: probe), operation.paging)
    }
    .distinct.map(\.line)
  }

}

extension Contract.Operation {
  fileprivate func share(of rows: Int, for probe: Probe) -> Int {
    let filter = filters.first { filter in
      probe.first.query.contains { $0.name == filter.name }
    }
    return filter.map { (rows + $0.words.count - 1) / max(1, $0.words.count) } ?? rows
  }
}

extension Probe {
  /// The requests of the probe over a list of that many rows.
  fileprivate func requests(rows: Int, _ paging: Paging) -> [Request] {
    switch traversal {
    case .once:
      return [first]
    case .recorded(_, let others):
      return [first] + others
    case .offsetWalk(let limit, let most, let beyondEnd):
      return offsets(rows: rows, limit: limit, most: most, beyondEnd: beyondEnd).map {
        first.page(paging, behind: $0, size: limit)
      }
    case .behindEnd(let limit, let position):
      let far = first.adding(.init(paging.size, "\(limit)"), .init(paging.position, "\(position)"))
      return [first.page(paging, behind: 0, size: limit), far]
    case .markerWalk(let limit, let most), .linkWalk(let limit, let most):
      let pages = min(most, max(1, (rows + limit - 1) / limit))
      return (1...pages).map { page in
        let start = first.page(paging, behind: 0, size: limit)
        return page == 1 ? start : start.adding(.init(paging.position, encoded: "<page \(page)>"))
      }
    case .learned(let learning):
      let whole = first.page(paging, behind: 0, size: learning.limit)
      var filtered = first
      filtered.query += learning.placeholders
      return rows == 0
        ? [whole]
        : [
          whole,
          filtered.page(paging, behind: learning.skipped, size: learning.size ?? learning.limit),
        ]
    }
  }

  /// The offsets that a walk asks for, in order.
  private func offsets(rows: Int, limit: Int, most: Int, beyondEnd: Bool) -> [Int] {
    var offsets = [0]
    while let offset = offsets.last {
      let count = min(limit, max(0, rows - offset))
      let isJump = offset > (offsets.count - 1) * limit
      let isRead = offset + count == rows && count < limit && !beyondEnd
      guard count > 0, !isJump, !isRead,
        let next = Walk.offset(behind: offsets.count, limit: limit, most: most, total: rows)
      else { break }
      offsets.append(next)
    }
    return offsets
  }
}

extension Learning {
  /// What a plan shows in the place of values that are not known before the list is read.
  fileprivate var placeholders: [Probe.Parameter] {
    let own = isPart ? "<part of the first \(filter.fields[0])>" : "<the first \(filter.fields[0])>"
    let beside = second.map { second in
      let words = isOfOneRow ? "<its \(second.fields[0])>" : "<another \(second.fields[0])>"
      return Probe.Parameter(second.name, encoded: words)
    }
    return [Probe.Parameter(filter.name, encoded: own)] + [beside].compactMap(\.self)
  }
}
