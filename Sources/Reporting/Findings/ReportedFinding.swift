// SPDX-License-Identifier: Apache-2.0
// A finding beside its case, and the name by which it is known again in the next run.

package import Conformance
import Contract
import Digests
import Wire

/// A finding with the case it belongs to.
struct ReportedFinding {
  var result: CaseResult
  var finding: Finding
  /// How many findings of the case stand before it that are about the same sort of place.
  var ordinal: Int

  init(_ result: CaseResult, _ finding: Finding, ordinal: Int = 0) {
    self.result = result
    self.finding = finding
    self.ordinal = ordinal
  }

  var id: String { result.id }
  var level: Level { result.level }

  /// 64 hexadecimal digits that stay the same while the fault does.
  ///
  /// They depend on the case, the rule and the sort of place alone, because counts, received values
  /// and even expected ones (a total, say) change with the data.
  var fingerprint: String {
    Self.fingerprint(
      of: id, rule: finding.rule, place: finding.pointer?.pattern ?? "", ordinal: ordinal)
  }

  /// What people call it by: the first eight of those digits.
  var name: String { String(fingerprint.prefix(8)) }

  static func fingerprint(of id: String, rule: String, place: String, ordinal: Int) -> String {
    SHA256.hexadecimal([id, rule, place, "\(ordinal)"].joined(separator: "\n").utf8)
  }
}

extension CaseResult {
  /// Its findings, in their order.
  var told: [ReportedFinding] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let pattern = finding.pointer?.pattern ?? ""
      defer { seen[pattern, default: 0] += 1 }
      return ReportedFinding(self, finding, ordinal: seen[pattern, default: 0])
    }
  }
}

extension Report {
  /// Every finding, in the order of the cases.
  var told: [ReportedFinding] { results.flatMap(\.told) }

  /// The findings of that weight that no baseline suppresses, in the order of their cases.
  func findings(_ severity: Severity) -> [ReportedFinding] {
    told.filter { $0.finding.severity == severity && $0.finding.suppression == nil }
  }
}

extension [CaseResult] {
  /// The results of each operation, operations in the order in which they come first.
  package var byOperation: [(operation: String, results: [CaseResult])] {
    grouped(by: \.operation).map { (operation: $0, results: $1) }
  }
}
