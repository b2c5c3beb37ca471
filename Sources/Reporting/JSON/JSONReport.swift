// SPDX-License-Identifier: Apache-2.0
// The report for programs; its keys and their order are the stable interface.

public import Conformance
import Contract
package import Wire

/// Tells a report as one JSON document of the schema `NAME.report/3`, with the name of the suite.
public struct JSONReport: Sendable, Hashable {
  public static let form = "report/3"

  /// The digest of the specs that were judged by, written `sha256:…`.
  public var contract: String

  public init(contract: String) { self.contract = contract }

  public func text(of report: Report) -> String { tree(of: report).document }

  private func tree(of report: Report) -> JSONTree {
    .object(
      members(of: report) + requirements(of: report)
        + (report.part.map { [("shard", $0.tree)] } ?? []))
  }

  /// Told only where a set of cases was named.
  private func requirements(of report: Report) -> [(key: String, value: JSONTree)] {
    guard let name = report.requirements else { return [] }
    let outside = report.outside.map { result -> JSONTree in
      ["id": .string(result.id), "outcome": .string(result.verdict.outcome.rawValue)]
    }
    return [("set", ["name": .string(name), "outside": .array(outside)])]
  }

  private func members(of report: Report) -> [(key: String, value: JSONTree)] {
    let members: KeyValuePairs<String, JSONTree> = [
      "schema": .string(report.profile.schema(Self.form)),
      "suite": ["version": .string(report.profile.suite.version), "contract": .string(contract)],
      "target": tree(ofTargetOf: report),
      "started": .string(report.started),
      "seconds": .number(report.seconds.rounded(digits: 3)),
      "waiting": .number(report.waiting.rounded(digits: 3)),
      "requests": .integer(report.requests),
      "retries": .integer(report.retries),
      "partial": .boolean(report.isPartial),
      "notices": .array(report.notices.map { .string($0) }),
      "unexercised": .array(
        report.reasons(.skipped).filter(\.isUnexercised)
          .map { wanting($0, report.profile) }),
      "exit": .integer(Int(report.exit.rawValue)),
      "advice": .array(report.advice.map { .string($0) }),
      "summary": .object(
        Verdict.Outcome.allCases.map { ($0.rawValue, .integer(report.count($0))) }
      ),
      "findings": .object(
        Severity.allCases.map { severity in
          let own = report.findings(severity).filter { $0.result.quirkResult == nil }
          return (severity.rawValue, .integer(own.count))
        }),
      "cases": .array(report.results.map(tree)),
      "coverage": report.coverage.map(tree) ?? .null,
      "quirkResults": .array(report.quirkResults.map(tree)),
      "exchanges": .made(report.timings.count) { tree(of: report.timings[$0]) },
    ]
    return members.map { ($0.key, $0.value) }
  }

  /// Who was asked, and the words of a command line that ask it again, which are no secret.
  private func tree(ofTargetOf report: Report) -> JSONTree {
    let facts = (report.target?.values ?? [:]).sorted { $0.key < $1.key }
    let options = (report.target?.reproduction.options ?? []) + report.selectionOptions
    return [
      "mode": .string(report.mode.rawValue), "endpoint": .string(report.endpoint),
      "facts": .object(facts.map { ($0.key.name, .string($0.value)) }),
      "options": .array(options.map { .string($0) }),
    ]
  }

  /// What a request took; times are milliseconds since it was begun, null where nobody measured.
  private func tree(of timing: Report.Timing) -> JSONTree {
    let phases = timing.phases
    let moments: KeyValuePairs = [
      "nameLookup": phases?.nameLookup, "connect": phases?.connect, "tls": phases?.tls,
      "firstByte": phases?.firstByte, "lastByte": phases?.lastByte,
    ]
    return [
      "operation": .string(timing.operation), "request": .string(timing.request.line),
      "status": timing.status.map { .integer($0) } ?? .null, "bytes": .integer(timing.bytes),
      "milliseconds": .number((timing.seconds * 1000).rounded(digits: 3)),
      "phases": phases == nil
        ? .null
        : .object(
          moments.map { name, seconds in
            (name, .number(((seconds ?? 0) * 1000).rounded(digits: 3)))
          }),
    ]
  }

