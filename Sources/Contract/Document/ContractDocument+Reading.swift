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
  /// Unknown members are refused. A digest may be left out; one that is there has to be right. Facts
  /// that the profile does not know are refused too, for no target can say them.
  public init(parsing bytes: [UInt8], of profile: Profile) throws(Problem) {
    let root = try Self.root(of: bytes)
    let site = JSONSite(value: root, pointer: .root)
    let schema = Self.schema(of: profile)
    guard root["schema"]?.string == schema else {
      throw Problem(
        pointer: .init(["schema"]), expected: JSONText.quote(schema),
        received: root["schema"]?.raw ?? "no such member")
    }
    let draft = try Codec<Draft>.draft.read(site)
    self.init(try Self.knowing(profile, draft.operations), of: profile)
    guard let digest = draft.digest, digest != self.digest else { return }
    throw Problem(
      pointer: .init(["digest"]), expected: "\(self.digest), which the operations have",
      received: digest)
  }

  /// The operations with all that the profile says of the facts that they name.
  private static func knowing(
    _ profile: Profile, _ operations: [Operation]
  ) throws(Problem) -> [Operation] {
    var operations = operations
    for operation in operations.indices {
      for place in operations[operation].parameters.indices {
        guard let fact = operations[operation].parameters[place].fact else { continue }
        guard let known = profile.fact(named: fact.name) else {
          throw Problem(
            pointer: .init([
              "operations", "\(operation)", "parameters", "\(place)", "fact",
            ]), expected: "one of \(profile.facts.map(\.name).joined(separator: ", "))",
            received: fact.name)
        }
        operations[operation].parameters[place].fact = known
      }
    }
    return operations
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
      Value.init, member("schema", \.schema, .text), member("digest", \.digest, optional: .text),
      member("operations", \.operations, .list(.operation)))
  }
}
