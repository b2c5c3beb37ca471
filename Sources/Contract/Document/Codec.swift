// SPDX-License-Identifier: Apache-2.0
// How a type stands in a contract document: each description is used for writing and for reading.

import Wire

/// One description of a type in JSON, from which both ways follow.
struct Codec<Value> {
  let write: (Value) -> JSONTree
  let read: (JSONSite) throws(ContractDocument.Problem) -> Value

  /// The same JSON for another type; `make` gives nil for a value that is none of that type.
  func map<Other>(
    _ expected: String, _ make: @escaping (Value) -> Other?, _ take: @escaping (Other) -> Value
  ) -> Codec<Other> {
    Codec<Other>(
      write: { write(take($0)) },
      read: { (site) throws(ContractDocument.Problem) in
        try site.require(make(read(site)), expected)
      })
  }

  /// A description that is not made before it is needed, for types that hold themselves, and then
  /// once, for specs have thousands of fields.
  static func later(_ make: @escaping () -> Codec) -> Codec {
    var made: Codec?
    func codec() -> Codec {
      let codec = made ?? make()
      made = codec
      return codec
    }
    return Codec(
      write: { codec().write($0) },
      read: { (site) throws(ContractDocument.Problem) in try codec().read(site) })
  }

  /// An array of values of one type.
  static func list<Element>(_ element: Codec<Element>) -> Codec where Value == [Element] {
    Codec(
      write: { .array($0.map(element.write)) },
      read: { (site) throws(ContractDocument.Problem) in
        guard site.value.kind == .array else { throw site.problem(expected: "array") }
        return try site.elements.map(element.read)
      })
  }
}

extension Codec where Value == String {
  static var text: Codec {
    Codec(
      write: { .string($0) },
      read: { (site) throws(ContractDocument.Problem) in
        try site.require(site.value.string, "string")
      })
  }
}

extension Codec where Value == Bool {
  static var flag: Codec {
    Codec(
      write: { .boolean($0) },
      read: { (site) throws(ContractDocument.Problem) in
        try site.require(site.value.bool, "true or false")
      })
  }
}

extension Codec where Value: FixedWidthInteger {
  static var integer: Codec {
    Codec(
      write: { .number("\($0)") },
      read: { (site) throws(ContractDocument.Problem) in
        let number = site.value.number?.int64
        return try site.require(number.flatMap(Value.init(exactly:)), "integer of 64 bits")
      })
  }
}

extension Codec where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the words of an enumeration.
  static var word: Codec {
    let known = Value.allCases.map { JSONText.quote($0.rawValue) }.joined(separator: ", ")
    return Codec<String>.text.map("one of \(known)", Value.init(rawValue:), \.rawValue)
  }
}
