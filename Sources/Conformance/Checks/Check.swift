// SPDX-License-Identifier: Apache-2.0
// One rule, written once and turned into cases for every operation that it applies to.

public import Contract

/// One rule that makes cases from an operation's literal.
public struct Check: Sendable {
  /// The rule's stable name, such as `value-in-enum`; several cases share it.
  public var rule: String
  public var level: Level
  /// What the rule holds a server to, in one sentence for readers of a report.
  public var summary: String
  /// Makes the cases of one operation; it is handed its own check.
  let cases: @Sendable (PlanningContext, Check) -> [Case]

  /// - Parameters:
  ///   - rule: In lower kebab case, and no other check's.
  ///   - cases: Makes the cases of one operation, none where the rule says nothing of it.
  public init(
    _ rule: String, _ level: Level, _ summary: String,
    cases: @escaping @Sendable (PlanningContext, Check) -> [Case]
  ) {
    self.rule = rule
    self.level = level
    self.summary = summary
    self.cases = cases
  }

  /// A case of this check.
  ///
  /// - Parameter name: What stands behind operation and level in the id; the rule's name if nil.
  /// - Parameter comparesAnswers: Whether data that moves between requests could look like a fault.
  func makeCase(
    _ planning: PlanningContext, _ name: String? = nil, _ title: String,
    _ obligation: ObligationLevel = .must, clause: Clause, asks: Case.Asks, needs: Set<Fact> = [],
    comparesAnswers: Bool = false, judge: @escaping Case.Judge
  ) -> Case {
    var clause = clause
    clause.page = planning.profile.pages[clause.source.document]
    return Case(
      about: CaseDescription(
        id: "\(planning.operation.id).\(level.rawValue).\(name ?? rule)",
        operation: planning.operation.id, level: level, rule: rule, title: title,
        obligation: obligation, clause: clause),
      asks: asks, needs: planning.pathFacts.union(needs), comparesAnswers: comparesAnswers,
      skipReason: nil, judge: judge)
  }
}
