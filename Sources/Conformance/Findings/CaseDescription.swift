// SPDX-License-Identifier: Apache-2.0
// What a test case is, which the case and everything that is told of it have in common.

public import Contract

/// What a case is, however it is judged.
///
/// It is one object, since thousands of cases and results are copied while a run is planned and told.
public final class CaseDescription: Sendable {
  /// Dotted and stable, such as `ListGcTasks.shape.tasks.job_kind`.
  public let id: String
  /// The operation's id.
  public let operation: String
  public let level: Level
  public let rule: String
  /// The promise as a statement, `tasks[].job_kind is one of MANUAL, SCHEDULE`; it is the name of the
  /// generated test.
  public let title: String
  public let obligation: ObligationLevel
  public let clause: Clause

  public init(
    id: String, operation: String, level: Level, rule: String, title: String,
    obligation: ObligationLevel, clause: Clause
  ) {
    self.id = id
    self.operation = operation
    self.level = level
    self.rule = rule
    self.title = title
    self.obligation = obligation
    self.clause = clause
  }
}

extension CaseDescription: Hashable {
  public static func == (left: CaseDescription, right: CaseDescription) -> Bool {
    left === right
      || left.id == right.id && left.operation == right.operation && left.level == right.level
        && left.rule == right.rule && left.title == right.title
        && left.obligation == right.obligation && left.clause == right.clause
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A case, or what is told of one.
public protocol DescribedCase {
  var about: CaseDescription { get }
}

extension DescribedCase {
  public var id: String { about.id }
  public var operation: String { about.operation }
  public var level: Level { about.level }
  public var rule: String { about.rule }
  public var title: String { about.title }
  public var obligation: ObligationLevel { about.obligation }
  public var clause: Clause { about.clause }
}
