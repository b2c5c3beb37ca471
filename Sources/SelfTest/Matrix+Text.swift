// SPDX-License-Identifier: Apache-2.0
// The matrix for people and as data.

import Conformance
import Reporting

extension Matrix {
  /// A line for each fault and variant, then what is not as it should be, then one summary line.
  public var text: String {
    let lists = [("faults", faultRows), ("variants", rows(of: .variant))]
    return RowListing.table(lists) + "\n" + complaints + summary
  }

  /// The same as data.
  public var json: String {
    RowListing.json([
      ("faults", faultRows), ("variants", rows(of: .variant)),
      ("moving", rows(of: .movingData)), ("untripped", untripped.map { [("id", $0.id)] }),
      ("falseAlarms", falseAlarms.map { [("id", $0.id)] }),
      ("summary", [[("passed", isPassed ? "yes" : "no"), ("says", summary)]]),
    ])
  }

  private var faultRows: [RowListing.Row] {
    faults.map { row in
      [
        ("verdict", row.verdict), ("level", row.kind.rawValue), ("category", row.category ?? ""),
        ("rule", row.rules.first ?? ""), ("name", row.name), ("by", row.by),
      ]
    }
  }

  private var faults: [Row] { rows.filter { $0.kind == .mustFault || $0.kind == .shouldFault } }

  private func rows(of kind: Row.Kind) -> [RowListing.Row] {
    rows.filter { $0.kind == kind }.map { row in
      [
        ("verdict", row.verdict), ("name", row.name), ("by", row.isTrue ? "" : row.by),
      ]
    }
  }

  private var complaints: String {
    let lines =
      rows.filter { !$0.isTrue }.map(\.complaint)
      + untripped.map { "no fault trips \($0.id)" }
      + falseAlarms.map { "the healthy registry is \($0.verdict.outcome.rawValue) in \($0.id)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private var summary: String {
    let variants = rows.filter { $0.kind == .variant }
    let moving = rows.filter { $0.kind == .movingData }
    return """
      \(faults.count(where: \.isTrue)) of \(faults.count) faults caught, \
      \(variants.count(where: \.isTrue)) of \(variants.count) variants tolerated, \
      \(moving.count(where: \.isTrue)) of \(moving.count) runs over moving data without blame, \
      \(falseAlarms.count) false alarms, and \(untripped.count) must-cases that no fault trips\n
      """
  }
}

extension Matrix.Row {
  fileprivate var verdict: String {
    switch kind {
    case .mustFault, .shouldFault:
      isTrue ? "caught" : caughtBy.isEmpty ? "MISSED" : "OTHER RULE"
    case .variant, .movingData:
      isTrue ? "tolerated" : failed.isEmpty ? "OTHER WARNING" : "FALSE ALARM"
    }
  }

  /// What is not as it should be, as one line.
  fileprivate var complaint: String {
    let meant = rules.sorted().joined(separator: ", ")
    switch kind {
    case .mustFault, .shouldFault:
      return "the fault \(name) is not caught by \(meant), but by \(by.isEmpty ? "nobody" : by)"
    case .variant where failed.isEmpty:
      let came = Set(unresolved.map(\.rule)).sorted().joined(separator: ", ")
      return "the variant \(name) is told by (\(came)), and not just by (\(meant))"
    case .variant:
      return "the variant \(name) breaks \(by)"
    case .movingData:
      return "data that moves is blamed: \(name) by \(by)"
    }
  }

  /// The ids of the cases that changed, at most three by name.
  fileprivate var by: String {
    let cases = caughtBy.isEmpty ? unresolved : caughtBy
    let names = cases.prefix(3).map(\.id)
    return (names + (cases.count > 3 ? ["and \(cases.count - 3) more"] : [])).joined(
      separator: ", ")
  }
}
