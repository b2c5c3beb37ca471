// SPDX-License-Identifier: Apache-2.0
// One rule in full: what it holds, who promises it, how binding it is, and how to see it fail.

public import Conformance
import Contract
import Wire

/// One rule with its cases, for whoever has met it in a report.
public struct RuleListing: Sendable {
  private let check: Check
  private let program: String
  /// The cases of the rule in a plan; those of one operation or one field where they were asked for.
  private let cases: [Case]
  /// What the mock can be told to do wrong, by its name.
  private let faults: [(name: String, operation: String, summary: String)]

  /// Nil where no check has the rule and no case the id.
  ///
  /// - Parameters:
  ///   - name: A rule, or the id of a case.
  ///   - faults: Those of every rule, each with the rule that it trips.
  public init?(
    _ name: String, in plan: Plan, of checks: [Check],
    faults: [(rule: String, name: String, operation: String, summary: String)]
  ) {
    let planned = plan.cases.first { $0.id == name }
    guard let check = checks.first(where: { $0.rule == planned?.rule ?? name }) else { return nil }
    self.check = check
    program = plan.facts.profile.suite.name
    cases = planned.map { [$0] } ?? plan.cases.filter { $0.rule == check.rule }
    let known = faults.filter { fault in
      fault.rule == check.rule && (planned?.operation ?? fault.operation) == fault.operation
    }.map { (name: $0.name, operation: $0.operation, summary: $0.summary) }
    let words = planned?.id.split(separator: ".").dropFirst(2).flatMap {
      $0.split { !$0.isLetter && !$0.isNumber }
    }
    // The fault that speaks of the case, and not of another field or parameter, comes first.
    let likeness = known.map { fault in
      (words ?? []).count { "\(fault.name) \(fault.summary)".contains($0) }
    }
    let order = known.indices.sorted { (likeness[$1], $0) < (likeness[$0], $1) }
    self.faults = order.map { known[$0] }
  }

  /// At most 80 columns; lines to paste stay whole.
  public var text: String {
    let lines = facts.flatMap { name, text in
      text.wrapped(behind: "  \(name)".padded(to: Self.indent), at: Self.indent)
    }
    return (["\(check.rule) (\(check.level.rawValue))"] + lines + tries).joined(separator: "\n")
      + "\n"
  }

  private var facts: [(String, String)] {
    let clauses = cases.map { "\($0.clause.words) (\($0.clause.location))" }.distinct
    let more = clauses.count - Self.most
    let guidance = RuleGuidance.of(check.rule)
    return [("holds", check.summary)] + (guidance.map { [("why", $0.why)] } ?? [])
      + [("weighs", weights)]
      + clauses.prefix(Self.most).map { ("promised", $0) }
      + (more > 0 ? [("", "and \(more.counted("more promise"))")] : [])
      + cases.compactMap(\.clause.page?.words).distinct.prefix(Self.most).map { ("read", $0) }
      + [
        ("cases", "\(cases.count.counted("case")): \(cases.map(\.id).enumeration(most: 2))"),
        (
          "mend",
          (guidance.map { $0.mend + " What" } ?? "What")
            + " is accepted for a while goes into a file behind --baseline."
        ),
      ]
  }

  /// Such as `at most an error in 12 cases, at most a warning in 3 cases`.
  private var weights: String {
    let parts = Severity.allCases.compactMap { severity -> String? in
      let count = cases.count { Severity(breaking: $0.obligation) == severity }
      return count == 0
        ? nil : "at most \(severity.rawValue.withArticle) in \(count.counted("case"))"
    }
    return parts.joined(separator: ", ")
  }

  /// Lines that show the rule broken, for the mock.
  private var tries: [String] {
    guard let fault = faults.first else { return [] }
    let line = "\(program) run --fault \(fault.name) --only \(fault.operation)"
    let others = faults.dropFirst().map(\.name)
    let also = others.isEmpty ? nil : others.enumeration(most: 3)
    return ["  see".padded(to: Self.indent) + line]
      + "(\(fault.summary))".wrapped(to: TextReport.width - Self.indent)
      .map { $0.indented(by: Self.indent) }
      + (also.map { "also \($0)".wrapped(to: TextReport.width - Self.indent) } ?? [])
      .map { $0.indented(by: Self.indent) }
  }

  private static let most = 3
  private static let indent = 12
}
