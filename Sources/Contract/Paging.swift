// SPDX-License-Identifier: Apache-2.0
// How a list is read page by page; every paging rule is written once for a style declared here.

/// How a list is cut into pages and how a client goes on to the next one.
public struct Paging: Sendable, Hashable {
  /// How a client asks for the next page.
  public enum Style: Sendable, Hashable {
    /// `offset` and `limit`, with the number of all rows in a field of every page.
    case offset(total: FieldPath, multiplesOfLimit: Bool)
    /// `marker` and `limit`, with the next marker in a field that the last page lacks.
    case marker(next: FieldPath)
  }

  public var style: Style
  /// The field that holds the rows of a page.
  public var rows: FieldPath
  /// The field of a row that tells it apart from the others.
  public var identity: String
  public var location: SpecLocation

  public static func offset(
    rows: FieldPath,
    identity: String = "id",
    total: FieldPath,
    multiplesOfLimit: Bool,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Paging {
    Paging(
      style: .offset(total: total, multiplesOfLimit: multiplesOfLimit),
      rows: rows,
      identity: identity,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  public static func marker(
    rows: FieldPath,
    identity: String = "id",
    next: FieldPath,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Paging {
    Paging(
      style: .marker(next: next),
      rows: rows,
      identity: identity,
      location: SpecLocation(fileID: file, line: line)
    )
  }
}
