// SPDX-License-Identifier: Apache-2.0
// Every case that will be judged, made from specs and facts before the first byte is sent.

public import Contract

/// The cases of a run, in the order of the catalogue and of the checks.
public struct Plan: Sendable {
  public let operations: [Contract.Operation]
  public let facts: TargetFacts
  public let cases: [Case]
  /// The allow-listed operations that the target claims to have.
  let claimedOperations: Set<String>
  /// The plain request of each operation, keyed by its id.
  let baselineRequests: [String: Probe]
  /// The probes that the cases of each operation name; those that are skipped ask nothing.
  private let probesByOperation: [String: [Probe]]
  private let recorded: RecordedRequests?

  /// Plans every check for every operation.
  ///
  /// - Parameter recorded: What a recording holds that was not made from a plan; the plan is then cut
  ///   to it where a rule speaks of any answer there is.
  public init(
    for operations: [Contract.Operation],
    against facts: TargetFacts,
    checks: [Check] = Check.all,
    selection: Selection = Selection(),
    recorded: RecordedRequests? = nil
  ) {
    self.operations = operations
    self.facts = facts
    claimedOperations = selection.claimedOperations
    let plannings = operations.map {
      PlanningContext($0, facts: facts, isThorough: selection.isThorough, recorded: recorded)
    }
    cases = plannings.flatMap { planning in
      checks.flatMap { $0.cases(planning, $0) }.filter(selection.includes)
        .map { selection.marking($0, facts) }
    }
    probesByOperation = Self.probes(of: cases)
    baselineRequests = Dictionary(
      uniqueKeysWithValues: plannings.map { ($0.operation.id, $0.entrance) })
    self.recorded = recorded
  }

  /// The probes that one case needs to see answered.
  public func probes(of planned: Case) -> [Probe] {
    switch planned.asks {
    case .probes(let probes): probes
    case .everything:
      RecordedRequests.available(probesByOperation[planned.operation] ?? [], in: recorded)
    case .nothing: []
    }
  }

  /// Every probe of the plan, once, the baseline requests first.
  public var probes: [Probe] {
    var seen: Set<Probe> = []
    let own = operations.flatMap { operation in
      (probesByOperation[operation.id].map { [baselineRequests[operation.id]!] + $0 }) ?? []
    }
    return own.filter { seen.insert($0).inserted }
  }

  private static func probes(of cases: [Case]) -> [String: [Probe]] {
    var probes: [String: [Probe]] = [:]
    var seen: Set<Probe> = []
    for planned in cases where planned.skipReason == nil {
      guard case .probes(let own) = planned.asks else { continue }
      probes[planned.operation, default: []] += own.filter { seen.insert($0).inserted }
    }
    return probes
  }
}