  /// Cases that were claimed and not exercised, and the facts of the target that would change it.
  private func wanting(_ group: ReasonGroup, _ profile: Profile) -> JSONTree {
    let facts = group.results[0].wantedFacts.sorted()
    return [
      "cases": .integer(group.results.count),
      "wanting": .array(facts.map { .string($0.name) }),
      "set": .array(facts.map { .string(profile.variable(of: $0)) }),
    ]
  }

  package func tree(of result: CaseResult) -> JSONTree {
    [
      "id": .string(result.id),
      "operation": .string(result.operation),
      "level": .string(result.level.rawValue),
      "rule": .string(result.rule),
      "title": .string(result.title),
      "obligation": .string(result.obligation.rawValue),
      "outcome": .string(result.verdict.outcome.rawValue),
      "asserted": .integer(result.verdict.asserted),
      "reason": .string(result.verdict.reason),
      "findings": .array(result.told.map(tree)),
    ]
  }

  private func tree(of quirkResult: QuirkResult) -> JSONTree {
    [
      "id": .string(quirkResult.id),
      "operation": .string(quirkResult.operation),
      "outcome": .string(quirkResult.outcome.rawValue),
      "side": .string(quirkResult.side),
      "saw": .string(quirkResult.saw),
      "first": .string(quirkResult.first),
      "remarkable": .boolean(quirkResult.isRemarkable),
      "was": .string(quirkResult.was),
    ]
  }

  private func tree(of coverage: Coverage) -> JSONTree {
    [
      "percent": .integer(coverage.percent), "seen": .integer(coverage.seenCount),
      "items": .array(
        coverage.items.map { item in
          [
            "operation": .string(item.operation), "level": .string(item.level.rawValue),
            "kind": .string(item.kind.rawValue), "name": .string(item.name),
            "count": .integer(item.count),
          ]
        }),
    ]
  }

  func tree(of told: ReportedFinding) -> JSONTree {
    let finding = told.finding
    return [
      "name": .string(told.name),
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "pointer": .string(finding.pointer?.description),
      "count": .integer(finding.count),
      "expected": .string(finding.expected),
      "received": .string(finding.received.description),
      "clause": tree(of: finding.clause),
      "at": tree(of: finding.clause.location),
      "repeat": .string(finding.evidence?.repeatLines.first),
      "comparedWith": .string(finding.evidence?.repeatLines.dropFirst().first),
      "request": .string(finding.evidence?.request),
      "credential": .string(finding.evidence?.credential.rawValue),
      "suppression": .string(finding.suppression),
    ]
  }

  private func tree(of clause: Clause) -> JSONTree {
    [
      "description": .string(clause.description),
      "page": .string(clause.source.document),
      "section": .string(clause.source.section),
      "title": .string(clause.page?.title),
      "url": .string(clause.page?.url),
    ]
  }

  private func tree(of location: SpecLocation) -> JSONTree {
    ["file": .string(location.file), "line": .integer(location.line)]
  }
}

extension Report.Part {
  /// What `merge` has to know of a shard.
  package var tree: JSONTree {
    [
      "number": .integer(shard.number), "of": .integer(shard.count), "target": .string(target),
      "shared": .integer(shared), "options": .array(options.map { .string($0) }),
    ]
  }

  /// Nil unless a document says all of it.
  package init?(_ value: JSONValue?) {
    guard let value, let number = value["number"]?.number?.int64,
      let count = value["of"]?.number?.int64, let target = value["target"]?.string,
      let shard = Shard(Int(clamping: number), of: Int(clamping: count)),
      let shared = value["shared"]?.number?.int64
    else { return nil }
    self.init(
      shard, of: target, options: value["options"]?.elements.compactMap(\.string) ?? [],
      shared: Int(clamping: shared))
  }
}
