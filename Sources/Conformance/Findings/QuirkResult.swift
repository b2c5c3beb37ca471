// SPDX-License-Identifier: Apache-2.0
// Which side of a contradiction in the documentation a server takes.

import Contract

/// What answers show of one quirk.
public struct QuirkResult: Sendable, Hashable {
  /// Whom the server agrees with.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case asTable = "as-table"
    case asExample = "as-example"
    case asOther = "as-other"
    case neither
    case notObserved = "not-observed"

    init(_ party: Side.Party) {
      switch party {
      case .table: self = .asTable
      case .example: self = .asExample
      case .other: self = .asOther
      }
    }
  }

  /// The quirk's id.
  public var id: String
  /// The operation's id.
  public var operation: String
  public var outcome: Outcome
  /// The name of the side; nil where it is neither, or nothing was observed.
  public var side: String?
  /// What was seen and how often: `json in 37 of 41`.
  public var saw: String
  /// Where it was seen first, as a JSON pointer; nil where it is about no place in a body.
  public var first: String?
  /// Whether a client of the tables would not expect it, so that a reader wants to know.
  public var isRemarkable: Bool
  /// What an earlier report or a baseline says, `as-table (text)`, where that is another side.
  public var was: String?

  public init(
    id: String, operation: String, outcome: Outcome, side: String? = nil, saw: String,
    first: String? = nil, isRemarkable: Bool, was: String? = nil
  ) {
    self.id = id
    self.operation = operation
    self.outcome = outcome
    self.side = side
    self.saw = saw
    self.first = first
    self.isRemarkable = isRemarkable
    self.was = was
  }
}
