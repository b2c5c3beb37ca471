// SPDX-License-Identifier: Apache-2.0
// The specs as one JSON document that other tools can read, with a digest of what it promises.

import Digests
import Wire

/// Operations as JSON: what `export contract` writes, and what can be read back without loss.
///
/// An enumeration's case is its name, or an object of one member of that name if it carries more.
public struct ContractDocument: Sendable, Hashable {
  /// The name and version of the form; a reader refuses every other.
  public var schema: String
  public var operations: [Operation]

  public init(_ operations: [Operation], of profile: Profile) {
    self.operations = operations
    schema = Self.schema(of: profile)
  }

  static func schema(of profile: Profile) -> String { profile.schema("contract/1") }

  /// The document with a final line end; the same text on every machine.
  public var text: String {
    let members: [(key: String, value: JSONTree)] = [
      ("schema", .string(schema)), ("digest", .string(digest)), ("operations", tree),
    ]
    return JSONTree.object(members).text() + "\n"
  }

  /// `sha256:` and 64 hexadecimal digits over what is promised, wherever it is written down.
  ///
  /// Hashed are `schema` and `operations` without any member `at`: names sorted, no blanks, in UTF-8.
  public var digest: String {
    let members: [(key: String, value: JSONTree)] = [
      ("schema", .string(schema)), ("operations", tree),
    ]
    return "sha256:" + SHA256.hexadecimal(JSONTree.object(members).canonicalText.utf8)
  }

  private var tree: JSONTree { Codec.list(.operation).write(operations) }
}

extension JSONTree {
  /// Sorted names, no blanks, and no places.
  fileprivate var canonicalText: String {
    switch self {
    case .string, .number, .boolean: text()
    case .array(let values): "[" + values.map(\.canonicalText).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.filter { $0.key != SpecLocation.member }.sorted { $0.key < $1.key }
        .map { JSONText.quote($0.key) + ":" + $0.value.canonicalText }.joined(separator: ",")
        + "}"
    }
  }
}
