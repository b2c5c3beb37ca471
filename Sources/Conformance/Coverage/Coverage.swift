// SPDX-License-Identifier: Apache-2.0
// How much of the contract a run has seen: a word that no row had was promised and not looked at.

public import Contract

/// What of the contract the answers of a run have shown, whatever the verdicts were.
public struct Coverage: Sendable, Hashable {
  /// In the order of the operations, then of the kinds, then of the literal.
  public var items: [Item]

  /// One thing that answers can show.
  public struct Item: Sendable, Hashable {
    public var operation: String
    public var level: Level
    public var kind: Kind
    /// Unique within its operation and kind: `tasks[].status = Stopped`.
    public var name: String
    /// How often it was seen, at least 0.
    public var count: Int

    public var isSeen: Bool { count > 0 }

    public init(operation: String, level: Level, kind: Kind, name: String, count: Int) {
      self.operation = operation
      self.level = level
      self.kind = kind
      self.name = name
      self.count = count
    }
  }

  /// What kind of thing is seen.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A declared field that has a value.
    case field
    /// A declared field that is null where null is allowed.
    case null
    /// A documented value of a field.
    case word
    /// A row or a pair of lists that a relation speaks of.
    case relation
    /// A documented status code.
    case status
    /// A parameter of the query that was sent and answered with 200.
    case parameter
    /// A documented value of a parameter that was sent and answered with 200.
    case value
    /// A page of the smallest, the largest and the default size, and a second page.
    case page
  }

  public init(items: [Item]) { self.items = items }

  /// The ids of the operations, in the order of the items.
  public var operations: [String] {
    items.map(\.operation).reduce(into: []) { all, id in if all.last != id { all.append(id) } }
  }

  /// How many items were seen, and how many there are.
  public var seenCount: Int { items.count(where: \.isSeen) }

  /// How much of all items was seen, from 0 to 1; 1 where there are none.
  public var share: Double { items.isEmpty ? 1 : Double(seenCount) / Double(items.count) }

  public func only(_ isWanted: (Item) -> Bool) -> Coverage {
    Coverage(items: items.filter(isWanted))
  }
}

extension Run {
  /// What the answers so far have shown of the operations that have a case in the plan.
  ///
  /// - Parameter results: Tell of relations between operations, which no single answer shows.
  public func coverage(_ results: [CaseResult]) -> Coverage {
    let asked = Set(plan.cases.map(\.operation))
    let readings = Dictionary(grouping: readings, by: \.operation)
    return Coverage(
      items: plan.operations.filter { asked.contains($0.id) }.flatMap { operation in
        OperationCoverage(
          operation, readings[operation.id] ?? [], results.filter { $0.operation == operation.id }
        ).items
      })
  }
}
