// SPDX-License-Identifier: Apache-2.0
// Where a person reads the page that a promise stands on.

extension Profile {
  /// A page of the API reference as the world finds it.
  public struct Page: Sendable, Hashable {
    /// Its own heading, in its own language; nil where nobody has noted it.
    public var title: String?
    /// Where it is published.
    public var url: String

    public init(_ title: String? = nil, url: String) {
      self.title = title
      self.url = url
    }

    /// Heading and address in one line.
    public var words: String { (title.map { "\($0) — " } ?? "") + url }
  }
}
