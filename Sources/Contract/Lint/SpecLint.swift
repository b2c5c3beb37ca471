// SPDX-License-Identifier: Apache-2.0
// Specs are linted like code: what a literal can get wrong is told at its own file and line.

/// Reads specs for mistakes that the compiler does not see.
public enum SpecLint {
  /// One mistake in one literal.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// One sentence in lower case: `tasks.id is declared twice`.
    public var message: String
    public var location: SpecLocation

    init(_ message: String, _ location: SpecLocation) {
      self.message = message
      self.location = location
    }

    public var description: String { "\(location): \(message)" }
  }

  /// Every mistake, operation by operation; ids of operations and quirks are compared over all.
  public static func problems(in operations: [Operation]) -> [Problem] {
    repeatedOperations(operations) + repeatedQuirks(operations) + counted(operations)
      + rows(operations)
      + operations.flatMap { operation in rules.flatMap { $0(operation) } }
  }

  /// What is asked of each operation, in the order in which a literal is written.
  private static let rules: [@Sendable (Operation) -> [Problem]] = [
    identity, gaps, parameters, pagingFields, pagingParameters, answers, fields, relations, quirks,
    sources,
  ]

  private static func repeatedOperations(_ operations: [Operation]) -> [Problem] {
    operations.repeats(by: \.id).map {
      Problem("a second operation has the id \($0.id)", $0.location)
    }
  }

  /// The id becomes the name of a Swift type in the generated tests.
  private static func identity(_ operation: Operation) -> [Problem] {
    let isName =
      operation.id.first?.isUppercase == true
      && operation.id.utf8.allSatisfy { Character(UnicodeScalar($0)).isLetterOrDigit }
    return isName
      ? []
      : [Problem("the id \"\(operation.id)\" is no name in upper camel case", operation.location)]
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}

extension Sequence {
  /// The elements whose key an earlier element has, in order.
  func repeats(by key: (Element) -> some Hashable) -> [Element] {
    var seen: Set<AnyHashable> = []
    return filter { !seen.insert(AnyHashable(key($0))).inserted }
  }
}
