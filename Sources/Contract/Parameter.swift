// SPDX-License-Identifier: Apache-2.0
// One row of a request table: where the parameter goes, its type, default, range and rules.

/// One parameter of an operation.
public struct Parameter: Sendable, Hashable {
  public enum Placement: String, Sendable, Hashable, CaseIterable {
    case path, query, header
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case string, integer, boolean
  }

  /// How a filter whose values are not listed chooses rows.
  public enum Match: String, Sendable, Hashable, CaseIterable {
    /// Keeps the rows whose field is the value.
    case whole
    /// Keeps the rows whose field has the value in it.
    case part
    /// Keeps the rows whose field is the value; the page does not say whether those with the value in it
    /// are kept as well.
    case wholeOrPart = "whole_or_part"
  }

  /// What a parameter has to do with the order of the rows.
  public enum Ordering: String, Sendable, Hashable, CaseIterable {
    /// Its words are fields of a row, `-` before one that is to descend.
    case column
    /// Its two words turn the order of the column: ascending, descending.
    case direction
  }

  public var name: String
  public var placement = Placement.query
  public var kind: Kind
  public var isRequired = false
  /// The fact of a target that fills the parameter; path parameters only.
  public var fact: Fact?
  /// What the server takes when the parameter is not sent.
  public var defaultValue: Int?
  public var range: ClosedRange<Int>?
  /// The documented values; empty where any value goes.
  public var words: [String] = []
  /// The field of a row that the parameter filters by, by its dotted path.
  public var filters: String?
  /// Another field, where a row is kept that has the value in either of the two.
  public var alternative: String?
  /// How it does, where any value goes; nil for a filter with documented values.
  public var match: Match?
  /// The documented value that any other one is taken for; nil where another one is refused.
  public var otherwise: String?
  public var orders: Ordering?
  /// What every request sends, where a parameter of the query is required.
  public var sent: String?
  /// The documented value that most rows are likely to have; nil where nobody knows.
  public var usual: String?
  public var description: String
  public var location: SpecLocation

  /// A parameter of the path, filled from a fact of the target.
  public static func path(
    _ name: String, _ kind: Kind, fact: Fact, _ description: String, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, placement: .path, kind: kind, isRequired: true, fact: fact,
      description: description, location: SpecLocation(fileID: file, line: line))
  }

  /// An optional parameter of the query.
  public static func query(
    _ name: String, _ kind: Kind, default value: Int? = nil, range: ClosedRange<Int>? = nil,
    _ description: String, file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, kind: kind, defaultValue: value, range: range, description: description,
      location: SpecLocation(fileID: file, line: line))
  }

  /// A parameter of the query without which there is no answer.
  ///
  /// - Parameters:
  ///   - value: What every request sends.
  ///   - words: The documented values; empty where any value goes.
  public static func required(
    _ name: String, _ kind: Kind, sends value: String, oneOf words: [String] = [],
    _ description: String, file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, kind: kind, isRequired: true, words: words, sent: value, description: description,
      location: SpecLocation(fileID: file, line: line))
  }

  /// An optional parameter of the query that keeps the rows whose field has the value.
  ///
  /// - Parameters:
  ///   - otherwise: The word that any other value is taken for; nil where it is refused.
  ///   - usual: The word that most rows are likely to have; some cases ask for it alone.
  public static func filter(
    _ name: String, _ kind: Kind = .string, by field: String, oneOf words: [String],
    otherwise: String? = nil, usually usual: String? = nil, _ description: String,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, kind: kind, words: words, filters: field, otherwise: otherwise, usual: usual,
      description: description, location: SpecLocation(fileID: file, line: line))
  }

  /// An optional parameter of the query that keeps rows by a value that no list has.
  ///
  /// - Parameter alternative: Another field; a row is kept that has the value in either of the two.
  public static func filter(
    _ name: String, _ kind: Kind = .string, by field: String, or alternative: String? = nil,
    matching match: Match, _ description: String, file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, kind: kind, filters: field, alternative: alternative, match: match,
      description: description, location: SpecLocation(fileID: file, line: line))
  }

  /// An optional parameter of the query that puts the rows into the order of a field.
  ///
  /// - Parameter columns: Fields of a row, each with `-` before it where it descends.
  public static func order(
    _ name: String, by columns: [String], _ description: String, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, kind: .string, words: columns, orders: .column, description: description,
      location: SpecLocation(fileID: file, line: line))
  }

  /// An optional parameter of the query that turns the order which another one asks for.
  public static func direction(
    _ name: String, ascending: String, descending: String, _ description: String,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, kind: .string, words: [ascending, descending], orders: .direction,
      description: description, location: SpecLocation(fileID: file, line: line))
  }

  /// A header field that the documentation asks for, such as that of the token.
  public static func header(
    _ name: String, _ description: String, file: StaticString = #fileID, line: UInt = #line
  ) -> Parameter {
    Parameter(
      name: name, placement: .header, kind: .string, isRequired: true, description: description,
      location: SpecLocation(fileID: file, line: line))
  }
}
