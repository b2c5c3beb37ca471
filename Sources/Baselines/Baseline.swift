// SPDX-License-Identifier: Apache-2.0
// The findings that somebody has accepted for a while, each by its name and with a reason.

import Conformance
public import Wire

/// The accepted findings of a target, as a file under version control holds them.
public struct Baseline: Sendable, Hashable {
  static let form = "baseline/1"

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// One accepted finding; a finding that differs in any of these is another one.
  public struct Entry: Sendable, Hashable {
    /// The id of the case.
    public var caseID: String
    public var rule: String
    /// The place in the body, where `*` stands for any one name or number: `/jobs/*/status`.
    ///
    /// Nil for a finding that is not about a place in a body.
    public var pointer: JSONPointer?
    /// What came, as reports write it: `"Done" (string)`.
    public var received: Glob
    /// The endpoint, as the report names it.
    public var target: Glob
    /// Why the finding is accepted; never empty.
    public var reason: String
    /// Where that was decided, such as the URL of an issue.
    public var link: String?
    /// The last day, in UTC, on which the entry counts, such as `2026-12-31`.
    public var expires: String

    public init(
      caseID: String, rule: String, pointer: JSONPointer?, received: Glob, target: Glob,
      reason: String, link: String? = nil, expires: String
    ) {
      self.caseID = caseID
      self.rule = rule
      self.pointer = pointer
      self.received = received
      self.target = target
      self.reason = reason
      self.link = link
      self.expires = expires
    }
  }
}

extension Baseline {
  /// The first last day of an entry that still counts; nil where none does.
  ///
  /// - Parameter today: In UTC, such as `2026-12-31`.
  public func nextExpiry(from today: String) -> String? {
    entries.map(\.expires).filter { $0 >= today }.min()
  }
}

extension Baseline.Entry {
  /// Whether the entry names that sort of finding; what was received is not looked at.
  func speaks(of finding: Finding, in result: CaseResult) -> Bool {
    caseID == result.id && rule == finding.rule && covers(finding.pointer)
  }

  private func covers(_ found: JSONPointer?) -> Bool {
    guard let pointer, let found else { return pointer == nil && found == nil }
    return pointer.tokens.count == found.tokens.count
      && zip(pointer.tokens, found.tokens).allSatisfy { $0 == "*" || $0 == $1 }
  }

  func covers(_ received: Finding.Received) -> Bool { self.received.matches("\(received)") }

  /// Whether the entry accepts whatever may come there, as far as it is of that type.
  func coversAll(ofType type: String) -> Bool {
    received.text == "*" || received == .any(ofType: type)
  }
}

extension Glob {
  /// Whatever a report writes of a value of that type; an empty text is no type.
  static func any(ofType type: String) -> Glob { Glob(type.isEmpty ? "*" : "* (\(type))") }
}
