// SPDX-License-Identifier: Apache-2.0
// One row of a request table: where the parameter goes, its type, default, range and rules.

/// One parameter of an operation.
public struct Parameter: Sendable, Hashable {
  public enum Placement: String, Sendable, Hashable, CaseIterable {
    case path, query, header
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case string, integer
  }

  public var name: String
  public var placement: Placement
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
  public var description: String
  public var location: SpecLocation

  /// A parameter of the path, filled from a fact of the target.
  public static func path(
    _ name: String,
    _ kind: Kind,
    fact: Fact,
    _ description: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      placement: .path,
      kind: kind,
      isRequired: true,
      fact: fact,
      words: [],
      description: description,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// An optional parameter of the query.
  public static func query(
    _ name: String,
    _ kind: Kind,
    default value: Int? = nil,
    range: ClosedRange<Int>? = nil,
    _ description: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      placement: .query,
      kind: kind,
      isRequired: false,
      defaultValue: value,
      range: range,
      words: [],
      description: description,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// An optional parameter of the query that keeps the rows whose field has the value.
  public static func filter(
    _ name: String,
    by field: String,
    oneOf words: [String],
    _ description: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      placement: .query,
      kind: .string,
      isRequired: false,
      words: words,
      filters: field,
      description: description,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// A header field that the documentation asks for, such as that of the token.
  public static func header(
    _ name: String,
    _ description: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name,
      placement: .header,
      kind: .string,
      isRequired: true,
      words: [],
      description: description,
      location: SpecLocation(fileID: file, line: line)
    )
  }
}
