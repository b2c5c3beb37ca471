// SPDX-License-Identifier: Apache-2.0
// From the hypotheses that no row breaks to what is worth stating.

import Conformance
import Contract

/// What is left of the hypotheses about one operation: put together, and without what it states itself.
struct Survivors {
  private let operation: Contract.Operation
  private let tried: [Trial]
  private let least: Int

  init(of operation: Contract.Operation, _ tried: [Trial], _ least: Int) {
    (self.operation, self.tried, self.least) = (operation, tried, least)
  }

  var invariants: [Invariant] {
    (plain + sums + counts + ofStates + nearly).filter { !operation.states($0) }
  }

  private func invariant(_ kind: Relation.Kind, _ support: Int) -> Invariant {
    Invariant(operation: operation.id, statement: .relation(kind), support: support)
  }

  /// What is stated as it was tried.
  private var plain: [Invariant] {
    tried.filter { trial in
      switch trial.kind {
      case .unique, .echo, .notNegative, .atMost, .notBefore: trial.holds && trial.support >= least
      // One object is one value for each of its members, however often it is asked for.
      case .row: trial.holds
      case .sum, .counts, .zeroTimeWhileUnfinished, .zeroTimeUntilFinished, .told, .code: false
      }
    }.map { invariant($0.kind, $0.support) }
  }

  /// A sum that holds with more parts is stated with them: the others are always 0.
  private var sums: [Invariant] {
    let held = tried.compactMap { trial -> (field: String, parts: Set<String>, trial: Trial)? in
      guard case .sum(let field, let parts) = trial.kind, trial.holds, trial.support >= least else {
        return nil
      }
      return (field, Set(parts), trial)
    }
    return held.filter { sum in
      !held.contains { $0.field == sum.field && $0.parts.isStrictSuperset(of: sum.parts) }
    }.map { invariant($0.trial.kind, $0.trial.support) }
  }

  /// A counter that is 0 or 1 may agree with more than one list of words by chance.
  private var counts: [Invariant] {
    let held = tried.compactMap { trial -> (field: String, list: String, trial: Trial)? in
      guard case .counts(let field, let list, _, _, _) = trial.kind, trial.holds else { return nil }
      return (field, list, trial)
    }
    return held.filter { count in
      held.count { $0.field == count.field && $0.list == count.list } == 1
    }.map { invariant($0.trial.kind, $0.trial.support) }
  }

  /// What goes with some words of a state, and not with others.
  private var ofStates: [Invariant] {
    Dictionary(grouping: tried) { StateGroup($0.kind) }
      .compactMap { group, trials in group.flatMap { invariant(of: $0, trials) } }
      .sorted { $0.literal < $1.literal }
  }

  private func invariant(of group: StateGroup, _ trials: [Trial]) -> Invariant? {
    let held = trials.filter(\.holds)
    let words = held.flatMap(\.kind.stateWords)
    let support = held.reduce(0) { $0 + $1.support }
    guard support >= least, !words.isEmpty else { return nil }
    switch group.form {
    case .zeroTime:
      guard trials.contains(where: \.fails) else { return nil }
      return invariant(
        .zeroTimeWhileUnfinished(field: group.field, state: group.state, final: words), support)
    case .noTime:
      guard trials.contains(where: \.fails) else { return nil }
      return invariant(
        .zeroTimeUntilFinished(field: group.field, state: group.state, unfinished: words), support)
    case .told:
      guard trials.contains(where: \.fails) else { return nil }
      return invariant(.told(field: group.field, state: group.state, words: words), support)
    case .code:
      let codes = held.reduce(into: [String: Int]()) { codes, trial in
        if case .code(_, _, let one) = trial.kind { codes.merge(one) { $1 } }
      }
      let seen = Set(trials.filter { $0.support > 0 }.flatMap(\.kind.stateWords))
      guard seen.isSubset(of: codes.keys), Set(codes.values).count > 1 else { return nil }
      return invariant(.code(field: group.field, follows: group.state, codes: codes), support)
    }
  }

