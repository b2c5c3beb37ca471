// SPDX-License-Identifier: Apache-2.0
// A text without what surrounds it and says nothing.

extension StringProtocol {
  /// The text without blanks and line ends around it, those of Chinese typography and no-break ones
  /// included.
  public var trimmed: String {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex
    return String(start[..<end])
  }
}
