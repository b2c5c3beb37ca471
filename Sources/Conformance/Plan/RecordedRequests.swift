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
  fileprivate var opening: Request {
    switch course {
    case .once: first
    case .offsetWalk(let limit, _, _):
      first.adding(Parameter("limit", "\(limit)"), Parameter("offset", "0"))
    case .markerWalk(let limit, _): first.adding(Parameter("limit", "\(limit)"))
    }
  }
}

extension Planning {
  /// The probes that a recording can answer; all of them where none can, or without a recording.
  func available(_ probes: [Probe]) -> [Probe] {
    RecordedRequests.available(probes, in: recorded)
  }

  /// The request that shows whether we are let in: the plain one, or the first that was recorded.
  var entrance: Probe {
    available([door] + recordedReadings).first ?? door
  }

  /// Where the contradictions of the documentation are looked for.
  var sample: [Probe] { recorded == nil ? [wholeList] : readings }

  /// The recorded requests of the operation whose parameters are documented.
  var recordedReadings: [Probe] {
    recordedRequests.map { once($0.ordered(like: operation.parameterOrder)) }
  }

  /// The limits of recorded walks from the first row on, the largest first; none without a recording.
  func recordedLimits(under filter: Probe.Parameter? = nil) -> [Int] {
    let limits = recordedRequests.compactMap { request -> Int? in
      var rest = request.query
      rest.removeAll { $0.name == "offset" && $0.value == "0" || $0 == filter }
      guard rest.count == 1, rest[0].name == "limit", let limit = Int(rest[0].value),
        filter.map(request.query.contains) ?? true
      else { return nil }
      return (1...largestLimit).contains(limit) ? limit : nil
    }
    return Set(limits).sorted(by: >)
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
