// SPDX-License-Identifier: Apache-2.0
// One line of a report: a case, its verdict and its findings.

public import Contract

/// One case with its verdict.
public struct CaseResult: Sendable, Hashable {
  /// The stable dotted id, such as `ListGcTasks.shape.tasks.job_kind`.
  public var id: String
  public var operation: String
  public var level: Level
  public var rule: String
  /// The case as a statement: `tasks[].job_kind is one of MANUAL, SCHEDULE`.
  public var title: String
  public var requirement: Requirement
  public var promise: Promise
  public var verdict: Verdict
  /// The worst first.
  public var findings: [Finding]
  /// The server's side, where the case is about a quirk and was asked.
  public var vote: Vote?

  public init(
    id: String,
    operation: String,
    level: Level,
    rule: String,
    title: String,
    requirement: Requirement,
    promise: Promise,
    verdict: Verdict,
    findings: [Finding],
    vote: Vote? = nil
  ) {
    self.id = id
    self.operation = operation
    self.level = level
    self.rule = rule
    self.title = title
    self.requirement = requirement
    self.promise = promise
    self.verdict = verdict
    self.findings = findings
    self.vote = vote
  }

  /// Whether something was found that moving data could explain.
  var isDoubtable: Bool { findings.contains { $0.severity != .note } }

  /// The same case, not decided after all: what was found may have another cause.
  func doubted(_ reason: Undecided) -> CaseResult {
    var result = self
    result.verdict = .undecided(reason)
    result.findings = []
    return result
  }
}
