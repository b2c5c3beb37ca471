// SPDX-License-Identifier: Apache-2.0
// A value of a contract document while it is read, with the way to it for who has to mend it.

import Wire

/// A value that is being read, and where it stands.
struct JSONSite {
  var value: JSONValue
  var pointer: JSONPointer

  var elements: [JSONSite] {
    value.elements.enumerated().map {
      JSONSite(value: $0.element, pointer: pointer.appending($0.offset))
    }
  }

  /// A member of an object; nil if it is not there.
  func member(_ name: String) -> JSONSite? {
    value[name].map { JSONSite(value: $0, pointer: pointer.appending(name)) }
  }

  /// What was made of the value; throws where nothing could be made of it.
  func require<Content>(
    _ content: Content?, _ expected: String
  ) throws(ContractDocument.Problem) -> Content {
    guard let content else { throw problem(expected: expected) }
    return content
  }

  func problem(expected: String) -> ContractDocument.Problem {
    let isContainer = value.kind == .object || value.kind == .array
    return ContractDocument.Problem(
      pointer: pointer, expected: expected,
      received: isContainer ? "\(value.kind)" : "\(value.kind) \(value.raw)")
  }

  /// Throws unless the value is an object that has these members at most, each once.
  func requireMembers(among known: [String]) throws(ContractDocument.Problem) {
    guard value.kind == .object else { throw problem(expected: "object") }
    if let twice = value.duplicateKeys.first?.string {
      throw .init(
        pointer: pointer.appending(twice), expected: "each member once", received: "two of them")
    }
    for member in value.members where !known.contains(member.name) {
      throw .init(
        pointer: pointer, expected: "no members but \(known.joined(separator: ", "))",
        received: "member \(JSONText.quote(member.name))")
    }
  }
}
