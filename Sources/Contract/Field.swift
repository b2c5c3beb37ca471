// SPDX-License-Identifier: Apache-2.0
// One row of a response table: a name, a type, whether it must be there, and what it means.

/// One field of an object in an answer.
public struct Field: Sendable, Hashable {
  /// Whether the field has to be there.
  public enum Presence: String, Sendable, Hashable, CaseIterable {
    /// Its absence breaks the contract.
    case required
    /// Its absence is a warning.
    case expected
    /// It may be absent.
    case optional
  }

  /// What `null` means where a value is expected.
  public enum Nullability: String, Sendable, Hashable, CaseIterable {
    /// It is of the wrong type.
    case never
    /// A warning, as is an empty string for an instant.
    case tolerated
    /// As good as being absent.
    case allowed
  }

  /// The name on the wire, told apart by case.
  public var name: String
  public var type: ValueType
  public var presence: Presence
  public var null: Nullability
  /// How binding the type is.
  public var obligation: ObligationLevel
  /// What the field means, to be read behind its name: `is the task's number`.
  public var description: String
  /// Who promises it, where that is not the table in which the field stands.
  public var source: Source?
  public var location: SpecLocation

  /// Declares a field as the documentation's table does, one row a line.
  public static func field(
    _ name: String, _ type: ValueType, _ presence: Presence, null: Nullability = .never,
    holds obligation: ObligationLevel = .must, _ description: String, from source: Source? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Field {
    Field(
      name: name, type: type, presence: presence, null: null, obligation: obligation,
      description: description, source: source, location: SpecLocation(fileID: file, line: line))
  }
}
