// SPDX-License-Identifier: Apache-2.0
// How a probe goes on: which request follows an answer, and when the walk is over.

import Contract
import Wire

/// The state of one walk over a list: a pure function from the last answer to the next request.
struct Walk {
  let probe: Probe
  let paging: Paging
  private var pages = 0
  private var seen = FingerprintSet()
  private var markers: Set<String> = []
  private var hasJumped = false
  /// How many of the recorded pages behind the first one were read or passed over.
  private var passed = 0

  enum Step {
    case ask(Probe.Request)
    case end(Transcript.Ending)
  }

  init(_ probe: Probe, paging: Paging) {
    self.probe = probe
    self.paging = paging
  }

  var first: Probe.Request { probe.opening(paging) }

  /// What follows an answer.
  mutating func step(after reading: Reading) -> Step {
    if case .once = probe.traversal { return .end(.complete) }
    if case .behindEnd(let limit, let position) = probe.traversal {
      return behindStep(reading, limit: limit, from: position)
    }
    pages += 1
    guard let page = ListPage(reading, number: pages, paging: paging), let rows = page.rowCount
    else { return .end(.stuck) }
    var isNew = false
    let identities = page.identities
    for row in identities.indices where seen.insert(identities.fingerprint(row)) {
      isNew = true
    }
    switch probe.traversal {
    case .once, .behindEnd: return .end(.complete)
    case .offsetWalk(let limit, let most, let beyondEnd):
      if !beyondEnd, rows < limit, isTold(page) {
        return .end(.complete)
      }
      return offsetStep(page, rows, isNew: isNew, limit: limit, most: most)
    case .markerWalk(let limit, let most):
      return markerStep(page, isNew: isNew, limit: limit, most: most)
    case .linkWalk(_, let most):
      return linkStep(page, isNew: isNew, most: most)
    case .learned(let learning):
      return learnedStep(page, rows, learning)
    case .recorded(let limit, let others):
      return recordedStep(page, rows, isFull: rows >= limit, others)
    }
  }

  /// Whether so many rows were seen as the page counts; where nothing counts them, a short page is the
  /// last.
  private func isTold(_ page: ListPage) -> Bool {
    paging.total == .untold || seen.count == page.total.map(Int.init(clamping:))
  }

  /// The page behind all rows that the first one counts; none where no number of 64 bits is behind them.
  private mutating func behindStep(_ first: Reading, limit: Int, from least: Int) -> Step {
    pages += 1
    guard pages == 1 else { return .end(.complete) }
    let total = Int(clamping: ListPage(first, number: 1, paging: paging)?.total ?? 0)
    guard total <= .max - limit else { return .end(.complete) }
    let pagesBefore = max(0, total - 1) / limit + 1
    let position = paging.position(behind: pagesBefore * limit, size: limit) ?? 0
    return .ask(
      probe.first.adding(
        .init(paging.size, "\(limit)"), .init(paging.position, "\(max(least, position))")))
  }

  /// What filters keep by values that rows have.
  private func learnedStep(_ page: ListPage, _ count: Int, _ learning: Learning) -> Step {
    guard pages == 1 else {
      let isRead =
        paging.isMarker
        ? page.nextMarker == nil
        : count < learning.size ?? learning.limit || Int64(count) == page.total
      return .end(isRead ? .complete : .cut(tail: false))
    }
    guard let parameters = learning.parameters(from: page) else { return .end(.complete) }
    var next = probe.first
    next.query += parameters
    return .ask(next.page(paging, behind: learning.skipped, size: learning.size ?? learning.limit))
  }

  /// The next page that was recorded; behind the last one, whether the list was read to its end.
  private mutating func recordedStep(
    _ page: ListPage, _ count: Int, isFull: Bool, _ others: [Probe.Request]
  ) -> Step {
    if let marker = page.nextMarker, !markers.insert(marker).inserted { return .end(.circular) }
    if let next = others[passed...].firstIndex(where: { $0.follows(page) }) {
      passed = next + 1
      return .ask(others[next])
    }
    guard probe.first.startsList(paging) else { return .end(.cut(tail: false)) }
    let isRead =
      paging.isMarker
      ? page.nextMarker == nil : !isFull || seen.count == page.total.map(Int.init(clamping:))
    return .end(isRead ? .complete : .cut(tail: false))
  }

  private mutating func offsetStep(
    _ page: ListPage, _ count: Int, isNew: Bool, limit: Int, most: Int
  ) -> Step {
    if hasJumped { return .end(.cut(tail: true)) }
    if count == 0 { return .end(.complete) }
    let next = pages * limit
    let total = Int(clamping: page.total ?? 0)
    if !isNew, next >= total { return .end(.circular) }
    guard let offset = Self.offset(behind: pages, limit: limit, most: most, total: total) else {
      return .end(total > 0 && seen.count >= total ? .complete : .cut(tail: false))
    }
    hasJumped = offset > next
    return .ask(request(offset: offset, limit: limit))
  }

  /// The offset behind so many pages: the next one, or the last page of a list that is longer than
  /// the walk goes; nil where there is none that could be known.
  static func offset(behind pages: Int, limit: Int, most: Int, total: Int) -> Int? {
    let next = pages * limit
    guard pages >= most else { return next }
    let last = (max(1, total) - 1) / limit * limit
    return last >= next ? last : nil
  }

  private mutating func markerStep(_ page: ListPage, isNew: Bool, limit: Int, most: Int) -> Step {
    guard let marker = page.nextMarker else { return .end(.complete) }
    guard markers.insert(marker).inserted, isNew || page.rowCount == 0 && pages < 3 else {
      return .end(.circular)
    }
    guard pages < most else { return .end(.cut(tail: false)) }
    return .ask(
      probe.first.page(paging, behind: 0, size: limit).adding(.init(paging.position, marker)))
  }

  private mutating func linkStep(_ page: ListPage, isNew: Bool, most: Int) -> Step {
    guard case .request(let next) = page.nextLink else { return .end(.complete) }
    guard markers.insert(next.target).inserted, isNew, next.target != first.target else {
      return .end(.circular)
    }
    guard pages < most else { return .end(.cut(tail: false)) }
    return .ask(next)
  }

  private func request(offset: Int, limit: Int) -> Probe.Request {
    probe.first.page(paging, behind: offset, size: limit)
  }
}

extension Probe.Request {
  /// Whether it asks for what stands behind the page; an offset does that by itself.
  fileprivate func follows(_ page: ListPage) -> Bool {
    guard page.paging.isMarker else { return true }
    let marker = query.first { $0.name == page.paging.position }?.value
    return page.nextMarker != nil && marker.flatMap(PercentEncoding.decode) == page.nextMarker
  }
}
