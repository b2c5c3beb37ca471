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
  /// What was answered, by what it says of each parameter.
  let sayings: [Saying: [Probe.Request]]
  /// What was granted at any time.
  let granted: Set<Probe.Request.Meaning>
  let operation: Contract.Operation

  init(_ requests: RecordedRequests, _ operation: Contract.Operation, at path: String) {
    self.requests = requests
    self.operation = operation
    exchanges = requests.exchanges.filter { $0.operation == operation.id }
    sayings = Saying.all(in: exchanges.filter { $0.standing != .unanswered }.map(\.request))
    let path = PercentEncoding.normalized(path)
    let own = exchanges.filter {
      $0.isOwnReading && PercentEncoding.normalized($0.request.path) == path
    }
    let granted = Set(own.filter { $0.standing == .granted }.map(\.request.plainMeaning))
    let answered = own.filter { exchange in
      // Who was let in for the same request has renewed the token.
      exchange.standing == .refused
        ? !granted.contains(exchange.request.plainMeaning) : exchange.standing != .unanswered
    }
    self.own = answered.isEmpty ? own : answered
    self.granted = granted
    walks = RecordedWalk.all(in: self.own, granted, of: operation)
  }

  /// The values that a request has for a parameter.
  struct Saying: Hashable {
    let name: String
    let values: [String]

    init(_ request: Probe.Request, of name: String) {
      (self.name, values) = (name, request.values(of: name))
    }

    /// Requests without parameters say nothing of one without a name.
    static func all(in requests: [Probe.Request]) -> [Saying: [Probe.Request]] {
      var all: [Saying: [Probe.Request]] = [:]
      for request in requests {
        for name in Set(request.query.map(\.name)).union([""]) {
          all[Saying(request, of: name), default: []].append(request)
        }
      }
      return all
    }
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
    // Whether a page belongs to its walk is seen of a marker only when the pages are read.
    let walked = operation.paging.isMarker ? [] : Set(walks.flatMap(\.requests))
    let others = (isAnybody ? exchanges.filter(\.isReading) : own)
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
    readings { $0.values(of: filter.name) == [PercentEncoding.normalized(filter.value)] }
  }

  /// What was asked with parameters, whatever their values were.
  func readings(with parameters: [String]) -> [Probe] {
    readings { request in parameters.allSatisfy { request.values(of: $0).count == 1 } }
  }

  /// What was asked for in an order.
  func readings(in order: Contract.Operation.Order) -> [Probe] { readings { $0.asks(order) } }

  /// What a rule about one parameter looks at: rows, whatever else was asked for, and a refusal only
  /// where nothing else in the request can be the reason.
  private func readings(where isAsked: (Probe.Request) -> Bool) -> [Probe] {
    own.filter { exchange in
      isAsked(exchange.request)
        && ([.granted, .bodyless].contains(exchange.standing) || documents(exchange.request))
    }.map { once($0.request) }
  }

  /// A page and what the same request brought in its place; two pages where nobody was refused so.
  var pageAgain: [Probe]? {
    own.first { exchange in
      exchange.standing == .answered && granted.contains(exchange.request.plainMeaning)
    }.flatMap { other in
      let page = own.first {
        $0.standing == .granted && $0.request.plainMeaning == other.request.plainMeaning
      }
      return page.map { [once($0.request), once(other.request)] }
    } ?? pageTwice
  }

  /// Two pages that the same request brought, one soon behind the other; nil where it was answered once.
  var pageTwice: [Probe]? {
    var last: [Probe.Request.Meaning: Int] = [:]
    var nearest: (gap: Int, walks: [RecordedWalk])?
    for (place, exchange) in own.enumerated() where exchange.standing == .granted {
      let meaning = exchange.request.plainMeaning
      defer { last[meaning] = place }
      guard let before = last[meaning], place - before < nearest?.gap ?? .max else { continue }
      let pages = [own[before], exchange].compactMap { RecordedWalk($0.request, operation) }
      if pages.count == 2 { nearest = (place - before, pages) }
    }
    return nearest?.walks.map { $0.probe(of: operation.id) }
  }

  func once(_ request: Probe.Request) -> Probe { Probe(operation: operation.id, first: request) }
}

extension RecordedExchange {
  /// Whether it reads a list in the name of the target's owner.
  fileprivate var isOwnReading: Bool { request.method == .get && request.credential == .own }

  /// Whether it reads a list in the name of somebody who may.
  fileprivate var isReading: Bool {
    isOwnReading
      || request.method == .get && request.credential == .other && standing == .granted
  }
}
