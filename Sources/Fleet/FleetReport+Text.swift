// SPDX-License-Identifier: Apache-2.0
// The report of a fleet for a person at a terminal: a line for each target, and why it is not 0.

import Conformance
import Contract
public import Reporting
import Wire

extension FleetReport {
  /// - Parameters:
  ///   - isQuiet: Whether targets of which there is nothing to say are left out.
  ///   - isVerbose: Whether every failed case and every reason is told.
  public func text(
    _ style: TextReport.Style = TextReport.Style(color: false), isQuiet: Bool = false,
    isVerbose: Bool = false
  ) -> String {
    let told = rows.filter { !isQuiet || $0.exit != .passed }
    // So that the numbers end before column 80; a longer name has a line of its own.
    let width = (["target"] + rows.map(\.name.visible)).map(\.count).filter { $0 <= 16 }.max() ?? 6
    let columns =
      [("exit", 4)] + Verdict.Outcome.allCases.map { ($0.rawValue, $0.rawValue.count) }
      + [("requests", 8)]
    let head = (["target".padded(to: width)] + columns.map(\.0)).joined(separator: "  ")
    let lines = told.flatMap { row in
      let numbers =
        [Int(row.exit.rawValue)] + Verdict.Outcome.allCases.map(row.count) + [row.requests]
      let cells = zip(numbers, columns).map { "\($0)".aligned(to: $1.1) }
      let name = row.name.visible
      let names = name.count > width ? "\(name)\n\("".padded(to: width))" : name.padded(to: width)
      let line = ([names] + cells).joined(separator: "  ")
      return [style.paint(line, row.exit)]
        + row.remarks(isVerbose ? .max : 3).flatMap {
          $0.visible.wrapped(behind: "    ", at: 6, to: 78)
        }
    }
    let digest = contract.split(separator: ":").last?.prefix(12) ?? ""
    let title = style.bold("\(suite) \(version)") + " · contract \(digest)"
    let shard = part.map { ", shard \($0.shard)" } ?? ""
    let blocks =
      (isQuiet ? [] : ["\(title)\n\(rows.count.counted("target"))\(shard)"])
      + (lines.isEmpty ? [] : [([head] + lines).joined(separator: "\n")]) + [summary]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The last lines: how many targets ended in which way, what it cost, and the exit code.
  var summary: String {
    let counts = Self.words.compactMap { code, word -> String? in
      let count = rows.count { $0.exit == code }
      return count > 0 ? "\(count) \(word)" : nil
    }
    return """
      targets: \(counts.joined(separator: ", "))
      \(requests.counted("request")) in \(seconds.rounded(digits: 2)) s
      exit \(exit.rawValue)
      """
  }

  private static let words: KeyValuePairs<ExitCode, String> = [
    .passed: "as promised", .failed: "failed", .usage: "wrongly described and not asked",
    .unreachable: "not asked to the end", .unasserted: "not all asserted",
    .interrupted: "interrupted",
  ]
}

extension FleetReport.Row {
  /// What keeps the target from exit code 0, one line each.
  func remarks(_ most: Int) -> [String] {
    let failed = cases.filter { $0["outcome"]?.string == Verdict.Outcome.failed.rawValue }
    let faults = failed.isEmpty && exit == .failed ? cases : failed
    let open = exit == .passed ? [] : gatheredReasons
    let lines = faults.map(Self.sentence) + open
    let rest = lines.count - min(lines.count, most)
    return [problem].compactMap(\.self) + lines.prefix(most)
      + (rest > 0 ? ["and \(rest) more"] : []) + (exit == .passed ? [] : advice)
  }

  /// The reasons of all operations together, the commonest first.
  private var gatheredReasons: [String] {
    Dictionary(reasons.map { ($0.text, $0.cases) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value.counted("case")): \($0.key)" }
  }

  /// A failed case and its first finding.
  static func sentence(of planned: JSONTree) -> String {
    let id = planned["id"]?.string ?? ""
    guard let finding = planned["findings"]?.elements.first else { return id }
    return "\(id): expected \(finding["expected"]?.string ?? ""), received "
      + (finding["received"]?.string ?? "")
  }
}

extension TextReport.Style {
  fileprivate func paint(_ line: String, _ exit: ExitCode) -> String {
    switch exit {
    case .passed: line
    case .failed, .usage: paint(line, Verdict.Outcome.failed)
    case .unreachable, .unasserted, .interrupted: paint(line, Verdict.Outcome.inconclusive)
    }
  }
}

extension String {
  /// The text at the right end of a column.
  fileprivate func aligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
