// SPDX-License-Identifier: Apache-2.0
// Header fields in the order they travelled, looked up without regard to case (RFC 9110, 5.1).

/// The header fields of one message, in order, with repeated names kept apart.
public struct HTTPFields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One line of a header: a name as it was written and its value.
  public struct Field: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Every field, in the order it was sent or received.
  public private(set) var fields: [Field]

  public init(_ fields: [Field] = []) { self.fields = fields }

  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field($0.0, $0.1) }
  }

  /// The first value of that name, or nil; setting replaces every field of the name.
  public subscript(name: String) -> String? {
    get { fields.first { Self.sameName($0.name, name) }?.value }
    set {
      let place = fields.firstIndex { Self.sameName($0.name, name) } ?? fields.endIndex
      fields.removeAll { Self.sameName($0.name, name) }
      if let newValue { fields.insert(Field(name, newValue), at: min(place, fields.endIndex)) }
    }
  }

  /// All values of that name, in order.
  public func values(of name: String) -> [String] {
    fields.filter { Self.sameName($0.name, name) }.map(\.value)
  }

  /// Adds a field behind the others, even if the name is there already.
  public mutating func append(_ name: String, _ value: String) { fields.append(Field(name, value)) }

  private static func sameName(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      && left.utf8.elementsEqual(right.utf8) { ASCII.lowercased($0) == ASCII.lowercased($1) }
  }
}
