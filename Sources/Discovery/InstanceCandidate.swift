// SPDX-License-Identifier: Apache-2.0
// What one container offers, which most APIs call an instance: the choice that lets most operations be judged, on most rows.

import Contract
import Wire

/// The best that can be made of one container.
struct InstanceCandidate {
  /// What was given, the container, and what was chosen in it.
  let facts: [Fact: String]
  let standing: Standing
  /// What was said while the container was looked into.
  var said: [String] = []
  private let groups: [String]
  private let profile: Profile
  private let sets: [CandidateSet]

  /// What a choice is worth; more lists with rows are worth most, then more lists at all.
  struct Standing: Comparable {
    /// How many lists have rows.
    var filled: Int
    /// How many lists can be asked.
    var found: Int
    var rows: Int

    static func < (left: Standing, right: Standing) -> Bool {
      (left.filled, left.found, left.rows) < (right.filled, right.found, right.rows)
    }
  }

  /// - Parameter groups: Those that the container lists, taken where no candidate names one.
  init(
    _ base: [Fact: String], _ sets: [CandidateSet], groups: [String], of profile: Profile
  ) {
    self.profile = profile
    let group = profile.fact(.group)
    let named = sets.flatMap(\.candidates).compactMap { $0.facts.group }.distinct
    let names = named.isEmpty ? groups : named
    let best = names.filter { name in sets.allSatisfy { $0.bears(name) } }.max {
      Self.standing(of: sets, in: $0) < Self.standing(of: sets, in: $1)
    }
    let own = best.flatMap { name in group.map { base.merging([$0: name]) { $1 } } } ?? base
    facts = sets.compactMap { $0.best(in: best)?.facts }
      .reduce(own) { facts, found in facts.merging(found) { known, _ in known } }
    standing = Self.standing(of: sets, in: best)
    self.groups = (named + groups).distinct
    self.sets = sets
  }

  private static func standing(of sets: [CandidateSet], in group: String?) -> Standing {
    let best = sets.compactMap { $0.best(in: group) }
    let rows = best.compactMap(\.rows).map { min($0, 1 << 48) }
    return Standing(
      filled: rows.count { $0 > 0 }, found: best.count, rows: rows.reduce(0, +))
  }

  private var group: String? { facts.group }

  /// The values of a fact that could have been chosen; containers are none of them.
  func options(_ fact: Fact) -> [Choice.Option] {
    guard fact.role == .group else {
      return sets.filter { $0.lists.contains { $0.names == fact } }
        .flatMap { $0.options(fact, in: group) }
    }
    let own = sets.filter { $0.operation.pathFacts.contains { $0.role == .group } }
    return groups.map { name in
      Choice.Option(value: name, rows: Self.standing(of: own, in: name).rows)
    }
  }

  /// What was not chosen although it has rows, since one group has to do for all lists.
  var remarks: [String] {
    guard let fact = profile.fact(.group) else { return [] }
    return sets.compactMap { candidateSet in
      guard candidateSet.best(in: group)?.rows ?? 0 == 0,
        let other = candidateSet.best(in: nil),
        let name = other.facts.group, name != group, let rows = other.rows, rows > 0
      else { return nil }
      return
        "\(candidateSet.operation.id) has \(rows.counted("row")) in \(fact.name.prefix { $0 != "_" }) \(name) and none in "
        + "\(group ?? ""); set \(profile.variable(of: fact)) to judge those instead"
    }
  }

  /// The operations whose chosen list is known to be empty.
  var emptyOperations: [String] {
    sets.filter { $0.best(in: group)?.rows == 0 }.map(\.operation.id)
  }
}
