// SPDX-License-Identifier: Apache-2.0
// Which cases a person wants to see judged, and why the others are skipped.

public import Contract
import Wire

/// What a run is limited to.
public struct Selection: Sendable, Hashable {
  /// Prefixes of case ids, and levels; empty for all.
  public var only: [String]
  /// Prefixes of the ids of cases that are left out, and levels.
  public var skip: [String]
  /// The levels that are claimed; cases of others are skipped and say so.
  public var claims: Set<Level>
  /// The ids of allow-listed operations that the target claims to have, so that a refusal counts.
  public var claimedOperations: Set<String>
  /// Walk with limit 1 as well, whatever it costs.
  public var isThorough: Bool
  /// How many pages of a list are read at most, at least 1; the largest `Int` for all.
  public var pages: Int
  /// Send methods other than GET.
  public var allowsUnsafeMethods: Bool
  /// How long answers may take.
  public var budgets: TimeBudgets
  /// The facts without which cases may be skipped; the want of any other is told as such.
  public var dispensable: Set<Fact>
  /// The only cases that count; nil for all.
  public var requirements: RequirementSet?
  /// Whether it is a shard's, so that other operations are asked elsewhere.
  public var isPart = false

  /// So many pages are read where nobody asks for more.
  public static let politePages = 100

  public init(
    only: [String] = [], skip: [String] = [], claims: Set<Level> = Set(Level.allCases),
    claimedOperations: Set<String> = [], isThorough: Bool = false, pages: Int = Self.politePages,
    allowsUnsafeMethods: Bool = false, budgets: TimeBudgets = TimeBudgets(),
    dispensable: Set<Fact> = [], requirements: RequirementSet? = nil
  ) {
    self.only = only
    self.skip = skip
    self.claims = claims
    self.claimedOperations = claimedOperations
    self.isThorough = isThorough
    self.pages = pages
    self.allowsUnsafeMethods = allowsUnsafeMethods
    self.budgets = budgets
    self.dispensable = dispensable
    self.requirements = requirements
  }

  /// The words of a command line that decide how much is asked for one case.
  public var options: [String] {
    let budgets =
      (self.budgets.general.map { ["\($0)s"] } ?? [])
      + self.budgets.own.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)s" }
    return (pages == Self.politePages ? [] : ["--pages", pages == .max ? "all" : "\(pages)"])
      + budgets.flatMap { ["--budget", $0] }
  }

  /// Whether a case of an operation may be wanted, so that none has to be made where none is.
  func mayInclude(operation: String) -> Bool {
    let beginning = operation + "."
    return only.isEmpty
      || only.contains { word in
        word.hasPrefix(beginning) || beginning.hasPrefix(word) || Level(rawValue: word) != nil
      }
  }

  /// Whether the case's id is wanted.
  func includes(_ planned: Case) -> Bool {
    (only.isEmpty || only.contains(where: planned.isMeant)) && !skips(planned)
  }

  /// Whether neither the case nor what it asks is wanted.
  func skips(_ planned: Case) -> Bool { skip.contains(where: planned.isMeant) }

  /// The case with the reason why it is not asked, if there is one.
  func marking(_ planned: Case, _ facts: TargetFacts, _ recorded: RecordedRequests?) -> Case {
    var planned = planned
    let own = planned.skipReason
    planned.skipReason =
      (planned.asks == .nothing ? own : nil) ?? reason(for: planned, facts, recorded) ?? own
    planned.bearsGaps = planned.bearsGaps || recorded != nil
    // How long answers may take is nobody's promise, but what a person asked for.
    planned.isOutside =
      planned.level != .timing && requirements.map { !$0.holds(planned.member) } ?? false
    return planned
  }

  private func reason(
    for planned: Case, _ facts: TargetFacts, _ recorded: RecordedRequests?
  ) -> SkipReason? {
    guard planned.level == .timing || claims.contains(planned.level) else {
      return .notApplicable("level \(planned.level.rawValue) not claimed")
    }
    if planned.needs.contains(where: { facts[$0] == nil }) {
      let missing = planned.needs.filter { facts[$0] == nil }
      return missing.isSubset(of: dispensable)
        ? .notApplicable("\(SkipReason.lack(of: missing)), which is allowed")
        : .notExercised(wanting: missing)
    }
    if !allowsUnsafeMethods, planned.isUnsafe(unlessIn: recorded) {
      return .notApplicable("other methods need --allow-unsafe-methods")
    }
    return nil
  }
}

extension Case {
  /// The case as a set of requirements knows it.
  public var member: RequirementSet.Member {
    RequirementSet.Member(id: id, rule: rule, operation: operation)
  }

  /// Whether a word means the case: a beginning of its id, or its level.
  public func isMeant(by word: String) -> Bool { id.hasPrefix(word) || level.rawValue == word }

  /// Whether the case sends a method other than GET, and it is not somebody else who has.
  fileprivate func isUnsafe(unlessIn recorded: RecordedRequests?) -> Bool {
    guard case .probes(let probes) = asks else { return false }
    return probes.contains { $0.first.method != .get && recorded?.hold($0.first) != true }
  }
}
