// SPDX-License-Identifier: Apache-2.0
// What one request shows to be let in, as the header fields that are added to it.

import Conformance
import Wire

/// What a request shows to be let in.
enum Pass: Sendable, Hashable {
  case nothing
  case token(String)
  case keys(Access.AccessKeys, project: String?)

  /// The same kind of pass, good for nothing: a token that nobody issued, or a wrong secret.
  var forged: Pass {
    guard case .keys(var keys, let project) = self else { return .token(Credential.wrongToken) }
    keys.secret = "not-" + keys.secret
    return .keys(keys, project: project)
  }

  /// The request with what is shown; a signature covers what is sent to that endpoint.
  ///
  /// - Parameter second: The time of the request, in seconds since 1970.
  func shown(by request: HTTPRequest, to endpoint: String, at second: Int64) -> HTTPRequest {
    var shown = request
    switch self {
    case .nothing: break
    case .token(let token): shown.headers["X-Auth-Token"] = token
    case .keys(let keys, let project):
      if let project { shown.headers["X-Project-Id"] = project }
      shown.headers["X-Sdk-Date"] = Instant(seconds: second).description
        .filter { $0 != "-" && $0 != ":" }
      shown.headers["X-Security-Token"] = keys.securityToken
      shown.headers["Authorization"] = RequestSignature(of: shown.signedPart(at: endpoint))
        .authorization(keys)
    }
    return shown
  }
}

extension HTTPRequest {
  /// The request as it arrives, with the header fields that are signed and no others.
  fileprivate func signedPart(at endpoint: String) -> HTTPRequest {
    let parts = endpoint.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let rest = parts.last?.split(separator: "/", maxSplits: 1) ?? []
    var part = self
    part.target = rest.dropFirst().map { "/" + $0 }.joined() + target
    part.headers = ["Host": host(rest.first ?? "", scheme: parts.first ?? "")]
    let sent = HTTPFields(CurlTransport.Line.custom + headers.fields)
    for name in ["Content-Type", "X-Project-Id", "X-Sdk-Date", "X-Security-Token"] {
      part.headers[name] = sent.values(of: name).last
    }
    return part
  }

  /// The value of `Host`, in which the scheme's own port is left out.
  private func host(_ authority: Substring, scheme: Substring) -> String {
    let port = scheme == "https:" ? ":443" : ":80"
    return String(authority.hasSuffix(port) ? authority.dropLast(port.count) : authority)
  }
}
