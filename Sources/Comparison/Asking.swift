// SPDX-License-Identifier: Apache-2.0
// What one side said when it was asked once, from a run or from the report of one.

public import Conformance
import Contract
public import Reporting
import Wire

/// What one side said when it was asked once.
public struct Asking: Sendable {
  /// What became of each case, by its id.
  var standings: [String: Standing]
  /// Which side was taken of each quirk, by operation and quirk.
  var quirks: [String: String]
  /// What else the answers show; nil where only a report is left of them.
  var footprint: Footprint?
  public var exit: ExitCode
  /// What kept most cases from being judged, where something did and the target was not asked to the end.
  var obstacle: String?

  /// What became of a case, as far as two of them can be compared.
  struct Standing: Sendable, Hashable {
    var operation: String
    var outcome: Verdict.Outcome
    /// What speaks against the server, without what changes with the data.
    var faults: Set<Fault>
    /// What was told and weighs nothing.
    var notes: Set<Fault>
    /// In words.
    var told: String
    var isOfQuirk: Bool
    var isOfTime: Bool
    /// A line that shows it again; nil where nothing was found.
    var repeatLine: String?

    struct Fault: Sendable, Hashable {
      var rule: String
      /// With `*` for the number of a row; nil where it is about no place.
      var pattern: String?
    }

    static func == (left: Standing, right: Standing) -> Bool {
      left.outcome == right.outcome && left.faults == right.faults
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(outcome)
      hasher.combine(faults)
    }
  }

  public init(_ results: [CaseResult], footprint: Footprint?, exit: ExitCode) {
    standings = Dictionary(
      results.map { ($0.id, Standing($0)) }, uniquingKeysWith: { first, _ in first })
    quirks = Dictionary(
      results.compactMap(\.quirkResult).map { ("\($0.operation) \($0.id)", $0.words) },
      uniquingKeysWith: { first, _ in first })
    self.footprint = footprint
    self.exit = exit
    let unasked = results.filter { $0.verdict.obstacle?.isAccess == true }
    obstacle = exit == .unreachable ? ReasonGroup.causes(of: unasked).first?.reason : nil
  }

  /// - Parameters:
  ///   - report: What is left of a run.
  ///   - path: The file that it stands in, for lines that show a finding again.
  public init(_ report: WrittenReport, path: String) {
    standings = Dictionary(
      uniqueKeysWithValues: report.cases.map { ($0.id, Standing($0, of: report.suite, path)) })
    quirks = Dictionary(
      report.quirkResults.map { ($0.key, $0.words) }, uniquingKeysWith: { first, _ in first })
    exit = ExitCode(rawValue: Int32(clamping: report.exit)) ?? .usage
  }
}

extension Asking.Standing {
  fileprivate init(_ result: CaseResult) {
    let counted = result.findings.filter { $0.severity != .note && $0.suppression == nil }
    self.init(
      operation: result.operation, outcome: result.verdict.outcome,
      faults: Set(counted.map(Fault.init)),
      notes: Set(result.findings.filter { $0.severity == .note }.map(Fault.init)),
      told: counted.first.map { "\(result.verdict.outcome.rawValue): \($0.summary)" }
        ?? result.verdict.words,
      isOfQuirk: result.level == .quirks, isOfTime: result.level == .timing,
      repeatLine: counted.first?.evidence?.repeatLines.first)
  }

  fileprivate init(_ written: WrittenReport.Case, of suite: String, _ path: String) {
    let counted = written.findings.filter { $0.severity != .note && !$0.isSuppressed }
    let parts = written.id.split(separator: ".")
    let finding = counted.first.map { found in
      found.rule + (found.pointer.map { " at \($0)" } ?? "") + ", expected \(found.expected), "
        + "received \(found.received)"
    }
    self.init(
      operation: parts.first.map(String.init) ?? written.id, outcome: written.outcome,
      faults: Set(counted.map(Fault.init)),
      notes: Set(written.findings.filter { $0.severity == .note }.map(Fault.init)),
      told: [written.outcome.rawValue, finding ?? written.reason].compactMap(\.self)
        .joined(separator: ": "),
      isOfQuirk: parts.dropFirst().first.map(String.init) == Level.quirks.rawValue,
      isOfTime: parts.dropFirst().first.map(String.init) == Level.timing.rawValue,
      repeatLine: counted.first.map {
        "\(suite) replay \($0.fingerprint.prefix(8)) \(path.asShellWord)"
      })
  }

  /// Whether something was asserted, so that the case can be compared.
  var isAsserted: Bool { [.passed, .warned, .failed].contains(outcome) }
}

extension Asking.Standing.Fault {
  fileprivate init(_ finding: Finding) {
    self.init(rule: finding.rule, pattern: finding.pointer?.pattern)
  }

  fileprivate init(_ finding: WrittenReport.Finding) {
    self.init(
      rule: finding.rule, pattern: finding.pointer.map { JSONPointer($0)?.pattern ?? $0 })
  }
}

extension Verdict {
  fileprivate var words: String {
    [outcome.rawValue, reason].compactMap(\.self).joined(separator: ": ")
  }
}

extension QuirkResult {
  fileprivate var words: String { side.map { "\(outcome.rawValue) (\($0))" } ?? outcome.rawValue }
}
