// SPDX-License-Identifier: Apache-2.0
// Holds what two sides said beside each other, and says of each difference what it is about.

public import Conformance

/// Two servers, recordings or reports beside each other, difference by difference.
///
/// Both sides are asked in turns, each twice where that can be done. What differs counts only if
/// neither side differs from itself, since a state that only moves on cannot look so.
public struct Comparison: Sendable {
  public var sides: (first: Side, second: Side)
  /// The gravest sort first, operations in the order of the alphabet.
  public private(set) var differences: [Difference] = []
  /// The ids of cases that only one side, or neither, could be judged by; sorted.
  public private(set) var uncompared: [String] = []
  /// What a reader must know, one sentence each.
  public private(set) var notices: [String] = []

  /// Who was asked, and what came of it.
  public struct Side: Sendable {
    /// As a person named it.
    public var name: String
    /// The endpoint, or what else the answers are from.
    public var place: String
    /// How it is asked once more; nil for a report.
    public var facts: TargetFacts?
    /// One, or two where it could be asked twice.
    public var askings: [Asking]

    public init(name: String, place: String, facts: TargetFacts? = nil, askings: [Asking]) {
      (self.name, self.place, self.facts, self.askings) = (name, place, facts, askings)
    }
  }

  /// - Parameters:
  ///   - again: The words of a command line that compares the two once more, up to a case's id.
  public init(_ first: Side, _ second: Side, again: String) {
    sides = (first, second)
    let verdicts = verdictDifferences(again)
    let traits = TraitComparison(first, second)
    let spoken = Set(
      verdicts.filter { $0.sort == .contract }.map { "\($0.operation) \($0.place)" })
    let explained = Set(
      (first.askings + second.askings).flatMap { $0.standings.values }
        .filter { !$0.faults.isEmpty }
        .flatMap { standing in
          standing.faults.compactMap(\.pattern).map { "\(standing.operation) \($0)" }
        })
    let others = (traits?.differences ?? noteDifferences(again)).filter {
      !explained.contains("\($0.operation) \($0.place)") && !spoken.contains($0.place)
    }
    notices =
      zip(["A", "B"], [first, second]).compactMap { name, side in
        side.askings.compactMap(\.obstacle).first.map { "\(name) was \($0)" }
      } + (traits?.notices ?? ["of a report only verdicts and notes can be compared"])
    differences = (verdicts + others).enumerated().sorted {
      let (one, other) = ($0.element, $1.element)
      return (one.sort.rank, one.operation, $0.offset) < (
        other.sort.rank, other.operation, $1.offset
      )
    }.map(\.element)
  }

  public func differences(_ sort: Difference.Sort) -> [Difference] {
    differences.filter { $0.sort == sort }
  }

  /// Failed if the sides keep the contract unlike, then what kept a side from being asked, then what
  /// could not be compared.
  ///
  /// - Parameter strict: Takes every difference but noise as failed.
  public func exit(strict: Bool) -> ExitCode {
    let codes = (sides.first.askings + sides.second.askings).map(\.exit)
    if codes.contains(.interrupted) { return .interrupted }
    let counted = differences.contains { $0.sort == .contract || strict && $0.sort != .noise }
    if counted { return .failed }
    if codes.contains(.unreachable) { return .unreachable }
    return codes.contains(.unasserted) || !uncompared.isEmpty ? .unasserted : .passed
  }
}

extension Comparison {
  private typealias Told = (first: [Asking.Standing], second: [Asking.Standing])

  private mutating func verdictDifferences(_ again: String) -> [Difference] {
    let all = sides.first.askings + sides.second.askings
    let ids = Set(all.flatMap(\.standings.keys)).sorted()
    let cases = ids.compactMap { id -> Difference? in
      let told: Told = (
        sides.first.askings.compactMap { $0.standings[id] },
        sides.second.askings.compactMap { $0.standings[id] }
      )
      guard told.first + told.second != [], !(told.first + told.second)[0].isOfQuirk else {
        return nil
      }
      guard let one = told.first.first, let other = told.second.first,
        one.isAsserted, other.isAsserted, (told.first + told.second).allSatisfy(\.isAsserted)
      else {
        // Where neither side can be judged there is nothing that one of them could do otherwise.
        if (told.first + told.second).contains(where: \.isAsserted) { uncompared.append(id) }
        return nil
      }
      return difference(id, told, one, other, again)
    }
    let quirks = Set(all.flatMap(\.quirks.keys)).sorted()
    return cases + quirks.compactMap { quirkDifference($0, again) }
  }

  private func difference(
    _ id: String, _ told: Told, _ one: Asking.Standing, _ other: Asking.Standing, _ again: String
  ) -> Difference? {
    guard one != other else { return nil }
    let isStable = Set(told.first).count == 1 && Set(told.second).count == 1
    let worse = one.outcome == .passed ? other : one.faults.isEmpty ? other : one
    return Difference(
      !isStable ? .noise : one.isOfTime ? .unspoken : .contract, one.isOfTime ? .time : .verdict,
      one.operation, id, one.told, other.told, repeatLines: [worse.repeatLine ?? "\(again) \(id)"])
  }

  private func quirkDifference(_ key: String, _ again: String) -> Difference? {
    let told = [sides.first, sides.second].map { Set($0.askings.compactMap { $0.quirks[key] }) }
    guard let one = told[0].min(), let other = told[1].min(), told[0] != told[1],
      ![one, other].contains(QuirkResult.Outcome.notObserved.rawValue)
    else { return nil }
    let isStable = told.allSatisfy { $0.count == 1 }
    let (operation, name) = (key.prefix { $0 != " " }, key.drop { $0 != " " }.dropFirst())
    return Difference(
      isStable ? .quirk : .noise, .quirk, String(operation), String(name), one, other,
      repeatLines: ["\(again) \(operation).quirks"])
  }

  /// What reports note of one side only, where nothing else is left of the answers.
  private func noteDifferences(_ again: String) -> [Difference] {
    let (before, after) = (sides.first.askings[0].standings, sides.second.askings[0].standings)
    return before.keys.sorted().flatMap { id -> [Difference] in
      guard let one = before[id], let other = after[id], !one.isOfQuirk else { return [] }
      return one.notes.symmetricDifference(other.notes)
        .sorted { ($0.rule, $0.pattern ?? "") < ($1.rule, $1.pattern ?? "") }
        .map { note in
          let words = ["\(note.rule) is noted", "\(note.rule) is not noted"]
          let isFirst = one.notes.contains(note)
          return Difference(
            .unspoken, .note, one.operation, note.pattern ?? id, words[isFirst ? 0 : 1],
            words[isFirst ? 1 : 0], repeatLines: ["\(again) \(id)"])
        }
    }
  }
}

extension Difference.Sort {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
