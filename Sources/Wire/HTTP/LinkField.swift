// SPDX-License-Identifier: Apache-2.0
// The `Link` header field, by which an answer leads to others (RFC 8288, 3).

/// The links of one answer, in the order in which they came.
public struct LinkField: Sendable, Hashable {
  public static let name = "Link"

  /// One link.
  public struct Link: Sendable, Hashable {
    /// A URI reference, as it was written.
    public var target: String
    /// The relations that the link has, in lower case; of several `rel` the first counts.
    public var relations: [String]
  }

  public var links: [Link]

  /// The links of all fields of the name; nil where one is not as RFC 8288 has it.
  public init?(_ headers: HTTPFields) {
    links = []
    for value in headers.values(of: Self.name) {
      var rest = Array(value.unicodeScalars)[...]
      while let next = Self.link(in: &rest) { links.append(next) }
      guard rest.isEmpty else { return nil }
    }
  }

  /// The first link of a relation.
  public subscript(relation: String) -> Link? {
    links.first { $0.relations.contains(relation) }
  }

  private typealias Text = ArraySlice<Unicode.Scalar>

  /// Takes the next link with the comma behind it; nil at the end, or where there is none.
  private static func link(in rest: inout Text) -> Link? {
    rest = rest.drop { $0 == "," || isBlank($0) }
    guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
    var link = Link(target: text(rest[(rest.startIndex + 1)..<end]), relations: [])
    var (parameters, hasRelation) = (rest[(end + 1)...].drop(while: isBlank), false)
    while parameters.first == ";" {
      parameters = parameters.dropFirst().drop(while: isBlank)
      let name = text(parameters.prefix { !";,=".unicodeScalars.contains($0) && !isBlank($0) })
      parameters = parameters.dropFirst(name.unicodeScalars.count).drop(while: isBlank)
      guard parameters.first == "=" else { continue }
      parameters = parameters.dropFirst().drop(while: isBlank)
      guard let value = value(in: &parameters) else { return nil }
      parameters = parameters.drop(while: isBlank)
      if name.lowercased() == "rel", !hasRelation {
        hasRelation = true
        link.relations = value.lowercased().split(separator: " ").map(String.init)
      }
    }
    guard parameters.isEmpty || parameters.first == "," else { return nil }
    rest = parameters
    return link
  }

  /// Takes a token or a quoted string; nil where the quote is not closed.
  private static func value(in rest: inout Text) -> String? {
    guard rest.first == "\"" else {
      let token = rest.prefix { $0 != ";" && $0 != "," && !isBlank($0) }
      rest = rest.dropFirst(token.count)
      return text(token)
    }
    rest = rest.dropFirst()
    var value = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(value) }
      guard let own = scalar == "\\" ? rest.popFirst() : scalar else { return nil }
      value.append(own)
    }
    return nil
  }

  private static func text(_ scalars: Text) -> String { String(String.UnicodeScalarView(scalars)) }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
