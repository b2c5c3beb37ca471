// SPDX-License-Identifier: Apache-2.0
// A byte of a text as people find it in an editor.

/// A place in a text, both numbers counted from 1.
public struct TextPlace: Sendable, Hashable, CustomStringConvertible {
  public var line: Int
  /// In characters.
  public var column: Int

  /// - Parameter offset: In bytes from the beginning of the text.
  public init(of offset: Int, in bytes: [UInt8]) {
    let lines = bytes.prefix(offset).split(separator: 0x0A, omittingEmptySubsequences: false)
    line = max(1, lines.count)
    column = String(decoding: lines.last ?? [], as: UTF8.self).count + 1
  }

  public var description: String { "line \(line), column \(column)" }
}
