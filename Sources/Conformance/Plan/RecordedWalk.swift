// SPDX-License-Identifier: Apache-2.0
// Which recorded pages follow one another, as somebody else paged through a list.

import Contract
import Wire

/// Pages that somebody asked for one behind the other.
struct RecordedWalk: Sendable {
  private(set) var requests: [Probe.Request]
  /// The rows of a full page: the limit that was sent, or the documented default.
  let limit: Int
  /// The row that the first page starts at; nil behind a marker.
  let start: Int?
  /// The parameters that choose among the rows, or their order.
  let filters: [Probe.Parameter]
  /// Whether a page of it was refused although it goes on from one that was granted.
  private(set) var isRefused = false

  /// A walk of one page; nil where the request is none for a page.
  init?(_ request: Probe.Request, _ operation: Contract.Operation) {
    let paging = operation.paging
    guard !paging.isObject else { return nil }
    let range = operation.parameter(paging.size)?.range ?? 1...100
    let standard = operation.parameter(paging.size)?.defaultValue ?? 10
    let sent = request.query.filter { $0.name == paging.size }
    guard sent.count < 2, let limit = sent.isEmpty ? standard : request.integer(paging.size),
      range.contains(limit)
    else { return nil }
    filters = request.query.filter { ![paging.size, paging.position].contains($0.name) }.map {
      Probe.Parameter($0.name, encoded: PercentEncoding.normalized($0.value))
    }
    let orders = operation.orders.flatMap { $0.query.map(\.name) }
    guard
      filters.allSatisfy({ parameter in
        operation.parameter(parameter.name)?.filters != nil || orders.contains(parameter.name)
      })
    else { return nil }
    self.limit = limit
    requests = [request]
    start = request.rowsBefore(paging, size: standard)
    if start.map({ $0 < 0 }) ?? !paging.isMarker { return nil }
    // An offset that may be refused may as well be rounded.
    guard operation.isMultiple(request) else { return nil }
  }

  var startsList: Bool { start == 0 }

  /// How many rows it shows at most.
  var reach: Int { requests.count * limit }

  func probe(of operation: String) -> Probe {
    Probe(
      operation: operation, first: requests[0],
      traversal: .recorded(limit: limit, then: Array(requests.dropFirst())))
  }

  /// The walks among some exchanges, which are in the order of time.
  ///
  /// A page goes on where the last one before it ended; that a marker is the one which was given is
  /// seen when the pages are read. A page behind a marker goes on even where it was refused, unless
  /// it was `granted` at another time. Where no page has a body, those without are taken.
  static func all(
    in exchanges: [RecordedExchange], _ granted: Set<Probe.Request.Meaning>,
    of operation: Contract.Operation
  ) -> [RecordedWalk] {
    let best: [RecordedExchange.Standing] = granted.isEmpty ? [.bodyless, .unanswered] : [.granted]
    var walks: [RecordedWalk] = []
    /// The walk that goes on there.
    var open: [Place: Int] = [:]
    for exchange in exchanges {
      guard let page = RecordedWalk(exchange.request, operation) else { continue }
      let place = Place(page, operation.paging.isMarker ? 0 : page.start ?? 0)
      guard best.contains(exchange.standing) else {
        // The documentation has a marker beside a limit only.
        guard exchange.standing == .answered, page.start == nil, let walk = open[place],
          exchange.request.integer(operation.paging.size) != nil,
          !granted.contains(exchange.request.plainMeaning)
        else { continue }
        walks[walk].requests += page.requests
        walks[walk].isRefused = true
        continue
      }
      let goesOn = page.start.map { $0 > 0 } ?? true
      let walk = goesOn ? open.removeValue(forKey: place) : nil
      if let walk { walks[walk].requests += page.requests } else { walks.append(page) }
      let end = operation.paging.isMarker ? 0 : (page.start ?? 0).plus(page.limit)
      open[Place(page, end)] = walk ?? walks.count - 1
    }
    return walks
  }

  /// Where a page of a filtered list starts.
  private struct Place: Hashable {
    var limit: Int
    var filters: [Probe.Parameter]
    var row: Int

    init(_ page: RecordedWalk, _ row: Int) {
      (limit, filters, self.row) = (page.limit, page.filters, row)
    }
  }
}
