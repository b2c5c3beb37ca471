// SPDX-License-Identifier: Apache-2.0
// What the content of a string must keep to beyond being a string.

import Wire

/// One rule for the content of a string, with how binding it is.
public enum StringRule: Sendable, Hashable {
  /// One of the words, told apart by case; a tolerated word is a warning, any other an error.
  case oneOf([String], tolerated: [String])
  /// One of the words where no source closes the list; any other word is a warning, and a known
  /// one of another source a note.
  case usually([String], known: [String])
  /// Has the form; the requirement says what another form means.
  case form(Form, ObligationLevel)

  /// A form that is recognised by looking at the characters.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    case nonEmpty
    /// Eight, four, four, four and twelve hexadecimal digits, joined by hyphens.
    case uuid
    /// 24 lower-case hexadecimal digits, with `@` and an epoch behind them for one run of a periodic
    /// job; empty before a job is submitted.
    case jobServiceID
    /// Upper-case words joined by underscores.
    case upperSnake

    public var words: String {
      switch self {
      case .nonEmpty: "a string that is not empty"
      case .uuid: "a UUID"
      case .jobServiceID: "24 lower-case hexadecimal digits"
      case .upperSnake: "upper-case words joined by underscores"
      }
    }

    public func holds(for text: String) -> Bool {
      switch self {
      case .nonEmpty: !text.isEmpty
      case .uuid: Self.isUUID(text)
      case .jobServiceID:
        text.isEmpty || Array(text.utf8).withUnsafeBufferPointer(Self.isJobServiceID)
      case .upperSnake: !text.isEmpty && text.utf8.allSatisfy { (65...90).contains($0) || $0 == 95 }
      }
    }

    /// Whether bytes are those of a job's id that is not empty.
    package static func isJobServiceID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard text.count >= 24 else { return false }
      for place in 0..<24 where !isLowerHex(text[place]) { return false }
      if text.count == 24 { return true }
      let digits = text[25...]
      return text[24] == UInt8(ascii: "@") && !digits.isEmpty && digits.allSatisfy(ASCII.isDigit)
    }

    private static func isUUID(_ text: String) -> Bool {
      text.utf8.count == 36
        && text.utf8.enumerated().allSatisfy { place, byte in
          switch place {
          case 8, 13, 18, 23: byte == UInt8(ascii: "-")
          default: ASCII.hexValue(byte) != nil
          }
        }
    }

    private static func isLowerHex(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (97...102).contains(byte)
    }
  }
}
