// SPDX-License-Identifier: Apache-2.0
// What has changed since an earlier report, as far as a report tells it of itself.

public import Conformance

extension Report {
  /// The same report, with each quirk of which the server took another side before marked as such.
  public func since(_ earlier: WrittenReport) -> Report {
    let before = Dictionary(
      earlier.quirkResults.map { ($0.key, $0.words) }, uniquingKeysWith: { first, _ in first })
    var report = self
    for place in results.indices {
      guard let now = results[place].quirkResult else { continue }
      let own = WrittenReport.QuirkResult(now)
      report.results[place].quirkResult?.was = before[own.key].flatMap {
        $0 == own.words ? nil : $0
      }
    }
    return report
  }

  /// The cases about a quirk of which the server took another side before.
  var changedQuirks: [(result: CaseResult, quirkResult: QuirkResult)] {
    results.compactMap { result in
      result.quirkResult.flatMap { $0.was == nil ? nil : (result, $0) }
    }
  }
}

extension WrittenReport.QuirkResult {
  init(_ told: QuirkResult) {
    self.init(
      id: told.id, operation: told.operation, outcome: told.outcome.rawValue, side: told.side,
      saw: told.saw, isRemarkable: told.isRemarkable)
  }
}

extension WrittenReport {
  /// The quirk results as a person reads them, in lines of at most 100 columns.
  public var quirkTable: String {
    let results = quirkResults.map {
      Conformance.QuirkResult(
        id: $0.id, operation: $0.operation, outcome: .init(rawValue: $0.outcome) ?? .neither,
        side: $0.side, saw: $0.saw, isRemarkable: $0.isRemarkable)
    }
    guard !results.isEmpty else { return "no quirk result: no answer shows a side\n" }
    let sections = QuirkResultTable(style: TextReport.Style(color: false)).sections(of: results)
    return (sections.first ?? "every quirk result is as the tables have it") + "\n"
  }
}
