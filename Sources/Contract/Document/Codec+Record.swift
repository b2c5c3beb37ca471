// SPDX-License-Identifier: Apache-2.0
// Objects with declared members; what a reader does not know, it does not pass over.

import Wire

/// One member of an object, and where its value is kept in the whole.
struct Member<Whole, Part> {
  let name: String
  /// The member's JSON; nil where it is left out.
  let write: (Whole) -> JSONTree?
  /// The part, from the object that the member stands in.
  let read: (JSONSite) throws(ContractDocument.Problem) -> Part
}

extension Codec {
  /// An object with these members in this order, and no others.
  static func record<each Part>(
    _ build: @escaping (repeat each Part) -> Value, _ members: repeat Member<Value, each Part>
  ) -> Codec {
    var names: [String] = []
    for member in repeat each members { names.append(member.name) }
    let known = names
    return Codec(
      write: { value in
        var written: [(key: String, value: JSONTree)] = []
        for member in repeat each members {
          if let tree = member.write(value) { written.append((member.name, tree)) }
        }
        return .object(written)
      },
      read: { (site) throws(ContractDocument.Problem) in
        try site.requireMembers(among: known)
        return try build(repeat (each members).read(site))
      })
  }
}

/// A member that has to be there.
func member<Whole, Part>(
  _ name: String, _ part: @escaping (Whole) -> Part, _ codec: Codec<Part>
) -> Member<Whole, Part> {
  Member(
    name: name, write: { codec.write(part($0)) },
    read: { (site) throws(ContractDocument.Problem) in
      try codec.read(try site.require(site.member(name), "member \(JSONText.quote(name))"))
    })
}

/// A member that is left out for nil.
func member<Whole, Part>(
  _ name: String, _ part: @escaping (Whole) -> Part?, optional codec: Codec<Part>
) -> Member<Whole, Part?> {
  Member(
    name: name, write: { part($0).map(codec.write) },
    read: { (site) throws(ContractDocument.Problem) in
      guard let member = site.member(name) else { return nil }
      return try codec.read(member)
    })
}
