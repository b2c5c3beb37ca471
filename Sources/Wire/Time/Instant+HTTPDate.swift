// SPDX-License-Identifier: Apache-2.0
// Dates as header fields write them.

extension Instant {
  /// A date in the one form that a server may send (RFC 9110, 5.6.7), such as
  /// `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other text.
  public init?(httpDate text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    guard parts.count == 6, parts[0].utf8.count == 4, parts[0].hasSuffix(","), parts[5] == "GMT",
      parts[2].utf8.count == 3, parts[4].utf8.count == 8,
      let month = stride(from: 0, to: 36, by: 3).first(where: {
        months.dropFirst($0).hasPrefix(parts[2])
      })
    else { return nil }
    let number = String(month / 3 + 101).dropFirst()
    guard let instant = try? Instant(parsing: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    else { return nil }
    self = instant
  }
}
