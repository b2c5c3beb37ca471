// SPDX-License-Identifier: Apache-2.0
// What is asked: a method, an origin-form target, header fields and bytes.

/// One HTTP request, independent of the connection that carries it.
public struct HTTPRequest: Sendable, Hashable {
  public var method: Method
  /// The origin form of RFC 9112, 3.2.1: an absolute path and optional query, percent-encoded.
  public var target: String
  public var headers: HTTPFields
  public var body: [UInt8]

  public init(
    method: Method = .get, target: String, headers: HTTPFields = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// The target up to the first `?`, still percent-encoded.
  public var path: String { String(Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") })) }

  /// The pairs behind the first `?`, still percent-encoded, in order; `a` without `=` has value nil.
  public var query: [QueryItem] {
    target.unicodeScalars.drop { $0 != "?" }.dropFirst().split(separator: "&").map(QueryItem.init)
  }

  /// A request method as it is written on the wire; the word is case-sensitive (RFC 9110, 9.1).
  public struct Method: Sendable, Hashable, CustomStringConvertible {
    public var description: String

    public init(_ name: String) { description = name }

    public static let get = Method("GET")
    public static let head = Method("HEAD")
    public static let post = Method("POST")
    public static let put = Method("PUT")
    public static let patch = Method("PATCH")
    public static let delete = Method("DELETE")
  }

  /// One `name=value` of a query, percent-encoded as it travels.
  public struct QueryItem: Sendable, Hashable {
    public var name: String
    public var value: String?

    init(_ pair: Substring.UnicodeScalarView) {
      let mark = pair.firstIndex(of: "=")
      name = String(pair[..<(mark ?? pair.endIndex)])
      value = mark.map { String(pair[pair.index(after: $0)...]) }
    }
  }
}
