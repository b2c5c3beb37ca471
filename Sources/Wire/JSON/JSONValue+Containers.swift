// SPDX-License-Identifier: Apache-2.0
// Walking arrays and objects along the tape, from sibling to sibling in one step.

extension JSONValue {
  /// The values of an array in order; empty for every other kind.
  public var elements: Elements { Elements(of: self) }

  /// The members of an object in order, repeated names included; empty for every other kind.
  public var members: Members { Members(of: self) }

  /// The number of elements or members, repeated names included; takes one step for each.
  public var count: Int { kind == .object ? members.reduce(0) { n, _ in n + 1 } : elements.count }

  /// The value of the last member of that name, as most parsers have it; nil if there is none.
  public subscript(name: String) -> JSONValue? {
    var found: JSONValue?
    for member in members where member.key.hasText(name) { found = member.value }
    return found
  }

  /// The element at a place counted from 0; nil outside or for every other kind.
  public subscript(place: Int) -> JSONValue? {
    place < 0 ? nil : elements.dropFirst(place).first
  }

  /// The second and later names that an earlier member of this object has, escapes decoded.
  public var duplicateKeys: [JSONValue] {
    var seen: Set<ArraySlice<UInt8>> = []
    return members.map(\.key).filter { !seen.insert($0.textBytes(loneSurrogates: .kept)).inserted }
  }

  /// One name and its value.
  public struct Member: Sendable {
    /// The name as a string value, with its span and spelling.
    public let key: JSONValue
    public let value: JSONValue

    /// The decoded name, lone surrogates as U+FFFD.
    public var name: String { key.string ?? "" }
  }

  /// The elements of one array; an index is a place on the tape, and the next is one step away.
  public struct Elements: Sendable, Collection {
    private let storage: JSONDocument.Storage
    public let startIndex: Index
    public let endIndex: Index

    /// A place on the tape.
    public struct Index: Sendable, Hashable, Comparable {
      let tapeIndex: Int

      public static func < (left: Index, right: Index) -> Bool { left.tapeIndex < right.tapeIndex }
    }

    init(of value: JSONValue) {
      storage = value.storage
      startIndex = Index(tapeIndex: value.index + 1)
      endIndex = value.kind == .array ? Index(tapeIndex: Int(value.token.next)) : startIndex
    }

    public func index(after index: Index) -> Index {
      Index(tapeIndex: Int(storage.tape[index.tapeIndex].next))
    }

    public subscript(index: Index) -> JSONValue {
      precondition(index >= startIndex && index < endIndex, "no element there")
      return JSONValue(storage: storage, index: index.tapeIndex)
    }
  }

  /// The members of one object, walked once.
  public struct Members: Sendable, Sequence, IteratorProtocol {
    private let storage: JSONDocument.Storage
    private var index: Int
    private let end: Int

    init(of value: JSONValue) {
      storage = value.storage
      index = value.index + 1
      end = value.kind == .object ? Int(value.token.next) : index
    }

    public mutating func next() -> Member? {
      guard index < end else { return nil }
      let key = JSONValue(storage: storage, index: index)
      let value = JSONValue(storage: storage, index: index + 1)
      index = Int(value.token.next)
      return Member(key: key, value: value)
    }
  }
}
