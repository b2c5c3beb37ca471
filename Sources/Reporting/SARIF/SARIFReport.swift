// SPDX-License-Identifier: Apache-2.0
// The report as SARIF 2.1.0, for code scanning: a rule for each check, a result for each finding.

public import Conformance
import Contract
import Wire

/// Tells a report as one SARIF 2.1.0 log with one run.
///
/// What is no finding, such as cases that were not decided, are notifications of the invocation.
public struct SARIFReport: Sendable, Hashable {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String
  public var sources: SourceRoot
  /// What each check says of itself, by its rule.
  private let summaries: [String: String]

  /// - Parameter checks: Those that were judged by, a suite's own included.
  public init(
    contract: String, sources: SourceRoot = .folder(""), checks: [Check] = Check.all
  ) {
    self.contract = contract
    self.sources = sources
    summaries = Dictionary(checks.map { ($0.rule, $0.summary) }) { first, _ in first }
  }

  public func text(of report: Report) -> String {
    let log: JSONTree = [
      "$schema": .string(Self.schema),
      "version": .string("2.1.0"),
      "runs": .array([run(of: report)]),
    ]
    return log.document
  }

  private func run(of report: Report) -> JSONTree {
    let rules = Rule.all(of: report.results, summaries)
    let places = Dictionary(uniqueKeysWithValues: zip(rules.map(\.name), rules.indices))
    return [
      "tool": [
        "driver": [
          "name": .string(report.profile.suite.name),
          "semanticVersion": .string(report.profile.suite.version),
          "rules": .array(rules.map(\.tree)),
        ]
      ],
      "invocations": .array([invocation(of: report)]),
      "originalUriBaseIds": ["SRCROOT": sourceRoot],
      "columnKind": .string("unicodeCodePoints"),
      "results": .array(
        report.told.map { result(of: $0, rule: places[$0.result.rule], report.isStrict) }),
      "properties": [
        "mode": .string(report.mode.rawValue),
        "endpoint": .string(report.endpoint),
        "contract": .string(contract),
        "seconds": .number(report.seconds.rounded(digits: 3)),
        "requests": .integer(report.requests),
        "retries": .integer(report.retries),
        "partial": .boolean(report.isPartial),
        "summary": .object(
          Verdict.Outcome.allCases.map { ($0.rawValue, .integer(report.count($0))) }),
      ],
    ]
  }

  private var sourceRoot: JSONTree {
    let description = "the root of the repository that the files stand in"
    let texts: [(key: String, value: JSONTree)] = [
      ("description", ["text": .string(description)])
    ]
    guard case .address(let root) = sources else { return .object(texts) }
    return .object([("uri", .string("\(root)/"))] + texts)
  }

  private func invocation(of report: Report) -> JSONTree {
    let level = report.failsInconclusive ? "error" : "warning"
    let inconclusive = report.reasons(.inconclusive).map {
      notification("\($0.results.count.counted("case")) inconclusive: \($0.sentence)", level)
    }
    let skipped = report.reasons(.skipped).map {
      notification(
        "\($0.results.count.counted("case")) \($0.outcomeWords): \($0.sentence)",
        $0.isUnexercised ? level : "note")
    }
    let notices = report.toldNotices.map { notification($0.visible, "warning") }
    return [
      "executionSuccessful": .boolean(!report.failsInconclusive && !report.isPartial),
      "startTimeUtc": .string(report.started),
      "exitCode": .integer(Int(report.exit.rawValue)),
      "exitCodeDescription": .string(report.exitWords.visible),
      "toolExecutionNotifications": .array(notices + inconclusive + skipped),
    ]
  }

  private func notification(_ text: String, _ level: String) -> JSONTree {
    ["level": .string(level), "message": message(text)]
  }

  private func result(of told: ReportedFinding, rule: Int?, _ isStrict: Bool) -> JSONTree {
    let finding = told.finding
    let severity = isStrict && finding.severity == .warning ? .error : finding.severity
    let suppressions = finding.suppression.map { reason -> JSONTree in
      [
        "kind": .string("external"), "status": .string("accepted"),
        "justification": .string(reason),
      ]
    }
    return [
      "ruleId": .string(told.result.rule),
      "ruleIndex": .integer(rule ?? -1),
      "kind": .string(told.kind),
      "level": .string(told.result.quirkResult == nil ? severity.rawValue : "none"),
      "message": message("\(told.id): \(finding.sentence); clause: \(finding.clause.words)"),
      "locations": .array([location(of: told)]),
      "occurrenceCount": .integer(finding.count),
      "partialFingerprints": ["finding/v1": .string(told.fingerprint)],
      "suppressions": .array(suppressions.map { [$0] } ?? []),
      "properties": [
        "pointer": .string(finding.pointer?.description),
        "expected": .string(finding.expected),
        "received": .string(finding.received.description),
        "request": .string(finding.evidence?.request),
        "repeat": .string(finding.evidence?.repeatLines.joined(separator: "\n")),
      ],
    ]
  }

  private func location(of told: ReportedFinding) -> JSONTree {
    let literal = told.finding.clause.location
    let place = sources.place(of: literal) ?? literal
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(place.file), "uriBaseId": .string("SRCROOT")],
        "region": ["startLine": .integer(place.line)],
      ],
      "logicalLocations": .array([
        [
          "name": .string(told.result.operation), "fullyQualifiedName": .string(told.id),
          "kind": .string("resource"),
        ]
      ]),
    ]
  }

  /// A plain text; a viewer finds no link in it that a server has written.
  private func message(_ text: String) -> JSONTree {
    ["text": .string(text.visible.replacing("](", with: "] ("))]
  }
}

extension ReportedFinding {
  /// What a result says of its rule: which side a server takes of a quirk breaks none, and is for a
  /// person to look at where it was another one before.
  fileprivate var kind: String {
    guard let quirkResult = result.quirkResult else { return "fail" }
    return quirkResult.was == nil ? "informational" : "review"
  }
}
