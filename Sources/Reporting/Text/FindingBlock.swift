// SPDX-License-Identifier: Apache-2.0
// One finding as four aligned rows under a head line and a summary line.

public import Conformance
import Contract
import Wire

extension TextReport {
  /// One finding of a case as the report draws it, the line that repeats it included.
  public func block(of finding: Finding, in result: CaseResult) -> String {
    let told =
      result.told.first { $0.finding == finding } ?? ReportedFinding(result, finding)
    return FindingBlock(style: style).text(of: FindingGroup(told: [told]))
  }

  /// A reason as one line that acts on no terminal and no CI runner, as servers have words in it.
  public static func line(of reason: String) -> String { reason.visible }
}

/// Draws findings of one cause:
///
/// ```text
/// failed  ListGcTasks.shape.tasks.id
///         /tasks/3/id is a string; the contract says integer
///         expected  integer
///         received  string "1004" (page 2, bytes 118–123; 34 of 34 values)
///         clause    id is the task's number — 003_d4fe1a037a1e99f9.txt › response,
///                   status 200 (Specs/ListGcTasks.swift:41)
///         repeat    curl -sS -H "X-Auth-Token: $SHOP_TOKEN" 'http://127.0.0.1:8080/v2/…'
///         finding   3f9a2c1b
///         also      2 more in this case
/// ```
struct FindingBlock {
  var style: TextReport.Style
  /// Whether a reader is told where the page of the clause is published.
  var tellsPage = false

  func text(of group: FindingGroup) -> String {
    let finding = group.first.finding
    let lines =
      [head(of: group.first)]
      + finding.summary.visible.wrapped(to: TextReport.width - Column.summary)
      .map { $0.indented(by: Column.summary) }
      + row("cause", finding.cause.map { wrapped($0.words.visible) } ?? [])
      + row("expected", wrapped(finding.expected.visible))
      + row("received", received(finding))
      + row("clause", wrapped("\(finding.clause.words) (\(finding.clause.location))".visible))
      + row("page", tellsPage ? finding.clause.page.map { wrapped($0.words.visible) } ?? [] : [])
      + row("repeat", finding.evidence?.repeatLines.map(\.visible) ?? [])
      + row("finding", [group.first.name])
      + row("also", group.others.map { wrapped($0.visible) } ?? [])
    return lines.joined(separator: "\n")
  }

  private func head(of told: ReportedFinding) -> String {
    let severity = told.finding.severity
    let word = severity == .error ? "failed" : severity.rawValue
    let gap = String(repeating: " ", count: Column.summary - word.count)
    return style.paint(word, severity) + gap + style.bold(told.id.visible)
  }

  private func wrapped(_ text: String) -> [String] {
    text.wrapped(to: TextReport.width - Column.value)
  }

  private func row(_ label: String, _ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in
      let label = (index == 0 ? label : "").padded(to: Column.value - Column.summary)
      return (label + line).indented(by: Column.summary)
    }
  }

  /// The value whole, and where it stood behind it if there is room.
  private func received(_ finding: Finding) -> [String] {
    let value = finding.received.words.visible
    guard let location = finding.whereabouts.map({ "(\($0))" }) else { return wrapped(value) }
    let isShort = value.count + 1 + location.count <= TextReport.width - Column.value
    return isShort ? ["\(value) \(location)"] : wrapped(value) + wrapped(location)
  }

  /// Where the parts of a block begin, counted from 0.
  private enum Column {
    static let summary = 8
    static let value = 18
  }
}
