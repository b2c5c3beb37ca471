// SPDX-License-Identifier: Apache-2.0
// From the text of a contract document back to operations, or to the first thing that is wrong.

public import Wire

extension ContractDocument {
  /// The first thing in a text that keeps it from being a contract document.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where it stands; the root where the text is no JSON.
    public var pointer: JSONPointer
    public var expected: String
    public var received: String

    public var description: String {
      "\(pointer.tokens.isEmpty ? "the document" : "\(pointer)"): expected \(expected), "
        + "received \(received)"
    }
  }

  /// Reads what ``text`` writes.
  ///
  /// Unknown members are refused. A digest may be left out; one that is there has to be right.
  public init(parsing bytes: [UInt8]) throws(Problem) {
    let root = try Self.root(of: bytes)
    let site = JSONSite(value: root, pointer: .root)
    guard root["schema"]?.string == Self.schema else {
      throw Problem(
        pointer: .init(["schema"]), expected: JSONText.quote(Self.schema),
        received: root["schema"]?.raw ?? "no such member")
    }
    let draft = try Codec<Draft>.draft.read(site)
    self.init(draft.operations)
    guard let digest = draft.digest, digest != self.digest else { return }
    throw Problem(
      pointer: .init(["digest"]), expected: "\(self.digest), which the operations have",
      received: digest)
  }

  private static func root(of bytes: [UInt8]) throws(Problem) -> JSONValue {
    do {
      return try JSONDocument(parsing: bytes).root
    } catch {
      throw Problem(pointer: .root, expected: "JSON", received: "\(error)")
    }
  }

  /// The members as they stand, before anything is compared.
  fileprivate struct Draft {
    var schema: String
    var digest: String?
    var operations: [Operation]
  }
}

extension Codec where Value == ContractDocument.Draft {
  fileprivate static var draft: Codec {
    .record(
      Value.init,
      member("schema", \.schema, .text),
      member("digest", \.digest, optional: .text),
      member("operations", \.operations, .list(.operation)))
  }
}
