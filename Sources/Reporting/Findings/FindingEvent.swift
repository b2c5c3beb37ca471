// SPDX-License-Identifier: Apache-2.0
// A finding that is told alone, while others may follow.

public import Conformance
import Contract
import Wire

/// One finding of a case, with the name by which it is known again.
public struct FindingEvent: Sendable {
  private let told: ReportedFinding

  /// The findings of a case that weigh something.
  public static func all(of result: CaseResult) -> [FindingEvent] {
    result.told.filter { $0.finding.severity != .note && $0.finding.suppression == nil }
      .map(FindingEvent.init)
  }

  /// 64 hexadecimal digits that stay the same while the fault does.
  public var name: String { told.fingerprint }

  /// As the text report draws it, without a line end.
  public var text: String { TextReport().block(of: told.finding, in: told.result) }

  /// The case and the fault in one line.
  public var line: String { "\(told.id)  \(told.finding.summary)" }

  /// One line of JSON with a member `event` of that text, and the finding as reports have it.
  public func json(_ event: String) -> String {
    let tree: JSONTree = [
      "event": .string(event), "case": .string(told.id),
      "finding": JSONReport(contract: "").tree(of: told),
    ]
    return Self.line(tree)
  }

  /// One line of JSON that says that a request got no answer, and why.
  public static func json(unanswered sentence: String) -> String {
    line(["event": "unanswered", "reason": .string(sentence)])
  }

  private static func line(_ tree: JSONTree) -> String {
    tree.document.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ") + "\n"
  }
}
