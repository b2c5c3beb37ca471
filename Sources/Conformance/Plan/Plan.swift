// SPDX-License-Identifier: Apache-2.0
// Every case that will be judged, made from specs and facts before the first byte is sent.

public import Contract
import Wire

/// The cases of a run, in the order of the catalogue and of the checks.
public struct Plan: Sendable {
  public let operations: [Contract.Operation]
  public let facts: TargetFacts
  public let cases: [Case]
  /// The allow-listed operations that the target claims to have.
  let claimedOperations: Set<String>
  /// Whether other operations are asked elsewhere.
  let isPart: Bool
  /// What a recording holds that was not made from a plan.
  let recorded: RecordedRequests?
  /// The plain request of each operation, keyed by its id.
  let baselineRequests: [String: Probe]
  /// Every probe of the plan, once, each operation's baseline request before its others.
  public let probes: [Probe]
  /// The numbers of the probes that each case needs, by the places of the cases.
  let probeNumbers: [ProbeList]
  /// The numbers of the probes whose rows some quirk looks at.
  let observedProbes: Set<Int>

  /// Plans every check for every operation.
  ///
  /// - Parameters:
  ///   - recorded: What a recording holds that was not made from a plan; the plan is then cut to it
  ///     where a rule speaks of any answer there is.
  ///   - asking: What cases that hold for any answer ask in place of everything, by their ids.
  public init(
    for operations: [Contract.Operation], against facts: TargetFacts, checks: [Check] = Check.all,
    selection: Selection = Selection(),
    recorded: RecordedRequests? = nil, asking: [String: [Probe]] = [:]
  ) {
    self.operations = operations
    self.facts = facts
    self.recorded = recorded
    claimedOperations = selection.claimedOperations
    isPart = selection.isPart
    let plannings = operations.map {
      PlanningContext(
        $0, facts: facts, isThorough: selection.isThorough, pages: selection.pages,
        budget: selection.budgets[$0.id], recorded: recorded, siblings: operations)
    }
    let wanted = plannings.filter { selection.mayInclude(operation: $0.operation.id) }
    let all = wanted.flatMap { planning in
      checks.flatMap { $0.cases(planning, $0) }.filter { !selection.skips($0) }
        .map { selection.marking($0, facts, recorded) }
    }
    cases = all.filter(selection.includes).map { planned in
      asking[planned.id].map(planned.asking) ?? planned
    }
    let index = ProbeIndex(
      cases, beside: all.count == cases.count ? [] : all.filter { !selection.includes($0) },
      plannings)
    (probes, probeNumbers) = (index.probes, index.lists)
    baselineRequests = Dictionary(
      uniqueKeysWithValues: plannings.map { ($0.operation.id, $0.entrance) })
    // By what is asked first: probes that begin alike share answers, and any may be the first to ask.
    let observing = zip(cases, index.lists).filter { $0.0.level == .quirks }.flatMap(\.1.numbers)
    let pagings = Dictionary(uniqueKeysWithValues: operations.map { ($0.id, $0.paging) })
    let starts = index.probes.map { probe in pagings[probe.operation].map(probe.opening) }
    let openings = Set(observing.map { starts[$0] })
    observedProbes = Set(index.probes.indices.filter { openings.contains(starts[$0]) })
  }

  /// The plain request of an operation, which is sent before all others; nil if it is not asked.
  public func baselineRequest(of operation: String) -> Probe.Request? {
    baselineRequests[operation]?.first
  }

  /// The probes that one case needs to see answered.
  public func probes(of planned: Case) -> [Probe] {
    guard let place = cases.firstIndex(where: { $0.id == planned.id }) else { return [] }
    return probeNumbers[place].numbers.map { probes[$0] }
  }
}

/// The numbers of some probes; many cases share one list.
final class ProbeList: Sendable {
  let numbers: [Int]

  init(_ numbers: [Int]) { self.numbers = numbers }
}

/// Numbers the probes of all cases, so that each is compared once and not in every case.
private struct ProbeIndex {
  private(set) var probes: [Probe] = []
  private(set) var lists: [ProbeList] = []
  private var numbers: [Probe: Int] = [:]
  /// The lists that many cases share, by where they lie in memory.
  private var shared: [UnsafeRawPointer: ProbeList] = [:]
  /// What is asked of each operation first.
  private let entrances: [String: Probe]

