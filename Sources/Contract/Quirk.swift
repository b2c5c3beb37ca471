// SPDX-License-Identifier: Apache-2.0
// One contradiction of the documentation, what we hold, and how a server shows its side.

/// A place where the documentation contradicts itself or other sources.
public struct Quirk: Sendable, Hashable {
  /// How the side that a server takes is seen in its rows.
  public enum Detector: Sendable, Hashable {
    /// Under which of the names the field stands; the first is the table's.
    case spelling(of: [String])
    /// In which form the field's value travels; the first form is the table's.
    case form(of: String, forms: [Document.Form])
    /// It is not seen in the rows.
    case none
  }

  /// A stable name, such as `repl-status-revision-casing`.
  public var id: String
  public var section: String
  /// What the page's table says.
  public var table: String
  /// What the page's example shows; nil where there is nothing to see.
  public var example: String?
  /// What other sources say.
  public var others: [Source]
  /// How binding our reading is.
  public var holds: Requirement
  /// What we take as the contract, and why.
  public var says: String
  public var detector: Detector
  public var place: Place

  public static func quirk(
    _ id: String,
    section: String,
    table: String,
    example: String? = nil,
    others: [Source] = [],
    holds: Requirement,
    _ says: String,
    seenBy detector: Detector = .none,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Quirk {
    Quirk(
      id: id,
      section: section,
      table: table,
      example: example,
      others: others,
      holds: holds,
      says: says,
      detector: detector,
      place: Place(fileID: file, line: line)
    )
  }
}
