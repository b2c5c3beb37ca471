// SPDX-License-Identifier: Apache-2.0
// Everything that one run over many targets found, small enough to be kept for thousands of them.

public import Conformance
public import Contract
import Reporting
public import Wire

/// A row for each target, and what they come to together.
public struct FleetReport: Sendable {
  /// The name of the suite that judged.
  public var suite: String
  public var version: String
  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String
  /// When the run began, in RFC 3339 with zone Z.
  public var started: String
  /// How long the run took, in seconds.
  public var seconds: Double
  /// Which part of the fleet it is; nil for the whole.
  public var part: Report.Part?
  /// In the order of the file.
  public var rows: [Row]

  /// What one target came to.
  public struct Row: Sendable {
    public var name: String
    /// The endpoint's URL without a path; empty where nobody could read it.
    public var endpoint = ""
    /// Why the target could not be asked at all; nil if it was.
    public var problem: String?
    public var exit: ExitCode
    public var seconds = 0.0
    public var requests = 0
    /// How many of them the shard of another operation sends as well.
    public var shared = 0
    /// How many requests were sent again because the answer said to come back later.
    public var retries = 0
    public var notices: [String] = []
    /// What to look at first, one sentence each.
    public var advice: [String] = []
    /// In the order of the catalogue.
    public var operations: [Operation] = []
    /// Why cases were not decided, or not exercised for want of a fact.
    public var reasons: [Reason] = []
    /// The cases that failed or were warned of, as a JSON report has them.
    public var cases: [JSONTree] = []

    /// How many cases of an operation had each outcome.
    public struct Operation: Sendable, Hashable {
      public var id: String
      public var counts: [Verdict.Outcome: Int]
    }

    /// Why some cases of an operation say nothing of the server.
    public struct Reason: Sendable, Hashable {
      public var operation: String
      public var outcome: Verdict.Outcome
      public var text: String
      public var cases: Int
    }

    /// A target that could not be asked.
    public init(_ name: String, problem: String, exit: ExitCode) {
      (self.name, self.problem, self.exit) = (name, problem, exit)
    }

    /// What a report says of a target.
    public init(_ name: String, _ report: Report) {
      self.name = name
      (endpoint, exit, seconds) = (report.endpoint, report.exit, report.seconds)
      (requests, retries, shared) = (report.requests, report.retries, report.part?.shared ?? 0)
      (notices, advice) = (report.notices, report.advice)
      let form = JSONReport(contract: "")
      for (id, results) in report.results.byOperation {
        operations.append(
          Operation(
            id: id, counts: Dictionary(results.map { ($0.verdict.outcome, 1) }) { $0 + $1 }))
        reasons += Self.reasons(id, results)
      }
      cases = report.results.filter { [.failed, .warned].contains($0.verdict.outcome) }
        .map(form.tree)
    }

    private static func reasons(_ id: String, _ results: [CaseResult]) -> [Reason] {
      let open = results.filter { $0.verdict.outcome == .inconclusive || !$0.wantedFacts.isEmpty }
      return open.grouped { [$0.verdict.outcome.rawValue, $0.verdict.reason ?? ""] }.map {
        Reason(operation: id, outcome: $1[0].verdict.outcome, text: $0[1], cases: $1.count)
      }
    }

    public func count(_ outcome: Verdict.Outcome) -> Int {
      operations.reduce(0) { $0 + $1.counts[outcome, default: 0] }
    }
  }

  public init(
    of profile: Profile, contract: String, started: String, seconds: Double,
    part: Report.Part? = nil, rows: [Row]
  ) {
    (suite, version) = (profile.suite.name, profile.suite.version)
    (self.contract, self.started, self.seconds) = (contract, started, seconds)
    (self.part, self.rows) = (part, rows)
  }

  /// The worst of all rows.
  public var exit: ExitCode { ExitCode.worst(of: rows.map(\.exit)) }

  public var requests: Int { rows.reduce(0) { $0 + $1.requests } }
}
