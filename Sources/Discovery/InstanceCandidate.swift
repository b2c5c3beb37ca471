// SPDX-License-Identifier: Apache-2.0
// What one instance offers: the choice that lets most operations be judged, on most rows.

import Contract
import Wire

/// The best that can be made of one instance.
struct InstanceCandidate {
  /// What was given, the instance, and what was chosen in it.
  let facts: [Fact: String]
  let standing: Standing
  /// What was said while the instance was looked into.
  var said: [String] = []
  private let namespaces: [String]
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

  /// - Parameter namespaces: Those that the instance lists, taken where no candidate names one.
  init(_ base: [Fact: String], _ sets: [CandidateSet], namespaces: [String]) {
    let named = sets.flatMap(\.candidates).compactMap { $0.facts[.namespaceName] }.distinct
    let names = named.isEmpty ? namespaces : named
    let best = names.filter { name in sets.allSatisfy { $0.bears(name) } }.max {
      Self.standing(of: sets, in: $0) < Self.standing(of: sets, in: $1)
    }
    let own = best.map { base.merging([.namespaceName: $0]) { $1 } } ?? base
    facts = sets.compactMap { $0.best(in: best)?.facts }
      .reduce(own) { facts, found in facts.merging(found) { known, _ in known } }
    standing = Self.standing(of: sets, in: best)
    self.namespaces = (named + namespaces).distinct
    self.sets = sets
  }

  private static func standing(of sets: [CandidateSet], in namespace: String?) -> Standing {
    let best = sets.compactMap { $0.best(in: namespace) }
    let rows = best.compactMap(\.rows).map { min($0, 1 << 48) }
    return Standing(
      filled: rows.count { $0 > 0 }, found: best.count, rows: rows.reduce(0, +))
  }

  private var namespace: String? { facts[.namespaceName] }

  /// The values of a fact that could have been chosen; instances are none of them.
  func options(_ fact: Fact) -> [Choice.Option] {
    guard fact == .namespaceName else {
      return sets.filter { $0.lists.contains { $0.names == fact } }
        .flatMap { $0.options(fact, in: namespace) }
    }
    let own = sets.filter { $0.operation.pathFacts.contains(.namespaceName) }
    return namespaces.map { name in
      Choice.Option(value: name, rows: Self.standing(of: own, in: name).rows)
    }
  }

  /// What was not chosen although it has rows, since one namespace has to do for all lists.
  var remarks: [String] {
    sets.compactMap { candidateSet in
      guard candidateSet.best(in: namespace)?.rows ?? 0 == 0,
        let other = candidateSet.best(in: nil),
        let name = other.facts[.namespaceName], name != namespace, let rows = other.rows, rows > 0
      else { return nil }
      return
        "\(candidateSet.operation.id) has \(rows.counted("row")) in namespace \(name) and none in "
        + "\(namespace ?? ""); set \(Fact.namespaceName.environmentName) to judge those instead"
    }
  }

  /// The operations whose chosen list is known to be empty.
  var emptyOperations: [String] {
    sets.filter { $0.best(in: namespace)?.rows == 0 }.map(\.operation.id)
  }
}
