// SPDX-License-Identifier: Apache-2.0
// One thing that a reader of a page notices, with a key that the ledger can know.

/// What was found on a page.
public struct PageFinding: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The layout could not be read to the end.
    case layout
    /// Two places of the page do not go together.
    case contradiction
    /// The page and the spec do not say the same, or the page is silent where the spec speaks.
    case difference
    /// Worth knowing, and nobody's fault; never changes an exit code.
    case remark
  }

  public var kind: Kind
  /// A lower-kebab name, such as `field-renamed`.
  public var rule: String
  /// What it is about, such as `query.status` or `200.jobs.id`.
  public var subject: String
  /// What tells it apart from others of the rule and subject, such as one word of a list.
  public var detail: String?
  /// The line of the page, counted from 1.
  public var line: Int
  public var description: String

  public init(
    _ kind: Kind, _ rule: String, _ subject: String, _ detail: String? = nil, line: Int,
    _ description: String
  ) {
    self.kind = kind
    self.rule = rule
    self.subject = subject
    self.detail = detail
    self.line = line
    self.description = description
  }

  /// `rule:subject` or `rule:subject:detail`; stable, whatever the line and the words are.
  public var key: String { ([rule, subject] + [detail].compactMap { $0 }).joined(separator: ":") }
}
