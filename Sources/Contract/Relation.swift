// SPDX-License-Identifier: Apache-2.0
// What must hold between the fields of a row, between rows, and between a row and its request.

/// A promise about more than one value.
public struct Relation: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The field repeats a parameter of the path.
    case echo(field: String, parameter: String)
    /// No two rows have the same value.
    case unique(field: String)
    /// The value is zero or more.
    case notNegative(field: String)
    /// One value is no more than the other.
    case atMost(field: String, of: String)
    /// One instant is not before the other; the zero time is left out.
    case notBefore(field: String, earlier: String)
    /// The zero time stands only in rows whose state is not final.
    case zeroTimeWhileUnfinished(field: String, state: String, final: [String])
    /// Rows whose state is one of these have no time but the zero time.
    case zeroTimeUntilFinished(field: String, state: String, unfinished: [String])
    /// One count is the sum of others.
    case sum(field: String, of: [String])
    /// The field counts the rows of another operation's list, in the row that this list belongs to: those
    /// whose state is one of the words, or all of them where there are none.
    ///
    /// `parameter` is the parameter of the other path that names the row.
    case counts(field: String, in: String, parameter: String, state: String, words: [String])
    /// The object is what its row says in another operation's list, as far as both have the same members.
    ///
    /// `by` is the field that names both.
    case row(in: String, by: String)
    /// A code goes with a word; words that are not listed go with any code.
    case code(field: String, follows: String, codes: [String: Int])
    /// The field is there and has a value in rows whose state is one of these.
    case told(field: String, state: String, words: [String])
  }

  public var kind: Kind
  public var obligation: ObligationLevel
  public var description: String
  public var source: Source?
  public var location: SpecLocation

  public static func relation(
    _ kind: Kind, _ obligation: ObligationLevel, _ description: String, from source: Source? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Relation {
    Relation(
      kind: kind, obligation: obligation, description: description, source: source,
      location: SpecLocation(fileID: file, line: line))
  }

  /// The rule's name in case ids, such as `policy_id-echo`.
  public var name: String {
    switch kind {
    case .echo(let field, _): "\(field)-echo"
    case .unique(let field): "\(field)-unique"
    case .notNegative(let field): "\(field)-not-negative"
    case .atMost(let field, let other): "\(field)-at-most-\(other)"
    case .notBefore(let field, let earlier): "\(field)-not-before-\(earlier)"
    case .zeroTimeWhileUnfinished(let field, _, _): "\(field)-zero-while-unfinished"
    case .zeroTimeUntilFinished(let field, _, _): "\(field)-zero-until-finished"
    case .sum(let field, _): "\(field)-adds-up"
    case .counts(let field, _, _, _, _): "\(field)-counted"
    case .row(let operation, _): "row-of-\(operation)"
    case .code(let field, let word, _): "\(field)-follows-\(word)"
    case .told(let field, _, _): "\(field)-told"
    }
  }

  /// The fields of a row that the relation speaks of; without the first one it says nothing.
  public var fields: [String] {
    switch kind {
    case .echo(let field, _), .unique(let field), .notNegative(let field),
      .counts(let field, _, _, _, _), .row(_, let field):
      [field]
    case .sum(let field, let parts): [field] + parts
    case .atMost(let field, let other): [field, other]
    case .notBefore(let field, let earlier): [field, earlier]
    case .zeroTimeWhileUnfinished(let field, let state, _),
      .zeroTimeUntilFinished(let field, let state, _):
      [field, state]
    case .code(let field, let word, _): [field, word]
    case .told(let field, let state, _): [state, field]
    }
  }
}
