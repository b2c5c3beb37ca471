// SPDX-License-Identifier: Apache-2.0
// One finding as four aligned rows under a head line and a summary line.

public import Conformance
import Contract
import Wire

extension TextReport {
  /// One finding of a case as the report draws it, the line that repeats it included.
  public func block(of finding: Finding, in result: CaseResult) -> String {
    FindingBlock(style: style).text(of: ReportedFinding(result, finding), full: true)
  }

  /// A reason as one line that acts on no terminal and no CI runner, as servers have words in it.
  public static func line(of reason: String) -> String { reason.visible }
}

/// Draws one finding:
///
/// ```text
/// failed  ListGcTasks.shape.tasks.id                      Specs/ListGcTasks.swift:41
///         /tasks/3/id is a string; the contract says integer
///         expected  integer
///         received  string "1004"           (page 2, bytes 118–123; 34 of 34 items)
///         clause    id is the task's number — 003_d4fe1a037a1e99f9.txt › response, status 200
///         repeat    curl -sS -H "X-Auth-Token: $SHOP_TOKEN" 'http://127.0.0.1:8080/v2/…'
/// ```
struct FindingBlock {
  var style: TextReport.Style

  /// - Parameter full: Whether the row `repeat` is told.
  func text(of told: ReportedFinding, full: Bool) -> String {
    let finding = told.finding
    let lines =
      [head(of: told)]
      + finding.summary.visible.wrapped(to: Column.end - Column.summary)
      .map { $0.indented(by: Column.summary) }
      + row("expected", finding.expected.visible.wrapped(to: Column.end - Column.value))
      + row("received", received(finding))
      + row("clause", clause(finding.clause).wrapped(to: Column.end - Column.value))
      + (full ? row("repeat", finding.evidence.map { [$0.curl.visible] } ?? []) : [])
    return lines.joined(separator: "\n")
  }

  private func head(of told: ReportedFinding) -> String {
    let severity = told.finding.severity
    let word = severity == .error ? "failed" : severity.rawValue
    let gap = String(repeating: " ", count: Column.summary - word.count)
    let id = (told.id.visible + "  ").padded(to: Column.place - Column.summary)
    return style.paint(word, severity) + gap + style.bold(id) + "\(told.finding.clause.location)"
  }

  private func row(_ label: String, _ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in
      let label = (index == 0 ? label : "").padded(to: Column.value - Column.summary)
      return (label + line).indented(by: Column.summary)
    }
  }

  /// The value whole, and where it stood on the same line if there is room.
  private func received(_ finding: Finding) -> [String] {
    let value = finding.received.words.visible
    guard let location = finding.whereabouts.map({ "(\($0))" }) else { return [value] }
    let line = (value + "  ").padded(to: Column.location - Column.value) + location
    return line.count <= Column.end - Column.value ? [line] : [value, location]
  }

  private func clause(_ clause: Clause) -> String {
    clause.words.visible
  }

  /// Where the parts of a block begin, counted from 0.
  private enum Column {
    static let summary = 8
    static let value = 18
    static let location = 42
    static let place = 56
    static let end = 100
  }
}
