// SPDX-License-Identifier: Apache-2.0
// A recorded URL in one spelling, cut where a plan needs it cut.

import Wire

/// A URL of `http` or `https` as a recording has it.
struct RecordedURL: Hashable {
  /// Scheme, host and a port that is not the scheme's own, in lower case and without a user.
  var origin: String
  /// Percent-encoded, from the first slash on.
  var path: String
  /// With the question mark; empty without one.
  var query: String

  /// Nil for a text of another scheme, or without a host.
  init?(_ text: String) {
    let whole = text.utf8.prefix { $0 != UInt8(ascii: "#") }
    guard let mark = text.firstRange(of: "://"), mark.upperBound <= whole.endIndex,
      case let scheme = text[..<mark.lowerBound].lowercased(), let port = Self.ports[scheme]
    else { return nil }
    let rest = whole[mark.upperBound...]
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard let host = authority.split(separator: UInt8(ascii: "@")).last else { return nil }
    let target = rest[authority.endIndex...]
    let path = target.prefix { $0 != UInt8(ascii: "?") }
    var name = Substring(host).lowercased()
    if name.hasSuffix(port) { name.removeLast(port.count) }
    origin = "\(scheme)://\(name)"
    self.path = path.isEmpty ? "/" : String(Substring(path))
    query = String(Substring(target[path.endIndex...]))
  }

  private static let ports = ["http": ":80", "https": ":443"]

  /// The URL of an endpoint in the same spelling; as it is if it is none.
  static func endpoint(_ text: String) -> String {
    guard let url = RecordedURL(text) else { return text }
    return url.origin + (url.path == "/" ? "" : url.path)
  }

  var text: String { origin + path + query }

  /// Takes in the parameters that stand only in the entry's list of them.
  mutating func add(_ parameters: [(name: String, value: String)]) {
    let known = Set(
      query.dropFirst().split(separator: "&").map { String($0.prefix { $0 != "=" }) })
    for (name, value) in parameters where !known.contains(name) {
      query += "\(query.isEmpty ? "?" : "&")\(Self.encoded(name))=\(Self.encoded(value))"
    }
  }

  /// The text percent-encoded; one that is so already stays as it is.
  private static func encoded(_ text: String) -> String {
    if text.contains("%"), let decoded = PercentEncoding.decode(text), decoded != text {
      return text
    }
    return PercentEncoding.encode(text)
  }
}
