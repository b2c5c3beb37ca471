// SPDX-License-Identifier: Apache-2.0
// What keeps a target from being asked, with what to do about it.

extension Target {
  /// One thing that is wrong with what was said about the target.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public var what: String
    /// What to do, in the imperative or as a question.
    public var remedy: String

    public init(_ what: String, remedy: String) {
      self.what = what
      self.remedy = remedy
    }

    public var description: String { "\(what); \(remedy)" }
  }

  /// Everything that is wrong at once, so that one reading is enough; never empty.
  public struct Problems: Error, Sendable, Hashable, CustomStringConvertible {
    public var list: [Problem]

    public init(_ list: [Problem]) { self.list = list }

    /// One thing that is wrong, and what to do.
    package init(_ what: String, remedy: String) { list = [Problem(what, remedy: remedy)] }

    /// One line for each.
    public var description: String { list.map(\.description).joined(separator: "\n") }
  }
}
