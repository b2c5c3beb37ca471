// SPDX-License-Identifier: Apache-2.0
// The part of a body that a finding is about, for reports that have room to show it.

extension Finding {
  /// A value in a body with what stands before and behind it, at most 500 bytes of UTF-8 in all.
  public struct Excerpt: Sendable, Hashable {
    public var before: String
    /// Empty where the finding is about no value, and the excerpt is the beginning of the body.
    public var highlight: String
    public var after: String

    public init(before: String, highlight: String, after: String) {
      self.before = before
      self.highlight = highlight
      self.after = after
    }

    /// Cuts an excerpt at whole characters, an ellipsis at each cut; nil for an empty body.
    init?(of body: UnsafeBufferPointer<UInt8>, around bytes: Range<Int>?) {
      guard !body.isEmpty else { return nil }
      let highlight = (bytes ?? 0..<0).clamped(to: body.indices)
      let margin = bytes == nil ? 2 * Self.margin : Self.margin
      let start = body.boundary(from: max(0, highlight.lowerBound - margin), by: 1)
      let end = body.boundary(from: min(body.count, highlight.upperBound + margin), by: -1)
      let shown = body.boundary(
        from: min(highlight.upperBound, highlight.lowerBound + Self.longest), by: -1)
      before = (start > 0 ? "…" : "") + body.text(start..<max(start, highlight.lowerBound))
      self.highlight = body.text(highlight.lowerBound..<max(highlight.lowerBound, shown))
      if shown < highlight.upperBound { self.highlight += "…" }
      after = body.text(highlight.upperBound..<max(end, highlight.upperBound))
      if end < body.count { after += "…" }
    }

    private static let margin = 120
    private static let longest = 240
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The nearest place in that direction at which no character is cut in two.
  fileprivate func boundary(from place: Int, by step: Int) -> Int {
    var place = place
    while place > 0, place < count, self[place] & 0xC0 == 0x80 { place += step }
    return place
  }

  fileprivate func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}
