// SPDX-License-Identifier: Apache-2.0
// One thing that two servers do not do alike, and what of a contract it is about.

/// One thing in which two sides differ.
public struct Difference: Sendable, Hashable {
  public var sort: Sort
  public var kind: Kind
  /// The operation's id.
  public var operation: String
  /// The id of a case, the name of a quirk or of a header field, a pattern of JSON pointers, or a request.
  public var place: String
  /// What the first side does, in words.
  public var first: String
  /// What the second side does, in words.
  public var second: String
  /// At how many places more the same was seen.
  public var others = 0
  /// Lines for a shell that show it again.
  public var repeatLines: [String] = []

  /// What of the contract it is about, the gravest first.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// One side breaks a promise, or breaks it in another way.
    case contract
    /// The sides take two sides of a contradiction in the documentation.
    case quirk
    /// The contract does not speak of it.
    case unspoken
    /// A side differs from itself as well, since its data moves.
    case noise
  }

  /// What is not alike; the raw value is its word in JSON.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case verdict, quirk, note, status, header
    case headerOrder = "header-order"
    case delivery, layout, member, element
    case memberOrder = "member-order"
    case rows
    case rowOrder = "row-order"
    case value, time

    /// Whether a side that does not show it where it could has something to tell by that.
    var canBeAbsent: Bool { [.header, .delivery, .layout, .member].contains(self) }
  }

  init(
    _ sort: Sort, _ kind: Kind, _ operation: String, _ place: String, _ first: String,
    _ second: String, repeatLines: [String] = []
  ) {
    (self.sort, self.kind, self.operation, self.place) = (sort, kind, operation, place)
    (self.first, self.second, self.repeatLines) = (first, second, repeatLines)
  }
}
