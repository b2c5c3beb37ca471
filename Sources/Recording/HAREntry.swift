// SPDX-License-Identifier: Apache-2.0
// One entry of a HAR file, read for what a check looks at, whoever wrote it.

import Conformance
import Contract
import Wire

/// One recorded exchange.
struct HAREntry {
  var method: HTTPRequest.Method
  var url: RecordedURL
  /// The header fields of the request that prove who asks.
  var proofs: HTTPFields
  var result: Result<RecordedResponse, TransportFailure>
  /// In whose name it was sent; nil where another program wrote the entry.
  var credential: Credential?
  /// Which sending of the same request it was; nil where another program wrote the entry.
  var repetition: Int?

  /// Why an entry cannot be used.
  enum Defect: Error {
    /// It has no method, no absolute URL or no status.
    case incomplete
    /// It tells of an answer and leaves out the body.
    case bodyless
    /// No answer came, which other programs do not tell apart from an answer that was not kept.
    case unanswered
  }

  /// - Parameters:
  ///   - url: What was asked; nil where the entry does not tell it.
  ///   - texts: What stands in many entries, and is kept once.
  init(_ entry: HARMember, url: RecordedURL?, _ texts: inout SharedTexts) throws(Defect) {
    guard let url, let request = entry["request"], let response = entry["response"],
      let method = request["method"]?.string, let status = response["status"]?.integer
    else { throw .incomplete }
    self.method = HTTPRequest.Method(method.uppercased())
    self.url = url
    self.url.origin = texts.shared(url.origin)
    self.url.path = texts.shared(url.path)
    proofs = HTTPFields(request["headers"], &texts) { Self.proofNames.contains($0.lowercased()) }
    credential = entry["_credential"]?.string.flatMap(Credential.init)
    repetition = entry["_repetition"]?.integer
    if let kind = entry["_failure"]?.string.flatMap(TransportFailure.Kind.init) {
      result = .failure(TransportFailure(kind, response["_error"]?.string ?? ""))
    } else {
      guard (100...999).contains(status) else { throw .unanswered }
      result = .success(
        RecordedResponse(
          status: HTTPResponse.Status(status),
          headers: HTTPFields(response["headers"], &texts) { _ in true },
          body: try Self.body(response["content"], length: response["bodySize"]?.integer),
          oddities: Self.oddities(response["_oddities"])))
    }
  }

  private static func oddities(_ list: HARMember?) -> [HTTPResponse.Oddity] {
    (list?.elements ?? []).flatMap { entry in
      HTTPResponse.Oddity.Kind.allCases.compactMap { kind in
        entry[kind.rawValue]?.string.map { HTTPResponse.Oddity(kind, $0) }
      }
    }
  }

  private static func body(
    _ content: HARMember?, length: Int?
  ) throws(Defect) -> RecordedResponse.Body {
    guard let text = content?["text"], text.value.kind == .string else {
      guard content?["size"]?.integer ?? length ?? 0 <= 0 else { throw .bodyless }
      return .bytes([])
    }
    let isBase64 = content?["encoding"]?.string?.lowercased() == "base64"
    if let literal = text.literal, !isBase64 { return .text(literal) }
    let bytes = Array((text.string ?? "").utf8)
    guard isBase64 else { return .bytes(bytes) }
    guard let decoded = RecordedResponse.Body.decoded(base64: bytes) else { throw .bodyless }
    return text.literal.map { .base64($0) } ?? .bytes(decoded)
  }

  private static let proofNames: Set = ["authorization", "x-auth-token", "x-security-token"]

  /// The token that was sent, where the entry still shows one.
  var token: String? { proofs["X-Auth-Token"] }

  /// What was sent to prove who asks, where the entry still shows it.
  var secrets: [String] { [token, proofs["X-Security-Token"]].compactMap { $0 } }

  /// Whether somebody proved who asks.
  var isAuthenticated: Bool { token != nil || proofs["Authorization"] != nil }
}

/// A URL as a recording has it, cut where a plan needs it cut.
struct RecordedURL: Hashable {
  /// Scheme, host and perhaps a port, without a user.
  var origin: String
  /// Percent-encoded, from the first slash on.
  var path: String
  /// With the question mark; empty without one.
  var query: String

  /// Nil for a text that has no scheme or no host.
  init?(_ text: String) {
    let whole = text.utf8.prefix { $0 != UInt8(ascii: "#") }
    var scheme = whole.prefix { $0 != UInt8(ascii: ":") }
    while !whole[scheme.endIndex...].starts(with: "://".utf8) {
      guard scheme.endIndex < whole.endIndex else { return nil }
      let rest = whole[scheme.endIndex...].dropFirst().prefix { $0 != UInt8(ascii: ":") }
      scheme = whole[..<rest.endIndex]
    }
    guard !scheme.isEmpty else { return nil }
    let rest = whole[scheme.endIndex...].dropFirst(3)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard let host = authority.split(separator: UInt8(ascii: "@")).last else { return nil }
    let target = rest[authority.endIndex...]
    let path = target.prefix { $0 != UInt8(ascii: "?") }
    origin = "\(Substring(scheme))://\(Substring(host))".lowercased()
    self.path = path.isEmpty ? "/" : String(Substring(path))
    query = String(Substring(target[path.endIndex...]))
  }

  var text: String { origin + path + query }
}

extension HTTPFields {
  /// The list of names and values that HAR has for header fields, without the pseudo fields of HTTP/2.
  fileprivate init(
    _ list: HARMember?, _ texts: inout SharedTexts, where isWanted: (String) -> Bool
  ) {
    let wanted = (list?.elements ?? []).filter { field in
      field["name"]?.string.map { !$0.hasPrefix(":") && isWanted($0) } ?? false
    }
    self.init(
      wanted.map { field in
        Field(
          texts.shared(field["name"]?.string ?? ""), texts.shared(field["value"]?.string ?? ""))
      })
  }
}

/// Texts that are the same, kept once.
struct SharedTexts {
  private var texts: Set<String> = []

  mutating func shared(_ text: String) -> String { texts.insert(text).memberAfterInsert }
}
