// SPDX-License-Identifier: Apache-2.0
// One line of a page with its number, which every finding points at.

import Wire

/// A line as the reader of the layout sees it.
struct Line: Sendable, Hashable {
  /// Counted from 1 in the file.
  var number: Int
  /// With its indentation.
  var text: String
  /// What an author has made of the line; nil in a page of plain text.
  var mark: Mark?

  enum Mark: Sendable, Hashable {
    /// A heading of that level, from 1.
    case heading(Int)
    /// Emphasised as a whole, as captions and status lines are.
    case strong
    /// Within a block of code, where nothing is a heading.
    case code
  }

  /// Whether the line is set off, so that it may be a heading in other words than the usual ones.
  var isSetOff: Bool { mark != nil && mark != .code }

  /// The text without blanks around it.
  var words: String { text.trimmed }
}

/// A value with the line that states it.
public struct Stated<Value: Sendable & Hashable>: Sendable, Hashable {
  public var value: Value
  public var line: Int

  public init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}
