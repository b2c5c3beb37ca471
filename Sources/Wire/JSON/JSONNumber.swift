// SPDX-License-Identifier: Apache-2.0
// A number as it was written: 1, 1.0 and 1e0 are three different things to a contract.

/// The spelling of one JSON number, never rounded.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
  /// The source text, such as `-0`, `1.50` or `1E+2`.
  public let raw: String
  /// Whether the spelling has neither a fraction nor an exponent; `-0` is an integer token.
  public let isIntegerToken: Bool

  /// The exact value of an integer token, nil for other spellings or beyond 64 bits.
  public var int64: Int64? { isIntegerToken ? Int64(raw) : nil }

  /// The nearest binary value, infinite beyond its range.
  public var double: Double { Double(raw) ?? .nan }

  public var description: String { raw }
}
