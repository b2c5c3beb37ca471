// SPDX-License-Identifier: Apache-2.0
// The dotted path of a field in an answer, as specs and case ids write it.

/// The names from the root of a body to a field, written `page_info.next_marker`.
public struct FieldPath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  public var names: [String]

  public init(_ names: [String]) { self.names = names }

  public init(stringLiteral value: String) { names = value.split(separator: ".").map(String.init) }

  public func appending(_ name: String) -> FieldPath { FieldPath(names + [name]) }

  public var description: String { names.joined(separator: ".") }
}