  /// What all but one of a hundred values show, or fewer.
  private var nearly: [Invariant] {
    tried.compactMap { trial in
      switch trial.kind {
      case .unique, .echo, .notNegative, .atMost, .notBefore: break
      default: return nil
      }
      guard trial.fails, trial.exceptions * 100 <= trial.support,
        let first = trial.result.findings.first
      else { return nil }
      var nearly = invariant(trial.kind, trial.support - trial.exceptions)
      nearly.exceptions = trial.exceptions
      nearly.counterexample =
        "\(first.pointer.map { "\($0) is " } ?? "")\(first.received), not \(first.expected)"
      return nearly
    }
  }
}

/// Hypotheses that differ by nothing but the words that they speak of.
private struct StateGroup: Hashable {
  enum Form { case zeroTime, noTime, told, code }

  var form: Form
  var field: String
  var state: String

  init?(_ kind: Relation.Kind) {
    switch kind {
    case .zeroTimeWhileUnfinished(let field, let state, _):
      (form, self.field, self.state) = (.zeroTime, field, state)
    case .zeroTimeUntilFinished(let field, let state, _):
      (form, self.field, self.state) = (.noTime, field, state)
    case .told(let field, let state, _): (form, self.field, self.state) = (.told, field, state)
    case .code(let field, let state, _): (form, self.field, self.state) = (.code, field, state)
    case .unique, .echo, .notNegative, .atMost, .notBefore, .sum, .counts, .row: return nil
    }
  }
}

extension Relation.Kind {
  /// The words of a state that a relation speaks of.
  fileprivate var stateWords: [String] {
    switch self {
    case .zeroTimeWhileUnfinished(_, _, let words), .zeroTimeUntilFinished(_, _, let words),
      .told(_, _, let words), .counts(_, _, _, _, let words):
      words
    case .code(_, _, let codes): codes.keys.sorted()
    case .unique, .echo, .notNegative, .atMost, .notBefore, .sum, .row: []
    }
  }

  /// Whether another relation says the same, of these words or of more.
  ///
  /// Words that a literal lists and no row has say nothing else.
  fileprivate func isImplied(by other: Self) -> Bool {
    withoutWords == other.withoutWords && Set(other.stateWords).isSuperset(of: stateWords)
  }

  /// The same without the words.
  private var withoutWords: Self {
    switch self {
    case .zeroTimeWhileUnfinished(let field, let state, _):
      .zeroTimeWhileUnfinished(field: field, state: state, final: [])
    case .zeroTimeUntilFinished(let field, let state, _):
      .zeroTimeUntilFinished(field: field, state: state, unfinished: [])
    case .told(let field, let state, _): .told(field: field, state: state, words: [])
    case .counts(let field, let list, let name, let state, _):
      .counts(field: field, in: list, parameter: name, state: state, words: [])
    case .code(let field, let state, _): .code(field: field, follows: state, codes: [:])
    case .sum(let field, let parts): .sum(field: field, of: parts.sorted())
    case .unique, .echo, .notNegative, .atMost, .notBefore, .row: self
    }
  }
}

extension Contract.Operation {
  /// Whether a relation or the type of a field says as much already.
  package func states(_ invariant: Invariant) -> Bool {
    guard case .relation(let kind) = invariant.statement else { return false }
    if case .notNegative(let field) = kind, let type = rowField(field)?.type,
      case .integer(let range?, _) = type, range.lowerBound >= 0
    {
      return true
    }
    return relations.contains { kind.isImplied(by: $0.kind) }
  }
}

extension Invariant {
  /// Whether another one that holds says as much.
  package func isImplied(by other: Invariant) -> Bool {
    guard operation == other.operation, other.exceptions == 0 else { return false }
    if case .relation(let own) = statement, case .relation(let kind) = other.statement {
      return own.isImplied(by: kind)
    }
    return statement == other.statement
  }
}
