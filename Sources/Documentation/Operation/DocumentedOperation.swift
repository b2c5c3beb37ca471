// SPDX-License-Identifier: Apache-2.0
// What one page says, as a value: the page's side of everything that is compared.

import Contract

/// An operation as a page documents it; nothing in it comes from a spec.
public struct DocumentedOperation: Sendable, Hashable {
  public var title: Stated<String>
  /// The operation's name in the title or in the samples; nil if neither has it.
  public var name: String?
  public var isNamedInTitle: Bool
  public var language: Language
  public var date: Stated<String>?
  public var method: String
  public var path: Stated<String>
  public var parameters: [Parameter]
  /// The locations that the page has a table for.
  public var placements: Set<Parameter.Placement>
  public var requestExample: Stated<String>?
  public var responses: [Response]
  /// The rows of the table of status codes, with their texts.
  public var statusCodes: [Stated<Int>]
  public var statusTexts: [Int: String]
  public var example: Example?
  /// Values without quotes that the samples leave to be filled in.
  public var placeholders: [Stated<String>]
  /// Whether the samples sign with an access key.
  public var signs: Bool
  /// The constraint that keeps tenants out; nil if there is none.
  public var allowList: Stated<String>?
  /// What the reader could not place.
  public var layout: [Stated<String>]

  /// One row of a table of parameters or fields.
  public struct Row: Sendable, Hashable {
    public var name: String
    public var type: DocumentedType
    /// nil where the page has no such column, or has lost it.
    public var isMandatory: Bool?
    public var description: String
    public var rules: DocumentedRules
    public var line: Int
    /// The rows of the table that describes the object; nil if the type is none, or no table does.
    public var fields: [Row]?
  }

  /// One row of a table of the request.
  public struct Parameter: Sendable, Hashable {
    public enum Placement: String, Sendable, Hashable, CaseIterable {
      case path, query, header, body
    }

    public var placement: Placement
    public var row: Row
  }

  /// The tables under one status code.
  public struct Response: Sendable, Hashable {
    public var status: Int
    public var line: Int
    /// The rows of the first table; nil if there is none.
    public var fields: [Row]?
    /// Whether a column says which fields are mandatory.
    public var hasPresence: Bool
  }

  /// The body of the example response, byte for byte.
  public struct Example: Sendable, Hashable {
    public var status: Int
    public var text: String
    public var line: Int
  }

  public func response(_ status: Int) -> Response? { responses.first { $0.status == status } }

  public func parameter(_ name: String, in placement: Parameter.Placement) -> Row? {
    parameters.first { $0.placement == placement && $0.row.name == name }?.row
  }

  /// The names between braces in the path, in order.
  public var gaps: [String] { PathTemplate(stringLiteral: path.value).parameterNames }
}
