// SPDX-License-Identifier: Apache-2.0
// One member of a row: what it holds, and how it moves from one copy of the row to the next.

/// A member of a row; `job_parameters.workers` is one inside another, be that an object or a string.
struct Field: Sendable {
  let path: String
  let kind: Kind
  /// How copies of a row differ in it; nil where they do not.
  let shift: Shift?

  /// What a member holds.
  enum Kind: Sendable, Equatable {
    case integer
    case text
    /// One of a closed list of words.
    case word
    case time
    case boolean
    /// Text that is JSON.
    case json
  }

  /// In what way a field of a copy is another.
  enum Shift: Sendable {
    /// A number that is as many higher as ids are apart.
    case number
    /// Text of hexadecimal digits of which the first eight count, and wrap at 2^32.
    case hexadecimal
    /// A number of seconds.
    case seconds
    /// A time; the zero time stays.
    case time
    /// The number of the owner.
    case owner
  }

  init(_ path: String, _ kind: Kind, shift: Shift? = nil) {
    self.path = path
    self.kind = kind
    self.shift = shift ?? (kind == .time ? .time : nil)
  }
}
