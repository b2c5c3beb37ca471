// SPDX-License-Identifier: Apache-2.0
// What can be looked at in answers to tell the sides of a quirk apart, as data.

/// Something in the answers of a server that shows a sign of a side.
public enum Observable: Sendable, Hashable {
  /// A field of every row, or of the rows whose other field has one of the words.
  ///
  /// The path leads through a string that holds an object.
  case field(FieldPath, Trait, where: Condition? = nil)
  /// A field at the root of every page.
  case root(FieldPath)
  /// The name under which rows carry a field: the first that is there, or `absent`.
  case names([String])
  /// Whether the text of a row's field opens with the value of a parameter of the path and a slash:
  /// `with` or `without`.
  case prefix(of: FieldPath, parameter: String)
  /// Whether two fields of a row have one value: `equal` or `different`.
  case pair(FieldPath, FieldPath)
  /// The fraction digits of the times in all rows, the zero time left out: their number, or
  /// `varied`.
  case fractionDigits([String])
  /// Whether a row has members that no table lists: `some` or `none`.
  case extraMembers
  /// Whether a row has a member that is null: `some` or `none`.
  case nulls
  /// How the values of a field follow each other: `descending`, `ascending` or `unordered`.
  case order(of: FieldPath)
  /// How a body is built: `page` with its frame, `array`, or `row` for one row without a list.
  case envelope
  /// Which of the sizes a page has if none is asked for.
  case defaultSize([Int])
  /// Whether total counts the rows that a filter keeps: `filtered` or `all`.
  case totalUnderFilter
  /// What rows have that a word of a filter keeps: the `same` word or an `other` one.
  case filteredWords
  /// Whether a page with fewer rows than its limit leads on: `marker` or `none`.
  case markerOnShortPage
  /// The status of an answer, `200 empty` for no rows and `200 null` for no list.
  case status(of: Question)
  /// The shape of errors, by the names that the profile has for them, or `unknown`.
  case errorShape(of: Refusal)
  /// The family of an error's code, by the names that the profile has for them, or `other`.
  case errorCode
  /// Whether errors other than 403 have a member: `present` or `absent`.
  case errorMember(String)
  /// Whether pages have a header field: `present` or `absent`.
  case header(String)

  /// What of a value is a sign.
  public enum Trait: Sendable, Hashable {
    /// The text of a string, the spelling of anything else.
    case value
    /// The same, for these values only.
    case among([String])
    /// `object`, `text` that holds one, `broken-text` that begins like one, `plain`, `empty`,
    /// `number`, `boolean`, `array`, `null` or `absent`.
    case form
    /// `capitalized` or `lower`.
    case letterCase
    /// `uuid`, `hexadecimal` with 24 digits, `empty` or `other`.
    case shape
    /// `zero`, `32-bit` or `64-bit` for an integer, otherwise as ``form``.
    case magnitude
    /// `zero` or `time` for a time, otherwise as ``form``.
    case zeroTime
  }

  /// Limits rows to those whose field has one of the words.
  public struct Condition: Sendable, Hashable {
    public var field: String
    public var words: [String]

    public static func when(_ field: String, isOneOf words: [String]) -> Condition {
      Condition(field: field, words: words)
    }
  }

  /// A request whose answer shows a side.
  public enum Question: Sendable, Hashable {
    /// The list with this query, in order.
    case query([Query])
    /// A resource of that parameter of the path that is not there.
    case unknown(String)
  }

  /// One parameter of a query.
  public struct Query: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Which requests that are refused are looked at.
  public enum Refusal: String, Sendable, Hashable, CaseIterable {
    /// Without a token.
    case unauthenticated
    /// Of every kind.
    case any
  }
}
