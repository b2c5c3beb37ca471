// SPDX-License-Identifier: Apache-2.0
// Which header fields are about a message, and pass, and which are about its connection, and do not.

import Conformance
import Contract
import LiveTransport
import Wire

/// What a gateway does to the fields of requests.
///
/// All pass but those of RFC 9110, 7.6.1 and what `Expect` and `Content-Length` say of the way the
/// body came. `Host` names the registry, unless a signature says that it covers the field: then it
/// stays what it was signed for. No `Via` is added, since nothing may differ.
struct PassingFields: Sendable {
  /// Of the endpoint, in lower case and without a port.
  let host: String
  /// The path of the endpoint; empty where it has none.
  private let prefix: String

  init(to target: Target) {
    let rest = target.facts.endpoint.split(separator: "/", maxSplits: 2).dropFirst()
    host = Self.host(of: rest.first ?? "")
    prefix = rest.dropFirst().first.map { "/\($0)" } ?? ""
  }

  private static func host(of authority: Substring) -> String {
    let name = authority.split(separator: "@").last ?? authority
    let end = name.last == "]" ? nil : name.lastIndex(of: ":")
    return name[..<(end ?? name.endIndex)].lowercased()
  }

  /// Whether a client that takes us for its proxy means the registry.
  func leads(to authority: String) -> Bool { Self.host(of: authority[...]) == host }

  /// The target behind the path that the endpoint has already.
  func withoutPrefix(_ target: String) -> String {
    target.hasPrefix(prefix + "/") ? String(target.dropFirst(prefix.count)) : target
  }

  /// The request as it is sent on.
  func passed(_ request: HTTPRequest) -> HTTPRequest {
    var names = Self.ofConnection(request.headers)
    names.formUnion(["content-length", "expect", "proxy-authorization", "trailer"])
    if !signsHost(request) { names.insert("host") }
    var passed = request
    passed.headers = HTTPFields(
      request.headers.fields.filter { !names.contains($0.name.lowercased()) })
    return passed
  }

  private func signsHost(_ request: HTTPRequest) -> Bool {
    guard let proof = request.headers["Authorization"]?.lowercased(),
      let list = proof.firstRange(of: "signedheaders=")
    else { return false }
    let names = proof[list.upperBound...].prefix { $0 != "," && $0 != " " }
    return names.split(separator: ";").contains("host")
  }

  /// The names, in lower case, of the fields that are about a connection.
  static func ofConnection(_ fields: HTTPFields) -> Set<String> {
    Set(
      ["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"]
        + fields.values(of: "Connection").flatMap {
          $0.lowercased().split { ", \t".contains($0) }.map(String.init)
        })
  }
}
