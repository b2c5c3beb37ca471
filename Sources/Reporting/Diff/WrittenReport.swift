// SPDX-License-Identifier: Apache-2.0
// A JSON report as it comes back from a file, whichever release wrote it.

public import Conformance

/// What a JSON report says, as far as two of them can be compared.
public struct WrittenReport: Sendable, Hashable {
  /// The schema of the document, such as `shop-conformance.report/3`.
  public var schema: String
  /// The name of the suite that wrote it, which the schema begins with.
  public var suite: String { String(schema.prefix { $0 != "." }) }
  /// The release that wrote it.
  public var version: String
  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String
  public var mode: String
  public var endpoint: String
  /// What was known of the target, by the names of the facts; empty for a report that does not say.
  public var facts: [String: String]
  /// The words of a command line that ask the same target in the same way.
  public var options: [String]
  /// When the run began, in RFC 3339.
  public var started: String
  /// How long the run took, in seconds as they were written down.
  public var seconds: Double
  /// For how many of them the server was waited for; 0 for a report of a release that did not tell.
  public var waiting: Double
  public var requests: Int
  /// 0 for a report of a release that did not count them.
  public var retries: Int
  public var isPartial: Bool
  /// Which part of a run it tells of; nil where it is of all of one.
  public var shard: Shard?
  public var notices: [String]
  public var exit: Int
  /// Each id once.
  public var cases: [Case]
  /// Empty for a report of a release that did not write them.
  public var quirkResults: [QuirkResult]
  /// How much of the contract was seen; nil where nobody asked for it.
  public var coverage: Coverage?

  /// How many items of the contract were seen, and of how many.
  public struct Coverage: Sendable, Hashable {
    public var seen: Int
    public var all: Int
  }

  public struct Case: Sendable, Hashable {
    public var id: String
    public var outcome: Verdict.Outcome
    public var asserted: Int
    public var reason: String?
    public var findings: [Finding]
  }

  public struct Finding: Sendable, Hashable {
    public var rule: String
    public var severity: Severity
    /// As it was written, with the number of a row in it.
    public var pointer: String?
    public var expected: String
    public var received: String
    public var count: Int
    /// Whether a baseline accepts it, so that it does not count.
    public var isSuppressed: Bool
    /// Method and target of the request whose answer shows it; nil where none does alone.
    public var request: String?
    /// In whose name that was sent, as it is written; nil for a report that does not say.
    public var credential: String?
    /// 64 hexadecimal digits that stay the same while the fault does; what people call it by begins them.
    public var fingerprint: String
  }

  public struct QuirkResult: Sendable, Hashable {
    public var id: String
    public var operation: String
    public var outcome: String
    public var side: String?
    /// What was seen and how often; empty for a report that does not say.
    public var saw: String
    /// Whether a client of the tables would not expect it.
    public var isRemarkable: Bool
  }

  /// Why a file is not read as a report; the description goes behind the file's name.
  public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text says what is wrong and where, and what to do.
    case notJSON(String)
    case notReport
    /// A schema of another release.
    case otherSchema(String)
    /// The text names the place and what is wrong with it.
    case incomplete(String)

    public var description: String {
      switch self {
      case .notJSON(let words): words
      case .notReport:
        "is JSON and no report, for it has no schema; write one with --report json=FILE"
      case .otherSchema(let schema) where !schema.contains(".report/"):
        "is of schema \(schema), and no report; name what run --report json=FILE writes of one target"
      case .otherSchema(let schema):
        "is of schema \(schema), and this release reads \(JSONReport.form) and older ones; use the "
          + "release that wrote it"
      case .incomplete(let what):
        "\(what); write the report again with --report json=FILE"
      }
    }
  }
}
