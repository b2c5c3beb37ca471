// SPDX-License-Identifier: Apache-2.0
// The report as JUnit XML, for the test pages of Jenkins, GitLab and their like.

public import Conformance
import Contract
import Wire

/// Tells a report as JUnit XML: a suite for each operation, a test case for each case.
///
/// It is valid by the schema of Jenkins' xUnit plugin (`junit-10.xsd`). Failed is a failure, and so is warned
/// where warnings count as failed; inconclusive, and not exercised for want of a fact, is an error. The time of a
/// test case is that of its requests, each of which other cases may share.
public struct JUnitReport: Sendable, Hashable {
  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String

  public init(contract: String) { self.contract = contract }

  public func text(of report: Report) -> String {
    let suites = report.results.byOperation.map { suite($0.operation, $0.results, of: report) }
    let counts = Counts(of: report.results, report.isStrict)
    let attributes: KeyValuePairs = [
      "name": report.profile.suite.name, "tests": "\(report.results.count)",
      "failures": counts.failures,
      "errors": counts.errors, "time": report.seconds.rounded(digits: 3),
    ]
    return XMLTree("testsuites", attributes, suites).document
  }

  private func suite(_ operation: String, _ results: [CaseResult], of report: Report) -> XMLTree {
    let counts = Counts(of: results, report.isStrict)
    let attributes: KeyValuePairs = [
      "name": operation, "tests": "\(results.count)", "failures": counts.failures,
      "errors": counts.errors, "skipped": counts.skipped,
      "time": results.compactMap(\.cost.seconds).reduce(0, +).rounded(digits: 3),
      "timestamp": report.started, "file": results[0].clause.location.file,
    ]
    let properties = properties(of: report).map {
      XMLTree("property", ["name": $0.0, "value": $0.1])
    }
    let notices = report.toldNotices.map { "notice: \($0.visible)" }
    return XMLTree(
      "testsuite", attributes,
      [XMLTree("properties", [:], properties)] + results.map { testCase($0, report.isStrict) }
        + output(notices, between: "\n"))
  }

  private func properties(of report: Report) -> [(String, String)] {
    [
      ("version", report.profile.suite.version), ("contract", contract),
      ("mode", report.mode.rawValue),
      ("endpoint", report.endpoint.visible), ("requests", "\(report.requests)"),
      ("retries", "\(report.retries)"), ("partial", "\(report.isPartial)"),
      ("exit", "\(report.exit.rawValue): \(report.exitWords)".visible),
    ]
  }

  private func testCase(_ result: CaseResult, _ isStrict: Bool) -> XMLTree {
    let prefix = result.operation + "."
    let name = result.id.hasPrefix(prefix) ? String(result.id.dropFirst(prefix.count)) : result.id
    return XMLTree(
      "testcase",
      [
        "classname": result.operation, "name": name,
        "time": (result.cost.seconds ?? 0).rounded(digits: 3),
      ],
      outcome(of: result, isStrict) + output(remarks(on: result, isStrict), between: "\n\n"))
  }

  private func outcome(of result: CaseResult, _ isStrict: Bool) -> [XMLTree] {
    let reason = (result.verdict.reason ?? "").visible
    return switch result.verdict.outcome {
    case .warned where isStrict: [failure(of: result, isStrict)]
    case .passed, .warned: []
    case .failed: [failure(of: result, isStrict)]
    case .inconclusive:
      [XMLTree("error", ["message": reason, "type": "inconclusive"], text: reason)]
    case .skipped where result.isUnexercised:
      [XMLTree("error", ["message": reason, "type": "not exercised"], text: reason)]
    case .skipped: [XMLTree("skipped", ["message": reason])]
    }
  }

  private func failure(of result: CaseResult, _ isStrict: Bool) -> XMLTree {
    let errors = result.findings.filter { $0.fails(isStrict) }
    let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    let message = (errors.first?.sentence ?? result.title.visible) + more
    let blocks = errors.map { TextReport().block(of: $0, in: result) }
    return XMLTree(
      "failure", ["message": message, "type": result.rule], text: blocks.joined(separator: "\n\n"))
  }

  /// What is not the reason for a failure: warnings, notes, what a baseline suppresses, and the side
  /// of a quirk.
  private func remarks(on result: CaseResult, _ isStrict: Bool) -> [String] {
    if let quirkResult = result.quirkResult { return [quirkResult.change.visible] }
    return result.findings.filter { !$0.fails(isStrict) }.map { finding in
      let head = finding.suppression.map { "suppressed by the baseline: \($0.visible)\n" } ?? ""
      return head + TextReport().block(of: finding, in: result)
    }
  }

  private func output(_ parts: [String], between: String) -> [XMLTree] {
    parts.isEmpty ? [] : [XMLTree("system-out", text: parts.joined(separator: between))]
  }

  /// How many test cases ended in which way, as attributes.
  private struct Counts {
    var failures, errors, skipped: String

    init(of results: [CaseResult], _ isStrict: Bool) {
      let unexercised = results.count(where: \.isUnexercised)
      failures = "\(results.count(.failed) + (isStrict ? results.count(.warned) : 0))"
      errors = "\(results.count(.inconclusive) + unexercised)"
      skipped = "\(results.count(.skipped) - unexercised)"
    }
  }
}

extension Finding {
  /// Whether it is why its case failed, or is taken as failed.
  fileprivate func fails(_ isStrict: Bool) -> Bool {
    suppression == nil && (severity == .error || isStrict && severity == .warning)
  }
}
