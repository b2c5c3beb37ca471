// SPDX-License-Identifier: Apache-2.0
// When each failure of a series of reports began, and when it ended.

import Conformance
import Wire

/// The failures of many reports of one target, in the order of the reports' own times.
public struct ReportTrend: Sendable, Hashable {
  /// The oldest first.
  public private(set) var reports: [WrittenReport]
  /// What stands at the end before what ended, each sort by its beginning.
  public private(set) var failures: [Failure] = []

  /// One case, from the report in which it failed until one in which it held.
  public struct Failure: Sendable, Hashable {
    /// The case's id.
    public var id: String
    /// When the first run began that shows it, in RFC 3339.
    public var began: String
    /// When the last run before that began in which the case held; nil if none did.
    public var held: String?
    /// When the first run began in which it held again; nil while it does not.
    public var ended: String?
    /// When the last run began that shows it.
    public var seen: String
    /// In how many reports it failed.
    public var count = 1
    /// What was found when it was seen last, one line.
    public var words: String
  }

  public init(of reports: [WrittenReport]) {
    let timed = reports.enumerated().map {
      ($0.offset, try? Instant(parsing: $0.element.started), $0.element)
    }
    self.reports = timed.sorted { left, right in
      guard let one = left.1, let other = right.1, one != other else { return left.0 < right.0 }
      return one < other
    }.map(\.2)
    let ids = self.reports.flatMap(\.cases).map(\.id).distinct
    let cases = self.reports.map { report in
      Dictionary(report.cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let all = ids.flatMap { id in
      Self.failures(of: id, zip(self.reports, cases).map { ($0.started, $1[id]) })
    }
    failures = all.enumerated().sorted {
      let (one, other) = ($0.element, $1.element)
      return (one.isOver ? 1 : 0, one.rank(in: self.reports), $0.offset)
        < (other.isOver ? 1 : 0, other.rank(in: self.reports), $1.offset)
    }.map(\.element)
  }

  /// Whether something failed that has not held since; nothing else is a reason to stop.
  public var isFailing: Bool { failures.contains { !$0.isOver } }

  /// The times at which a case failed, one after the other; what was not asserted ends nothing.
  private static func failures(
    of id: String, _ series: [(started: String, result: WrittenReport.Case?)]
  ) -> [Failure] {
    var all: [Failure] = []
    var held: String?
    for (started, result) in series {
      // What a baseline accepts is there all the same, and begins and ends nothing.
      guard let result, !result.isAccepted else { continue }
      let isOpen = all.last.map { !$0.isOver } ?? false
      switch result.outcome {
      case .failed where isOpen:
        all[all.count - 1].seen = started
        all[all.count - 1].count += 1
        all[all.count - 1].words = result.remark.first ?? ""
      case .failed:
        all.append(
          Failure(
            id: id, began: started, held: held, seen: started, words: result.remark.first ?? ""))
      case .passed, .warned:
        if isOpen { all[all.count - 1].ended = started }
        held = started
      case .inconclusive, .skipped: break
      }
    }
    return all
  }
}

extension ReportTrend.Failure {
  var isOver: Bool { ended != nil }

  /// Such as `began 2026-11-20T…, held at 2026-11-19T…; still fails`.
  var times: String {
    let since =
      held.map { "began \(began), after it held at \($0)" } ?? "failed at \(began) or before"
    let until = ended.map { "held again at \($0)" } ?? "last seen at \(seen)"
    return "\(since); \(until); \(count.counted("report"))"
  }

  fileprivate func rank(in reports: [WrittenReport]) -> Int {
    reports.firstIndex { $0.started == began } ?? 0
  }
}
