// SPDX-License-Identifier: Apache-2.0
// A named bug of one operation, for showing that a suite would notice it.

/// One way in which one operation of a registry may break its promises.
public struct Fault: Sendable {
  /// Unique among all faults, in kebab case, opening with the list it is about.
  public let name: String
  /// One sentence that says what this registry does wrong.
  public let summary: String
  public let category: Category
  /// The name of the rule that the bug is meant to trip; that others trip as well is no harm.
  public let rule: String
  public let level: Level
  let list: ListOperation
  let mutations: [Mutation]

  init(
    _ name: String,
    _ list: ListOperation,
    _ category: Category,
    rule: String,
    level: Level = .must,
    _ summary: String,
    _ mutations: Mutation...
  ) {
    self.name = name
    self.summary = summary
    self.category = category
    self.rule = rule
    self.level = level
    self.list = list
    self.mutations = mutations
  }

  /// The id of the one operation that the bug is in, such as `ListGcTasks`.
  public var operation: String { list.id }

  /// What part of the contract a bug is about.
  public enum Category: String, Sendable, CaseIterable {
    case shape, paging, filters, relations, errors
  }

  /// How sure it is that the contract forbids the bug.
  public enum Level: String, Sendable {
    /// A registry that does this is broken.
    case must
    /// A registry that does this deserves a warning at most.
    case should
  }
}

extension Fault {
  /// Every bug this registry can have, first by operation within category, then the kindred ones.
  public static let catalog: [Fault] = [
    webhookShape, jobsShape, retentionShape, gcShape, replicationShape,
    webhookPaging, jobsPaging, retentionPaging, gcPaging, replicationPaging,
    webhookFilters, jobsFilters, retentionFilters, gcFilters, replicationFilters,
    relations,
    webhookErrors, jobsErrors, retentionErrors, gcErrors, replicationErrors,
    deliveries, missingFields, doubledFields, frames, lists, disclosures, unknownAsEmpty,
    misplaced,
    cornersOfJobShape, cornersOfTaskShape,
    cornersOfPaging, cornersOfMarkers, cornersOfFilters,
    cornersOfRelations, cornersOfRefusal, admissions, spelledTokens,
    seenByOneRule, openLists,
  ].flatMap(\.self)

  /// The fault of that name, or nil.
  public static func named(_ name: String) -> Fault? {
    catalog.first { $0.name == name }
  }
}
