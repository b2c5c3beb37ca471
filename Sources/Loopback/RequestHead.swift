// SPDX-License-Identifier: Apache-2.0
// What the lines of a request header mean: the target, the fields, and where the body ends.

import Wire

/// A request without its body, as it grows line by line.
struct RequestHead: Sendable, Hashable {
  /// How the end of the body is found (RFC 9112, 6.3).
  enum Framing: Sendable, Hashable {
    case counted(Int)
    case chunked
  }

  /// Bytes of a method; the longest registered one has 17.
  static let longestMethod = 32

  private var method = HTTPRequest.Method.get
  private var target = "/"
  private var authority: String?
  private var version = ReceivedRequest.Version.http11
  private var fields = HTTPFields()

  init() {}

  /// Reads `method SP target SP HTTP-version` (RFC 9112, 3) without its line end.
  init(requestLine line: ArraySlice<UInt8>, targetBytes: Int) throws(Rejection) {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3 else {
      throw .malformed("the request line is not a method, a target and a version")
    }
    guard Self.isToken(words[0]), words[0].count <= Self.longestMethod else {
      throw .malformed("the method is not a token")
    }
    method = HTTPRequest.Method(String(decoding: words[0], as: UTF8.self))
    version = try Self.version(words[2])
    guard words[1].count <= targetBytes else { throw .targetTooLong }
    guard words[1].allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformed("the target has bytes that are not visible ASCII")
    }
    (authority, target) = try Self.originForm(String(decoding: words[1], as: UTF8.self), of: method)
  }

  mutating func append(_ field: HTTPFields.Field) { fields.append(field.name, field.value) }

  /// Reads `name: value` (RFC 9112, 5); a folded line or a blank before the colon is refused.
  static func field(of line: ArraySlice<UInt8>) throws(Rejection) -> HTTPFields.Field {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw .malformed("a header line does not begin with a name and a colon")
    }
    var value = line[(colon + 1)...].drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard value.allSatisfy(isFieldByte),
      let text = String(validating: value, as: UTF8.self)
    else { throw .malformed("a header value has control characters or is not UTF-8") }
    return HTTPFields.Field(String(decoding: line[..<colon], as: UTF8.self), text)
  }
}

// MARK: - Meaning

extension RequestHead {
  /// Whether the sender waits for a 100 before it sends the body.
  var expectsContinue: Bool { version == .http11 && fields.list("Expect").contains("100-continue") }

  /// One Host in HTTP/1.1, at most one in 1.0, and nothing in it but a host (RFC 9112, 3.2).
  func requireHost() throws(Rejection) {
    let hosts = fields.values(of: "Host")
    guard hosts.count == 1 || hosts.isEmpty && version == .http10 else {
      throw .malformed("the request has \(hosts.count) Host fields")
    }
    guard !hosts.contains(where: { $0.contains { " \t,/?#@\\".contains($0) } }) else {
      throw .malformed("the Host field is not a host")
    }
  }

  /// Where the body ends; a request that could be read in two ways is refused (RFC 9112, 6.3).
  func framing() throws(Rejection) -> Framing {
    let codings = fields.list("Transfer-Encoding")
    let lengths = fields.values(of: "Content-Length")
    guard !fields.values(of: "Transfer-Encoding").isEmpty else {
      return .counted(try Self.length(lengths))
    }
    guard lengths.isEmpty else {
      throw .malformed("the request has both Content-Length and Transfer-Encoding")
    }
    guard version == .http11 else { throw .malformed("HTTP/1.0 has no Transfer-Encoding") }
    guard codings.last == "chunked" else {
      throw .malformed("the last transfer coding of a request has to be chunked")
    }
    guard codings.count == 1 else { throw .codingUnknown }
    return .chunked
  }

  /// The request that this head and its body make.
  func request(with body: [UInt8]) -> ReceivedRequest {
    let wishes = fields.list("Connection")
    return ReceivedRequest(
      request: HTTPRequest(method: method, target: target, headers: fields, body: body),
      authority: authority, version: version,
      keepsAlive: !wishes.contains("close")
        && (version == .http11 || wishes.contains("keep-alive"))
    )
  }
}

// MARK: - Grammar

extension RequestHead {
  /// A space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a header value may hold the byte: no control character but the tab.
  static func isFieldByte(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }

  /// `token` of RFC 9110, 5.6.2.
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  private static func version(
    _ word: ArraySlice<UInt8>
  ) throws(Rejection) -> ReceivedRequest.Version {
    let bytes = Array(word)
    guard bytes.count == 8, bytes.starts(with: "HTTP/".utf8), bytes[6] == UInt8(ascii: "."),
      ASCII.isDigit(bytes[5]), ASCII.isDigit(bytes[7])
    else { throw .malformed("the request line does not end in a version") }
    guard bytes[5] == UInt8(ascii: "1") else { throw .versionUnsupported }
    return bytes[7] == UInt8(ascii: "0") ? .http10 : .http11
  }

  /// Cuts an absolute form behind its authority; leaves an origin form as it is.
  private static func originForm(
    _ target: String, of method: HTTPRequest.Method
  ) throws(Rejection) -> (authority: String?, target: String) {
    if target.hasPrefix("/") || target == "*" && method.description == "OPTIONS" {
      return (nil, target)
    }
    let scheme = ["http://", "https://"].first { target.lowercased().hasPrefix($0) }
    guard let scheme else { throw .malformed("the target is neither a path nor a URL") }
    let authority = target.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
    let rest = target[authority.endIndex...]
    return (String(authority), rest.hasPrefix("/") ? String(rest) : "/" + rest)
  }

  private static func length(_ values: [String]) throws(Rejection) -> Int {
    guard let value = values.first else { return 0 }
    guard values.count == 1, !value.isEmpty, value.utf8.allSatisfy(ASCII.isDigit) else {
      throw .malformed("Content-Length is not one number")
    }
    guard let length = Int(value) else { throw .bodyTooLarge }
    return length
  }
}

extension HTTPFields {
  /// The lower-case tokens of all fields of a name whose value is a comma-separated list.
  func list(_ name: String) -> [String] {
    values(of: name).flatMap { value in
      value.lowercased().split { ", \t".contains($0) }.map(String.init)
    }
  }
}