  /// - Parameter others: Cases that are not wanted; what holds for any answer is looked for in theirs
  ///   as well, so that a case by itself says what it says beside all others.
  init(_ cases: [Case], beside others: [Case], _ plannings: [PlanningContext]) {
    lists = Array(repeating: ProbeList([]), count: cases.count)
    entrances = Dictionary(uniqueKeysWithValues: plannings.map { ($0.operation.id, $0.entrance) })
    for planning in plannings {
      let own = cases.indices.filter { cases[$0].operation == planning.operation.id }
      let asked = own.filter { cases[$0].isAsked }
      let looksAtAll = own.contains {
        cases[$0].asks == .everything && cases[$0].skipReason == nil
      }
      guard !asked.isEmpty || looksAtAll || planning.recorded != nil else { continue }
      _ = number(planning.entrance)
      for place in asked { lists[place] = list(cases[place], planning) }
      guard looksAtAll || own.contains(where: { cases[$0].asks == .readings }) else { continue }
      // A case of a requirement set looks at what the set asks, whatever later cases ask beside it; the
      // later ones, which look at what the others ask, come before these look at more.
      for isOutside in [true, false]
      where own.contains(where: { cases[$0].isOutside == isOutside }) {
        let isSeen = { (planned: Case) in isOutside || !planned.isOutside }
        let askers = asked.filter { isSeen(cases[$0]) }
        let (readings, everything) = looks(
          at: askers, readsList: askers.contains { cases[$0].asks == .readings },
          beside: others.filter { $0.operation == planning.operation.id && isSeen($0) }, planning)
        for place in own where cases[place].isOutside == isOutside {
          switch cases[place].asks {
          case .everything: lists[place] = everything
          case .readings where cases[place].isAsked: lists[place] = readings
          case .readings, .probes, .nothing: continue
          }
        }
      }
    }
  }

  /// What cases look at that hold for any reading of the list, and for any answer.
  ///
  /// - Parameters:
  ///   - askers: The wanted cases that say what they ask.
  ///   - readsList: Whether one of them looks at any reading.
  ///   - others: Those that are not wanted.
  private mutating func looks(
    at askers: [Int], readsList: Bool, beside others: [Case], _ planning: PlanningContext
  ) -> (readings: ProbeList, everything: ProbeList) {
    if let recorded = planning.recorded {
      return (
        ProbeList(planning.anyReadings.map { number($0) }),
        ProbeList(recorded.everything.map { number($0) })
      )
    }
    let (asked, more) = (answers(of: askers, planning), others.flatMap(\.probes))
    // Whatever gets a number is sent, so that nothing gets one that no case looks at.
    guard readsList || askers.isEmpty else { return (ProbeList([]), ProbeList(asked)) }
    var readings = planning.anyReadings.map { number($0) }
    readings += asked.filter { planning.isDocumented(probes[$0]) }
    readings = numbers(of: more.filter(planning.isDocumented), behind: readings, planning)
    // Bad input is sent only where a case that sends it is wanted, or none but those of any answer.
    let everything =
      askers.isEmpty
      ? numbers(of: more, behind: readings, planning) : (asked + readings).distinct
    return (ProbeList(readings), ProbeList(everything))
  }

  /// What some cases ask of the operation, each probe once; what a case asks of another operation is
  /// judged by that one's cases.
  private func answers(of askers: [Int], _ planning: PlanningContext) -> [Int] {
    askers.flatMap { lists[$0].numbers }.distinct
      .filter { probes[$0].operation == planning.operation.id }
  }

  /// Those numbers, and behind them those of other probes of the operation.
  private mutating func numbers(
    of others: [Probe], behind known: [Int], _ planning: PlanningContext
  ) -> [Int] {
    let own = others.filter { $0.operation == planning.operation.id }
    return (known + own.map { number($0) }).distinct
  }

  private mutating func list(_ planned: Case, _ planning: PlanningContext) -> ProbeList {
    let own: [Probe]
    switch planned.asks {
    case .probes(let probes): own = probes
    case .readings: own = planning.anyReadings
    case .everything, .nothing: return ProbeList([])
    }
    let place = own.withUnsafeBytes { $0.baseAddress }
    if let place, let list = shared[place] { return list }
    let list = ProbeList(
      own.map { probe in
        if let entrance = entrances[probe.operation] { _ = number(entrance) }
        return number(probe)
      })
    if let place { shared[place] = list }
    return list
  }

  private mutating func number(_ probe: Probe) -> Int {
    if let number = numbers[probe] { return number }
    numbers[probe] = probes.count
    probes.append(probe)
    return probes.count - 1
  }
}

extension Case {
  /// The case with no more than that to look at.
  fileprivate func asking(_ probes: [Probe]) -> Case {
    var planned = self
    planned.asks = .probes(probes)
    return planned
  }

  /// The probes that it names, if they are sent.
  fileprivate var probes: [Probe] {
    if case .probes(let probes) = asks, skipReason == nil { probes } else { [] }
  }

  /// Whether the case names requests that are sent.
  fileprivate var isAsked: Bool {
    switch asks {
    case .probes, .readings: skipReason == nil
    case .everything, .nothing: false
    }
  }
}
