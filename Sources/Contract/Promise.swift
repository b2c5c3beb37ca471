// SPDX-License-Identifier: Apache-2.0
// One sentence that a server is held to, with its source and its place in Specs/.

/// One sentence of our own that a server is held to, and who stands behind it.
public struct Promise: Sendable, Hashable {
  public var says: String
  public var source: Source
  public var place: Place

  public init(says: String, source: Source, place: Place) {
    self.says = says
    self.source = source
    self.place = place
  }
}
