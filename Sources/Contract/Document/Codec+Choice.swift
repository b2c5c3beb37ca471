// SPDX-License-Identifier: Apache-2.0
// Enumerations whose cases carry something: a word alone, or an object with the word as its name.

import Wire

/// One case of an enumeration.
struct Branch<Value> {
  let name: String
  /// Whether the case is an object that carries something, and not a word.
  let carries: Bool
  /// The case's JSON; nil for a value of another case.
  let write: (Value) -> JSONTree?
  /// The case, from what it carries.
  let read: (JSONSite) throws(ContractDocument.Problem) -> Value

  /// How the case looks in JSON.
  var shape: String {
    let word = JSONText.quote(name)
    return carries ? "{\(word): …}" : word
  }
}

extension Codec {
  /// One of several cases. Every case of the type has to be listed, which a test sees to.
  static func choice(_ branches: Branch<Value>...) -> Codec { choice(branches) }

  static func choice(_ branches: [Branch<Value>]) -> Codec {
    Codec(
      write: { value in
        // A lazy sequence would write more than once, and each level of a spec in it once more.
        for branch in branches {
          if let tree = branch.write(value) { return tree }
        }
        preconditionFailure("no branch for \(value)")
      },
      read: { (site) throws(ContractDocument.Problem) in
        let object = site.value.kind == .object ? Array(site.value.members) : []
        let name = object.count == 1 ? object[0].name : site.value.string
        let branch = branches.first { $0.name == name && $0.carries == !object.isEmpty }
        let shapes = branches.map(\.shape).joined(separator: ", ")
        return try site.require(branch, "one of \(shapes)").read(site.member(name ?? "") ?? site)
      })
  }
}

/// A case that carries nothing.
func bare<Value: Equatable>(_ name: String, _ value: Value) -> Branch<Value> {
  Branch(
    name: name, carries: false, write: { $0 == value ? .string(name) : nil }, read: { _ in value })
}

/// A case and what it carries; `take` gives nil for a value of another case.
func carrying<Value, Load>(
  _ name: String, _ codec: Codec<Load>, _ make: @escaping (Load) -> Value,
  _ take: @escaping (Value) -> Load?
) -> Branch<Value> {
  Branch(
    name: name, carries: true, write: { take($0).map { .object([(name, codec.write($0))]) } },
    read: { (site) throws(ContractDocument.Problem) in make(try codec.read(site)) })
}
