// SPDX-License-Identifier: Apache-2.0
// Where in Specs/ a promise is written down, so that a finding can point at it.

/// The file and line of a Swift literal.
public struct SpecLocation: Sendable, Hashable, CustomStringConvertible {
  /// The path from the project's root, such as `Specs/ListGcTasks.swift`.
  public var file: String
  /// Counted from 1.
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// Takes `#fileID` and `#line`; a module whose name ends in `Specs` stands in the folder `Specs`.
  public init(fileID: StaticString, line: UInt) {
    let parts = "\(fileID)".split(separator: "/", maxSplits: 1)
    let folder = parts[0].hasSuffix("Specs") ? "Specs" : String(parts[0])
    self.init(
      file: ([folder] + parts.dropFirst().map(String.init)).joined(separator: "/"), line: Int(line)
    )
  }

  public var description: String { "\(file):\(line)" }
}
