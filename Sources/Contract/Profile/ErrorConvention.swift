// SPDX-License-Identifier: Apache-2.0
// How an API and the layers before it tell errors: their shapes, and who numbers their codes.

/// How an API tells an error.
public struct ErrorConvention: Sendable, Hashable {
  /// The members that an error has by its documentation.
  public var fields: [Field]
  /// Where the documented shape has its code and its words.
  public var documented: Shape
  /// The shapes of other layers, told apart in this order.
  public var others: [Shape]
  /// What the documented shape is called if it has one of these members at its root.
  public var variants: [Variant]
  /// Who numbers errors; empty where any code will do.
  public var families: [Family]
  /// The codes of a gateway that has no such operation.
  public var unpublished: Set<String>
  /// What a code of the API itself looks like, `*` for the status; for examples.
  public var example: String

  public init(
    _ documented: Shape, fields: [Field], others: [Shape] = [], variants: [Variant] = [],
    families: [Family] = [], unpublished: Set<String> = [], example: String = "error"
  ) {
    self.documented = documented
    self.fields = fields
    self.others = others
    self.variants = variants
    self.families = families
    self.unpublished = unpublished
    self.example = example
  }

  /// Where the body of an error has its code and its words.
  public struct Shape: Sendable, Hashable {
    /// The sign that quirks have for it.
    public var name: String
    /// A number steps into an array.
    public var code: FieldPath
    public var message: FieldPath

    public init(_ name: String, code: FieldPath, message: FieldPath) {
      self.name = name
      self.code = code
      self.message = message
    }
  }

  /// A sign for errors of the documented shape that have more members.
  public struct Variant: Sendable, Hashable {
    public var name: String
    public var members: [String]

    public init(_ name: String, with members: [String]) {
      self.name = name
      self.members = members
    }
  }

  /// Codes with one beginning and some digits behind it.
  public struct Family: Sendable, Hashable {
    /// Without the dot.
    public var name: String
    public var digits: ClosedRange<Int>
    /// Whether the service itself numbers them, so that a code may say more than its status.
    public var isOfService: Bool
    /// Whether findings name the family among those that are known.
    public var isTold: Bool

    public init(
      _ name: String, digits: ClosedRange<Int>, isOfService: Bool = false, isTold: Bool = true
    ) {
      self.name = name
      self.digits = digits
      self.isOfService = isOfService
      self.isTold = isTold
    }
  }

  /// The family of a code; nil where none has it.
  public func family(of code: String) -> Family? {
    families.first { code.hasPrefix($0.name + ".") }
  }

  /// Whether a code is one that some family can have.
  public func knows(_ code: String) -> Bool {
    families.isEmpty
      || families.contains { family in
        guard code.hasPrefix(family.name + ".") else { return false }
        let digits = code.utf8.dropFirst(family.name.utf8.count + 1)
        return family.digits.contains(digits.count)
          && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
