// SPDX-License-Identifier: Apache-2.0
// What became of the cases of one operation at one level; nothing unasked looks passed.

public import Conformance
import Reporting

extension ImplementationMatrix {
  /// Some cases, counted.
  public struct Cell: Sendable, Hashable {
    public var counts: [Verdict.Outcome: Int]

    init(_ cases: [WrittenReport.Case]) {
      counts = Dictionary(cases.map { ($0.outcome, 1) }, uniquingKeysWith: +)
    }

    init(joining cells: some Sequence<Cell>) {
      counts = cells.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
    }

    func count(_ outcome: Verdict.Outcome) -> Int { counts[outcome, default: 0] }
    var total: Int { counts.values.reduce(0, +) }
    /// Passed, or warned.
    var held: Int { count(.passed) + count(.warned) }

    /// What a reader has to know first.
    enum State: String {
      case held, warned, failed
      /// Some of it was looked at, and of some it was not found out.
      case inPart = "in part"
      case unexercised = "not exercised"
      case unasked = "not asked"

      /// A sign of its own, for whoever sees no colour.
      var sign: String {
        switch self {
        case .held: "✓"
        case .warned: "!"
        case .failed: "✗"
        case .inPart: "?"
        case .unexercised: "∅"
        case .unasked: "–"
        }
      }
    }

    var state: State {
      if total == 0 { return .unasked }
      if count(.failed) > 0 { return .failed }
      if held == 0 { return .unexercised }
      if count(.inconclusive) > 0 { return .inPart }
      return count(.warned) > 0 ? .warned : .held
    }

    /// Such as `12 of 14` or nothing where nothing was asked.
    var share: String { total == 0 ? "" : "\(held) of \(total)" }

    /// What did not pass: `1 failed, 2 skipped`; nil if everything did.
    var rest: String? {
      let parts = Verdict.Outcome.allCases.filter { $0 != .passed && count($0) > 0 }
        .map { "\(count($0)) \($0.rawValue)" }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Such as `✗ failed, 12 of 14: 1 failed, 1 skipped`.
    var words: String {
      let counts = ([share] + [rest].compactMap(\.self)).joined(separator: ": ")
      return "\(state.sign) \(state.rawValue)" + (total == 0 ? "" : ", \(counts)")
    }
  }
}

extension WrittenReport.QuirkResult {
  /// Such as `as other: statusRevision`.
  var words: String { outcome + (side.map { ": \($0)" } ?? "") }
}
