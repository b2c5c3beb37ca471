// SPDX-License-Identifier: Apache-2.0
// What somebody else asked and recorded, so that a plan can be cut to what there is.

import Contract
import Wire

/// The requests of a recording that was made by another program, for another purpose.
public struct RecordedRequests: Sendable {
  private let requests: [Probe.Request]
  private let meanings: Set<Probe.Request.Meaning>

  public init(_ requests: [Probe.Request]) {
    self.requests = requests
    meanings = Set(requests.map(\.meaning))
  }

  /// Whether the first request of a probe is there.
  func hold(_ probe: Probe) -> Bool {
    !meanings.isDisjoint(with: probe.opening.meanings)
  }

  /// Whether the request itself is there, and not only one that means the same.
  func hold(exactly request: Probe.Request) -> Bool { meanings.contains(request.meaning) }

  /// The probes that can be answered; all of them where none can, so that somebody says so.
  static func available(_ probes: [Probe], in recorded: RecordedRequests?) -> [Probe] {
    guard let recorded, case let held = probes.filter(recorded.hold), !held.isEmpty else {
      return probes
    }
    return held
  }

  /// The recorded requests for a list with documented parameters, each once.
  func requests(for operation: Contract.Operation, at path: String) -> [Probe.Request] {
    let path = PercentEncoding.normalized(path)
    let names = Set(operation.parameterOrder)
    var seen: Set<Probe.Request.Meaning> = []
    return requests.filter { request in
      request.method == .get && request.credential == .own
        && PercentEncoding.normalized(request.path) == path
        && request.query.allSatisfy { names.contains($0.name) }
        && seen.insert(request.meaning).inserted
    }
  }
}

extension Probe {
  /// The request that the probe begins with.
  var opening: Request {
    switch traversal {
    case .once: first
    case .offsetWalk(let limit, _, _):
      first.adding(Parameter("limit", "\(limit)"), Parameter("offset", "0"))
    case .markerWalk(let limit, _): first.adding(Parameter("limit", "\(limit)"))
    }
  }
}

extension PlanningContext {
  /// The probes that a recording can answer; all of them where none can, or without a recording.
  func available(_ probes: [Probe]) -> [Probe] {
    RecordedRequests.available(probes, in: recorded)
  }

  /// The request that shows whether we are let in: the plain one, or the first that was recorded.
  var entrance: Probe {
    available([baselineRequest] + recordedReadings).first ?? baselineRequest
  }

  /// Where the contradictions of the documentation are looked for.
  var sample: [Probe] { recorded == nil ? [wholeList] : readings }

  /// The recorded requests for the list, but for those that a walk begins with.
  var recordedReadings: [Probe] {
    recordedRequests.filter { !opensWalk($0) }
      .map { once($0.ordered(like: operation.parameterOrder)) }
  }

  /// The limits of recorded walks from the first row on, the largest first; none without a recording.
  func recordedLimits(under filter: Probe.Parameter? = nil) -> [Int] {
    let limits = recordedRequests.compactMap { request -> Int? in
      guard let start = WalkStart(request, filters: operation.filters), start.filter == filter,
        !start.isGlance(of: self)
      else { return nil }
      return (1...largestLimit).contains(start.limit) ? start.limit : nil
    }
    return Set(limits).sorted(by: >)
  }

  /// Whether a request without an offset stands for the first page of a walk, so that its answer is
  /// not looked at twice.
  private func opensWalk(_ request: Probe.Request) -> Bool {
    guard !operation.paging.isMarker, request.query.allSatisfy({ $0.name != "offset" }),
      let start = WalkStart(request, filters: operation.filters),
      recordedLimits(under: start.filter).contains(start.limit)
    else { return false }
    return recorded?.hold(exactly: request.adding(Probe.Parameter("offset", "0"))) == false
  }
}

/// A recorded request that a walk could begin with.
private struct WalkStart {
  let limit: Int
  let filter: Probe.Parameter?
  private let request: Probe.Request

  /// Nil unless there is one limit, at most one filter, and no offset but 0.
  init?(_ request: Probe.Request, filters: [Contract.Parameter]) {
    var rest = request.query.filter { !($0.name == "offset" && $0.value == "0") }
    guard let place = rest.firstIndex(where: { $0.name == "limit" }),
      let limit = Int(rest.remove(at: place).value), rest.count <= 1,
      rest.allSatisfy({ parameter in filters.contains { $0.name == parameter.name } })
    else { return nil }
    self.limit = limit
    self.request = request
    filter = rest.first
  }

  /// Whether the plan asks for it on its own.
  func isGlance(of planning: PlanningContext) -> Bool {
    !planning.operation.paging.isMarker
      && planning.glances.contains { $0.first.meaning == request.meaning }
  }
}

extension Contract.Operation {
  /// The documented parameters of the query in the order in which walks write them.
  fileprivate var parameterOrder: [String] {
    filters.map(\.name) + ["limit", "offset", "marker"]
  }
}

extension Probe.Request {
  /// The same request with the parameters of its query in the order of some names.
  fileprivate func ordered(like names: [String]) -> Self {
    var copy = self
    copy.query = names.flatMap { name in query.filter { $0.name == name } }
    return copy
  }
}
