// SPDX-License-Identifier: Apache-2.0
// The types that tables name: scalars, and objects that another table describes.

/// A type as a table writes it.
public struct DocumentedType: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case string, integer, number, boolean, object, array
    /// A word that no table of ours has used yet.
    case unknown
  }

  /// As the page has it, such as `Array of Job objects`.
  public var text: String
  public var kind: Kind
  /// The name of the table that describes the object, or the objects of the array.
  public var model: String?

  private static let scalars: [String: Kind] = [
    "string": .string, "integer": .integer, "int": .integer, "int32": .integer, "int64": .integer,
    "long": .integer, "number": .number, "float": .number, "double": .number,
    "boolean": .boolean, "bool": .boolean, "object": .object, "date": .string,
  ]

  public init(_ text: String) {
    self.text = text
    let words = text.split(separator: " ").map(String.init)
    let last = words.last?.lowercased()
    if words.count > 2, words[0].lowercased() == "array", words[1].lowercased() == "of" {
      kind = .array
      model = last == "objects" || last == "object" ? words.dropLast().last : nil
    } else if words.count == 2, last == "object" {
      (kind, model) = (.object, words[0])
    } else {
      kind = words.count == 1 ? Self.scalars[text.lowercased()] ?? .unknown : .unknown
    }
  }

  var isKnown: Bool { kind != .unknown }

  /// Whether a cell can be the name of a parameter or field.
  static func isName(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, first.properties.isAlphabetic, first.isASCII
    else { return false }
    return cell.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || [45, 46, 95].contains($0)
    }
  }
}
