// SPDX-License-Identifier: Apache-2.0
// What a recording holds of one list: all answers, those of the target's own list, and its walks.

import Contract
import Wire

/// The part of somebody else's recording that is about one operation.
struct RecordedList: Sendable {
  let requests: RecordedRequests
  /// Whatever was asked of the operation, in anybody's name and of any project.
  let exchanges: [RecordedExchange]
  /// What was asked of the target's list in its own name, and answered if anything was.
  let own: [RecordedExchange]
  /// Pages that follow one another, in the order of time; each own answer is in one walk at most.
  let walks: [RecordedWalk]
  private let operation: Contract.Operation

  init(_ requests: RecordedRequests, _ operation: Contract.Operation, at path: String) {
    self.requests = requests
    self.operation = operation
    exchanges = requests.exchanges.filter { $0.operation == operation.id }
    let path = PercentEncoding.normalized(path)
    let own = exchanges.filter {
      $0.isOwnReading && PercentEncoding.normalized($0.request.path) == path
    }
    let answered = own.filter { $0.standing != .unanswered }
    self.own = answered.isEmpty ? own : answered
    walks = RecordedWalk.all(in: self.own, of: operation)
  }

  /// The request that shows whether we are let in; nil where nothing was asked of the list.
  var entrance: Probe.Request? {
    wholeWalk?.requests.first
      ?? own.min { $0.standing.rawValue < $1.standing.rawValue }?.request
  }

  /// The longest walk over the whole list from its first row on.
  var wholeWalk: RecordedWalk? { longest(under: nil) }

  /// The longest walk from the first row on over the rows that a filter keeps.
  func longest(under filter: Probe.Parameter?) -> RecordedWalk? {
    walks.filter { $0.startsList && $0.filters == (filter.map { [$0] } ?? []) }
      .enumerated().max { ($0.element.reach, -$0.offset) < ($1.element.reach, -$1.offset) }?
      .element
  }

  /// Every way in which somebody read the list; what a field promises holds in all.
  ///
  /// - Parameter isAnybody: Whether lists of other projects, policies and so on are among them.
  func readings(ofAnybody isAnybody: Bool) -> [Probe] {
    let walked = Set(walks.flatMap(\.requests))
    let others = (isAnybody ? exchanges.filter(\.isOwnReading) : own)
      .filter { $0.standing != .unanswered && !walked.contains($0.request) }
    let readings = walks.map { $0.probe(of: operation.id) } + others.map { once($0.request) }
    return readings.isEmpty ? own.map { once($0.request) } : readings
  }

  /// Every answer to the operation that there is.
  var everything: [Probe] {
    let answered = exchanges.filter { $0.standing != .unanswered }
    return (answered.isEmpty ? exchanges : answered).map { once($0.request) }
  }

  /// The readings of the rows that a filter keeps.
  func readings(under filter: Probe.Parameter) -> [Probe] {
    let value = PercentEncoding.normalized(filter.value)
    return own.map(\.request).filter { request in
      request.query.contains {
        $0.name == filter.name && PercentEncoding.normalized($0.value) == value
      }
    }.map(once)
  }

  /// What was asked with a parameter, whatever its value was.
  func readings(with parameter: String) -> [Probe] {
    own.map(\.request).filter { $0.query.contains { $0.name == parameter } }.map(once)
  }

  /// The requests that have to be answered with status 200, for nothing in them is odd.
  var documented: [Probe.Request] {
    own.filter { $0.standing != .unanswered }.map(\.request).filter(operation.documents)
  }

  /// Two pages that the same request brought, one soon behind the other; nil where there are none.
  var pageTwice: [Probe]? {
    var last: [Probe.Request.Meaning: Int] = [:]
    var nearest: (gap: Int, walks: [RecordedWalk])?
    for (place, exchange) in own.enumerated() where exchange.standing == .granted {
      let meaning = exchange.request.meaning
      defer { last[meaning] = place }
      guard let before = last[meaning], place - before < nearest?.gap ?? .max else { continue }
      let pages = [own[before], exchange].compactMap { RecordedWalk($0.request, operation) }
      if pages.count == 2 { nearest = (place - before, pages) }
    }
    return nearest?.walks.map { $0.probe(of: operation.id) }
  }

  private func once(_ request: Probe.Request) -> Probe {
    Probe(operation: operation.id, first: request)
  }
}

extension RecordedExchange {
  /// Whether it reads a list in the name of the target's owner.
  fileprivate var isOwnReading: Bool { request.method == .get && request.credential == .own }
}

extension Contract.Operation {
  /// Whether a request has nothing but documented parameters with documented values.
  fileprivate func documents(_ request: Probe.Request) -> Bool {
    let names = request.query.map(\.name)
    return Set(names).count == names.count && request.query.allSatisfy(documents)
      && isMultiple(request)
  }

  private func documents(_ parameter: Probe.Parameter) -> Bool {
    let value = PercentEncoding.decode(parameter.value) ?? ""
    guard let declared = self.parameter(parameter.name), declared.placement == .query else {
      return false
    }
    switch parameter.name {
    // Where a marker came from is not seen here; walks show whether it was given.
    case paging.position where paging.isMarker: return false
    case paging.size:
      return Int(value).map((declared.range ?? 1...100).contains) ?? false
    case paging.position:
      return Int(value).flatMap { paging.rows(before: $0, size: 1) }.map { $0 >= 0 } ?? false
    default:
      guard declared.words.isEmpty else { return declared.words.contains(value) }
      return declared.match != nil && (declared.kind != .integer || Int(value) != nil)
    }
  }

  private func isMultiple(_ request: Probe.Request) -> Bool {
    guard case .offset(_, multiplesOfLimit: true) = paging.style else { return true }
    let offset = request.integer(paging.position) ?? 0
    let size = request.integer(paging.size) ?? parameter(paging.size)?.defaultValue ?? 10
    return offset % size == 0
  }
}
