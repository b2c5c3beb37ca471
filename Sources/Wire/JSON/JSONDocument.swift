// SPDX-License-Identifier: Apache-2.0
// One body that is JSON, with everything the wire showed kept: order, duplicates, spelling, place.

/// A document of RFC 8259: the bytes as they came and a flat tape of tokens that point into them.
///
/// The tape takes 16 bytes per value and per member name. `n` tokens need at least `2n − 1` bytes
/// of text (`[1,1,1]`, `[[],[]]`), so it never takes more than 8 bytes per byte of the body plus 8.
/// Parsing looks at every byte a bounded number of times, whatever the body is.
public struct JSONDocument: Sendable {
  /// How many containers may be open at once; one more is a syntax error.
  public static let depthLimit = 512

  let storage: Storage

  /// Parses a whole body; throws the first place at which it is not JSON.
  public init(parsing body: [UInt8]) throws(JSONSyntaxError) {
    storage = Storage(bytes: body, tape: try Self.tape(of: body))
  }

  /// The body as it was parsed.
  public var bytes: [UInt8] { storage.bytes }

  /// The one value of the document.
  public var root: JSONValue { JSONValue(storage: storage, index: 0) }

  /// Whether any string or member name has a surrogate escape without its other half.
  public var hasLoneSurrogate: Bool { storage.tape.contains { $0.traits.contains(.loneSurrogate) } }

  /// The size of the tape in bytes, at most `8 * bytes.count + 8`.
  public var tapeByteCount: Int { storage.tape.count * MemoryLayout<JSONToken>.stride }

  private static func tape(of body: [UInt8]) throws(JSONSyntaxError) -> [JSONToken] {
    try body.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
      try JSONParser.tape(of: buffer)
    }
  }

  /// Shared by the document and all its cursors, so that a cursor costs one reference.
  final class Storage: Sendable {
    let bytes: [UInt8]
    let tape: [JSONToken]

    init(bytes: [UInt8], tape: [JSONToken]) {
      self.bytes = bytes
      self.tape = tape
    }
  }
}
