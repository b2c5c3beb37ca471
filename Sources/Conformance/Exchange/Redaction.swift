// SPDX-License-Identifier: Apache-2.0
// What must not stand in a file that people send around, and what stands there instead.

package import Wire

/// Takes secrets out of exchanges without moving what stands beside them.
///
/// A mask is as long as what it hides, wherever that is longer than ``mark``, so that the bytes that
/// a finding names stay where they were.
package struct Redaction: Sendable {
  /// Stands for a known secret; a recorded answer that holds it repeated the secret.
  package static let mark = "redacted-by-swr-conformance"

  /// Stands for the value of a header field that is secret whatever it is.
  package static let hidden = "redacted"

  private let masks: [(secret: [UInt8], mask: [UInt8])]

  /// - Parameter secrets: Texts that were sent; those of fewer than 4 bytes would hide half of an
  ///   answer and are left.
  /// - Parameter mark: Opens every mask; if it is empty, no byte moves, and nothing says that a secret
  ///   was repeated.
  package init(secrets: [String], mark: String = Self.mark) {
    let known = Set(secrets.filter { $0.utf8.count >= 4 }).sorted { $0.utf8.count > $1.utf8.count }
    masks = known.flatMap { secret in
      let spellings = [secret.replacing("/", with: "\\/"), PercentEncoding.encode(secret)]
      return [(Array(secret.utf8), Self.mask(mark, of: secret.utf8.count))]
        + spellings.filter { $0 != secret }.map { (Array($0.utf8), Self.stars($0.utf8.count)) }
    }
  }

  /// The bytes without secrets, signatures and what stands behind `redis_url_reg`.
  package func redacted(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for (secret, mask) in masks { bytes = bytes.replacing(secret, with: mask) }
    bytes.hideValues(of: "redis_url_reg")
    bytes.hideSignatures()
    return bytes
  }

  package func redacted(_ text: String) -> String {
    String(decoding: redacted(Array(text.utf8)), as: UTF8.self)
  }

  /// The field as it may be shown; one that repeats a secret still says so.
  package func redacted(_ field: HTTPFields.Field) -> HTTPFields.Field {
    let value = redacted(field.value)
    guard Self.secretNames.contains(field.name.lowercased()) else {
      return HTTPFields.Field(field.name, value)
    }
    let repeats = value.contains(Self.mark) || value.contains(Credential.wrongToken)
    return HTTPFields.Field(field.name, repeats ? Self.mark : Self.hidden)
  }

  /// Header fields whose values let somebody in.
  private static let secretNames: Set<String> = [
    "authorization", "cookie", "proxy-authorization", "set-cookie", "x-auth-token",
    "x-security-token", "x-subject-token",
  ]

  private static func mask(_ mark: String, of count: Int) -> [UInt8] {
    Array(mark.utf8) + stars(max(0, count - mark.utf8.count))
  }

  private static func stars(_ count: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "*"), count: count)
  }
}

extension [UInt8] {
  fileprivate func replacing(_ needle: [UInt8], with mask: [UInt8]) -> [UInt8] {
    let places = ranges(of: needle)
    guard !places.isEmpty else { return self }
    var copy: [UInt8] = []
    var start = 0
    for place in places {
      copy += self[start..<place.lowerBound] + mask
      start = place.upperBound
    }
    return copy + self[start...]
  }

  /// Hides the strings behind a member name, also where the object itself is the text of a string.
  fileprivate mutating func hideValues(of name: String) {
    for place in ranges(of: Array(name.utf8)) {
      if let value = stringValue(behind: place.upperBound) { hide(value) }
    }
  }

  /// Hides the hexadecimal digits of `Signature=`.
  fileprivate mutating func hideSignatures() {
    for place in ranges(of: Array("Signature=".utf8)) {
      let end = self[place.upperBound...].firstIndex { ASCII.hexValue($0) == nil } ?? count
      if end - place.upperBound >= 16 { hide(place.upperBound..<end) }
    }
  }

  private mutating func hide(_ range: Range<Int>) {
    for index in range { self[index] = UInt8(ascii: "*") }
  }

  /// The inside of the string that follows the end of a member name; its quotes have as many
  /// backslashes before them as those of the name, one more level of text inside text each time.
  private func stringValue(behind end: Int) -> Range<Int>? {
    var index = end
    let depth = backslashes(at: &index)
    guard skip(UInt8(ascii: "\""), at: &index) else { return nil }
    skipBlanks(at: &index)
    guard skip(UInt8(ascii: ":"), at: &index) else { return nil }
    skipBlanks(at: &index)
    guard backslashes(at: &index) == depth, skip(UInt8(ascii: "\""), at: &index) else { return nil }
    let start = index
    while index < count {
      let before = index
      let run = backslashes(at: &index)
      guard index < count else { return nil }
      if self[index] == UInt8(ascii: "\""), run % (2 * (depth + 1)) == depth {
        return start..<(before + run - depth)
      }
      index += 1
    }
    return nil
  }

  private func backslashes(at index: inout Int) -> Int {
    let start = index
    while index < count, self[index] == UInt8(ascii: "\\") { index += 1 }
    return index - start
  }

  private func skipBlanks(at index: inout Int) {
    while index < count, [0x20, 0x09, 0x0A, 0x0D].contains(self[index]) { index += 1 }
  }

  private func skip(_ byte: UInt8, at index: inout Int) -> Bool {
    guard index < count, self[index] == byte else { return false }
    index += 1
    return true
  }
}
