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
    var text = ""
    JSONTree.object(members).writeCanonically(to: &text)
    return "sha256:" + SHA256.hexadecimal(text.utf8)
  }

  private var tree: JSONTree { Codec.list(.operation).write(operations) }
}

extension JSONTree {
  /// Sorted names, no blanks, and no places.
  fileprivate func writeCanonically(to text: inout String) {
    var separator = ""
    switch self {
    case .string, .number, .boolean: text += self.text()
    case .array(let values):
      text += "["
      for value in values {
        text += separator
        separator = ","
        value.writeCanonically(to: &text)
      }
      text += "]"
    case .made(let count, let make):
      JSONTree.array((0..<count).map(make)).writeCanonically(to: &text)
    case .object(let members):
      text += "{"
      let kept = members.filter { $0.key != SpecLocation.member }.sorted { $0.key < $1.key }
      for (key, value) in kept {
        text += separator + JSONText.quote(key) + ":"
        separator = ","
        value.writeCanonically(to: &text)
      }
      text += "}"
    }
  }
}
