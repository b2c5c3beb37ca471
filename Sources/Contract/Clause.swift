// SPDX-License-Identifier: Apache-2.0
// One sentence that a server is held to, with its source and its place in Specs/.

/// One sentence of our own that a server is held to, and who stands behind it.
public struct Clause: Sendable, Hashable {
  public var description: String
  public var source: Source
  public var location: SpecLocation
  /// Where the source is published; nil where nobody has noted it.
  public var page: Profile.Page?

  public init(description: String, source: Source, location: SpecLocation) {
    self.description = description
    self.source = source
    self.location = location
  }
}
