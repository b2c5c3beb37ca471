// SPDX-License-Identifier: Apache-2.0
// One row of a request table: where the parameter goes, its type, default, range and rules.

/// One parameter of an operation.
public struct Parameter: Sendable, Hashable {
  public enum Location: String, Sendable, Hashable, CaseIterable {
    case path, query, header
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case string, integer
  }

  public var name: String
  public var location: Location
  public var kind: Kind
  public var isRequired: Bool
  /// The fact of a target that fills the parameter; path parameters only.
  public var fact: Fact?
  /// What the server takes when the parameter is not sent.
  public var defaultValue: Int?
  public var range: ClosedRange<Int>?
  /// The documented values; empty where any value goes.
  public var words: [String]
  /// The field of a row that the parameter filters by.
  public var filters: String?
  public var says: String
  public var place: Place

  /// A parameter of the path, filled from a fact of the target.
  public static func path(
    _ name: String,
    _ kind: Kind,
    fact: Fact,
    _ says: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      location: .path,
      kind: kind,
      isRequired: true,
      fact: fact,
      words: [],
      says: says,
      place: Place(fileID: file, line: line)
    )
  }

  /// An optional parameter of the query.
  public static func query(
    _ name: String,
    _ kind: Kind,
    default value: Int? = nil,
    range: ClosedRange<Int>? = nil,
    _ says: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      location: .query,
      kind: kind,
      isRequired: false,
      defaultValue: value,
      range: range,
      words: [],
      says: says,
      place: Place(fileID: file, line: line)
    )
  }

  /// An optional parameter of the query that keeps the rows whose field has the value.
  public static func filter(
    _ name: String,
    by field: String,
    oneOf words: [String],
    _ says: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      location: .query,
      kind: .string,
      isRequired: false,
      words: words,
      filters: field,
      says: says,
      place: Place(fileID: file, line: line)
    )
  }

  /// The token that the documentation asks for; a signature stands in for it.
  public static func token(
    _ says: String = "proves who is asking; a signature with an access key does as well",
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: "X-Auth-Token",
      location: .header,
      kind: .string,
      isRequired: true,
      words: [],
      says: says,
      place: Place(fileID: file, line: line)
    )
  }
}
