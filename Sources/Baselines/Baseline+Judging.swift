// SPDX-License-Identifier: Apache-2.0
// What a baseline takes off a run, and which of its entries are spent.

public import Conformance
import Reporting
import Wire

extension Baseline {
  /// The results of a run after the baseline has spoken.
  public struct Judged: Sendable, Hashable {
    public var results: [CaseResult]
    /// The numbers, from 0, of the entries that would have matched and do not: remove them.
    public var gone: [Int]
  }

  /// Marks what is accepted and says what is not accepted any more.
  ///
  /// - Parameters:
  ///   - endpoint: The endpoint as the report names it.
  ///   - today: The day in UTC, such as `2026-11-21`.
  public func judge(_ results: [CaseResult], endpoint: String, today: String) -> Judged {
    let valid = entries.enumerated().filter { $0.element.target.matches(endpoint) }
    var seen: Set<Int> = []
    let judged = results.map { result in
      let own = valid.filter { $0.element.caseID == result.id }
      return own.isEmpty
        ? result
        : result.judged(
          by: result.findings.map { finding in
            let near = own.filter { $0.element.speaks(of: finding, in: result) }
            seen.formUnion(near.filter { finding.shows($0.element) }.map(\.offset))
            return finding.weighed(by: near.map(\.element), today: today)
          })
    }
    let decided = Set(results.filter { $0.isDecided }.map(\.id))
    let gone = valid.filter { decided.contains($0.element.caseID) && !seen.contains($0.offset) }
    return Judged(results: judged, gone: gone.map(\.offset))
  }

  /// The entries without those of these numbers.
  public func without(_ numbers: [Int]) -> Baseline {
    Baseline(entries.enumerated().filter { !numbers.contains($0.offset) }.map(\.element))
  }

  /// Entries for everything that counts in these results, to start a baseline with.
  ///
  /// - Parameter weights: Which findings are accepted; notes never count.
  public init(
    accepting results: [CaseResult], weighing weights: Set<Severity>, endpoint: String,
    reason: String, expires: String
  ) {
    let entries = results.filter { $0.verdict.outcome != .skipped }.flatMap { result in
      result.findings.filter { weights.contains($0.severity) && $0.suppression == nil }
        .flatMap { finding in
          finding.receivedPatterns.map { received in
            Entry(
              caseID: result.id, rule: finding.rule, pointer: finding.pointer?.anyRow,
              received: received, target: Glob(exactly: endpoint), reason: reason, expires: expires)
          }
        }
    }
    self.init(entries.distinct)
  }
}

extension CaseResult {
  /// Whether a fault of the case would have shown.
  fileprivate var isDecided: Bool {
    switch verdict.outcome {
    case .passed, .warned, .failed: true
    case .inconclusive, .skipped: false
    }
  }
}

extension Finding {
  /// Everything that came, nil if that is more than is told.
  private var allReceived: [Received]? {
    if case .all(let others) = others { [received] + others } else { nil }
  }

  /// The types of everything that came, for a finding of more values than are told; nil for others.
  private var types: [String]? {
    guard case .tooMany(let types) = others else { return nil }
    return types.union([received.type ?? ""]).sorted()
  }

  /// Patterns that accept everything that came, and of other types nothing.
  fileprivate var receivedPatterns: [Glob] {
    allReceived?.map { Glob(exactly: "\($0)") } ?? (types ?? []).map(Glob.any)
  }

  /// Whether something that the entry accepts came.
  fileprivate func shows(_ entry: Baseline.Entry) -> Bool {
    (allReceived ?? [received]).contains(where: entry.covers)
  }

  /// The finding with the reason why it does not count, or with why that reason does not hold.
  fileprivate func weighed(by entries: [Baseline.Entry], today: String) -> Finding {
    var finding = self
    let valid = entries.filter { $0.expires >= today }
    if let reason = reason(from: valid) {
      finding.suppression = reason
    } else if reason(from: entries) != nil, let last = entries.map(\.expires).max() {
      finding.summary += "; the baseline accepted this until \(last)"
    } else if valid.contains(where: shows), let fresh = fresh(to: valid) {
      finding.summary += "; the baseline does not know \(fresh)"
    }
    return finding
  }

  /// The reasons of entries that together accept everything that came; nil if some of it is new.
  private func reason(from entries: [Baseline.Entry]) -> String? {
    let covering =
      allReceived.map { $0.map { came in entries.first { $0.covers(came) } } }
      ?? (types ?? []).map { type in entries.first { $0.coversAll(ofType: type) } }
    guard covering.allSatisfy({ $0 != nil }) else { return nil }
    return covering.compactMap(\.?.words).distinct.joined(separator: "; ")
  }

  private func fresh(to entries: [Baseline.Entry]) -> Received? {
    allReceived?.first { came in !entries.contains { $0.covers(came) } }
  }
}

extension Baseline.Entry {
  fileprivate var words: String { reason + (link.map { " (\($0))" } ?? "") }
}

extension JSONPointer {
  /// The same place in whichever row.
  fileprivate var anyRow: JSONPointer { JSONPointer(tokens.map { Int($0) == nil ? $0 : "*" }) }
}
