// SPDX-License-Identifier: Apache-2.0
// One entry of the tape: where a value stands in the body and where its next sibling is.

/// Sixteen bytes per value or member name, in document order.
public struct JSONToken: Sendable {
  /// The offset of the first byte, which for a string is its opening quote.
  var start: UInt32
  /// The offset behind the last byte.
  var end: UInt32
  /// The tape index behind the whole value; while a container is open, the index of its parent.
  var next: UInt32
  private var bits: UInt32

  init(_ kind: JSONValue.Kind, _ traits: Traits = [], start: Int, end: Int, next: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.next = UInt32(truncatingIfNeeded: next)
    bits = UInt32(kind.rawValue) | traits.rawValue
  }

  var kind: JSONValue.Kind { JSONValue.Kind(rawValue: UInt8(bits & 7)).unsafelyUnwrapped }
  var traits: Traits { Traits(rawValue: bits & ~7) }
  var span: Range<Int> { Int(start)..<Int(end) }

  /// What the scanner saw in passing; the low three bits are left to the kind.
  public struct Traits: OptionSet, Sendable {
    public var rawValue: UInt32

    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The string has escapes, so that its text is not its bytes.
    @inlinable public static var escaped: Traits { Traits(rawValue: 8) }
    /// The string has a surrogate escape without its other half.
    @inlinable public static var loneSurrogate: Traits { Traits(rawValue: 16) }
    /// The number has neither a fraction nor an exponent.
    @inlinable public static var integer: Traits { Traits(rawValue: 32) }
  }
}
