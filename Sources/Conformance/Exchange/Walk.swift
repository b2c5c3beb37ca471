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

  enum Step {
    case ask(Probe.Request)
    case end(Transcript.Ending)
  }

  init(_ probe: Probe, paging: Paging) {
    self.probe = probe
    self.paging = paging
  }

  var first: Probe.Request {
    switch probe.traversal {
    case .once: probe.first
    case .offsetWalk(let limit, _, _): request(offset: 0, limit: limit)
    case .markerWalk(let limit, _): probe.first.adding(.init("limit", "\(limit)"))
    }
  }

  /// What follows an answer.
  mutating func step(after reading: Reading) -> Step {
    if case .once = probe.traversal { return .end(.complete) }
    pages += 1
    guard let page = ListPage(reading, number: pages, paging: paging), let rows = page.rowCount
    else {
      return .end(.stuck)
    }
    var isNew = false
    for row in page.identities.indices where seen.insert(page.identities.fingerprint(row)) {
      isNew = true
    }
    switch probe.traversal {
    case .once: return .end(.complete)
    case .offsetWalk(let limit, let most, let beyondEnd):
      if !beyondEnd, rows < limit, seen.count == page.total.map(Int.init(clamping:)) {
        return .end(.complete)
      }
      return offsetStep(page, rows, isNew: isNew, limit: limit, most: most)
    case .markerWalk(let limit, let most):
      return markerStep(page, isNew: isNew, limit: limit, most: most)
    }
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
    return .ask(probe.first.adding(.init("limit", "\(limit)"), .init("marker", marker)))
  }

  private func request(offset: Int, limit: Int) -> Probe.Request {
    probe.first.adding(.init("limit", "\(limit)"), .init("offset", "\(offset)"))
  }
}
