// SPDX-License-Identifier: Apache-2.0
// What became of each case between two reports.

public import Conformance

/// The difference of two reports, case by case.
public struct ReportDiff: Sendable, Hashable {
  public var old: WrittenReport
  public var new: WrittenReport
  /// Grouped by their kind, the worst kind first.
  public private(set) var changes: [Change]

  public struct Change: Sendable, Hashable {
    public var kind: Kind
    /// The id of the case, or of the quirk behind its operation.
    public var id: String
    /// Nil for a case that is new, and for a quirk result.
    public var was: Verdict.Outcome?
    /// Nil for a case that vanished, and for a quirk result.
    public var now: Verdict.Outcome?
    /// What was found, one line each.
    public var details: [String] = []
  }

  /// What sort of change it is; the raw value is its key in JSON.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Not failed before, or failed in a way that it did not.
    case broke
    /// No longer in the report.
    case vanished
    /// Asserted before, and now inconclusive or skipped.
    case silenced = "no-longer-asserted"
    /// Failed before and asserted now, or failed in one way less.
    case fixed
    /// Not in the report before.
    case new
    /// Any other outcome than before.
    case outcome = "other-outcome"
    /// The same finding on more or fewer values.
    case count = "changed-count"
    /// A quirk of which the server takes another side.
    case quirkResult = "changed-quirk-result"
  }

  public init(from old: WrittenReport, to new: WrittenReport) {
    (self.old, self.new) = (old, new)
    let before = Dictionary(uniqueKeysWithValues: old.cases.map { ($0.id, $0) })
    let left = Set(new.cases.map(\.id))
    let gone = old.cases.filter { !left.contains($0.id) }.map {
      Change(kind: .vanished, id: $0.id, was: $0.outcome)
    }
    let cases = new.cases.flatMap { now in
      before[now.id].map { now.changes(since: $0) }
        ?? [Change(kind: .new, id: now.id, now: now.outcome, details: now.remark)]
    }
    let all = gone + cases + Self.quirkResults(from: old.quirkResults, to: new.quirkResults)
    changes = Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }

  public func changes(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }

  /// Whether something broke or vanished; nothing else is a reason to stop.
  public var isWorse: Bool { changes.contains { [.broke, .vanished].contains($0.kind) } }

  private static func quirkResults(
    from old: [WrittenReport.QuirkResult], to new: [WrittenReport.QuirkResult]
  )
    -> [Change]
  {
    let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return new.compactMap { now in
      guard let was = before[now.key], was.words != now.words else { return nil }
      return Change(kind: .quirkResult, id: now.key, details: ["\(was.words) → \(now.words)"])
    }
  }
}

extension WrittenReport.QuirkResult {
  package var key: String { "\(operation) \(id)" }
  /// The side: `as-table (text)`.
  package var words: String { side.map { "\(outcome) (\($0))" } ?? outcome }
}
