// SPDX-License-Identifier: Apache-2.0
// RFC 6901 pointers (placeholder until the parser lands).
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
  public var tokens: [String]
  public init(_ tokens: [String] = []) { self.tokens = tokens }
  public var description: String { tokens.map { "/" + $0 }.joined() }
}
