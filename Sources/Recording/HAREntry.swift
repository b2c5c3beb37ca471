// SPDX-License-Identifier: Apache-2.0
// One entry of a HAR file, read for what a check looks at, whoever wrote it.

import Conformance
import Contract
import Foundation
import Wire

/// One recorded exchange.
struct HAREntry {
  var method: HTTPRequest.Method
  var url: RecordedURL
  /// The header fields of the request, without the pseudo fields of HTTP/2.
  var requestHeaders: HTTPFields
  var result: Result<HTTPResponse, TransportFailure>
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

  init(_ entry: JSONValue) throws(Defect) {
    guard let request = entry["request"], let response = entry["response"],
      let method = request["method"]?.string, let url = request["url"]?.string,
      let url = RecordedURL(url), let status = response["status"]?.number?.int64
    else { throw .incomplete }
    self.method = HTTPRequest.Method(method.uppercased())
    self.url = url
    requestHeaders = HTTPFields(request["headers"])
    credential = entry["_credential"]?.string.flatMap(Credential.init)
    repetition = entry["_repetition"]?.number?.int64.map(Int.init(clamping:))
    if let kind = entry["_failure"]?.string.flatMap(TransportFailure.Kind.init) {
      result = .failure(TransportFailure(kind, response["_error"]?.string ?? ""))
    } else {
      result = .success(try Self.response(response, status: Int(clamping: status)))
    }
  }

  private static func response(
    _ response: JSONValue, status: Int
  ) throws(Defect) -> HTTPResponse {
    guard (100...999).contains(status) else { throw .unanswered }
    return HTTPResponse(
      status: HTTPResponse.Status(status), headers: HTTPFields(response["headers"]),
      body: try body(response["content"], length: response["bodySize"]?.number?.int64))
  }

  private static func body(_ content: JSONValue?, length: Int64?) throws(Defect) -> [UInt8] {
    guard let text = content?["text"]?.string else {
      let size = content?["size"]?.number?.int64 ?? length ?? 0
      guard size <= 0 else { throw .bodyless }
      return []
    }
    guard content?["encoding"]?.string?.lowercased() == "base64" else { return Array(text.utf8) }
    guard let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
      throw .bodyless
    }
    return Array(bytes)
  }

  /// The token that was sent, where the entry still shows one.
  var token: String? { requestHeaders["X-Auth-Token"] }

  /// What was sent to prove who asks, where the entry still shows it.
  var secrets: [String] { [token, requestHeaders["X-Security-Token"]].compactMap { $0 } }

  /// Whether somebody proved who asks.
  var isAuthenticated: Bool { token != nil || requestHeaders["Authorization"] != nil }
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
    guard let scheme = text.firstRange(of: "://"), scheme.lowerBound > text.startIndex else {
      return nil
    }
    let whole = text.prefix { $0 != "#" }
    let rest = whole[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let host = authority.split(separator: "@").last ?? ""
    guard !host.isEmpty else { return nil }
    let target = rest[authority.endIndex...]
    let path = target.prefix { $0 != "?" }
    origin = (text[..<scheme.upperBound] + host).lowercased()
    self.path = path.isEmpty ? "/" : String(path)
    query = String(target[path.endIndex...])
  }

  var text: String { origin + path + query }
}

extension HTTPFields {
  /// The list of names and values that HAR has for header fields.
  fileprivate init(_ list: JSONValue?) {
    self.init(
      list?.elements.compactMap { field in
        guard let name = field["name"]?.string, !name.hasPrefix(":") else { return nil }
        return Field(name, field["value"]?.string ?? "")
      } ?? [])
  }
}
