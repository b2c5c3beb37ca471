// SPDX-License-Identifier: Apache-2.0
// What one request shows to be let in, as the header fields that are added to it.

import Conformance
import Contract
import Wire

/// What a request shows to be let in.
enum Pass: Sendable, Hashable {
  case nothing
  case token(String)
  case keys(Access.AccessKeys, project: String?, flaw: Flaw? = nil)

  /// What is wrong with a signature that is made with the right keys.
  enum Flaw: Sendable, Hashable {
    case altered, misplaced, outdated
  }

  /// What is shown by somebody who is not let in, such as a token that nobody issued or a wrong
  /// secret; nil where it takes keys that are not there.
  func posing(as credential: Credential, _ profile: Profile) -> Pass? {
    switch credential {
    case .own: return self
    case .absent: return .nothing
    case .empty: return .token("")
    case .blank: return .token(Credential.blankToken)
    case .mistyped:
      guard case .token(let token) = self else { return flawed(.altered) }
      return .token(Credential.mistyped(token))
    case .altered: return flawed(.altered)
    case .misplaced: return flawed(.misplaced)
    case .outdated: return flawed(.outdated)
    case .other: return nil
    case .wrong:
      guard case .keys(var keys, let project, _) = self else { return .token(profile.wrongToken) }
      keys.secret = "not-" + keys.secret
      return .keys(keys, project: project)
    }
  }

  private func flawed(_ flaw: Flaw) -> Pass? {
    guard case .keys(let keys, let project, _) = self else { return nil }
    return .keys(keys, project: project, flaw: flaw)
  }

  /// The request with what is shown; a signature covers what is sent to that endpoint.
  ///
  /// - Parameter second: The time of the request, in seconds since 1970.
  func shown(
    by request: HTTPRequest, to endpoint: String, at second: Int64,
    _ credentials: Profile.Credentials
  ) -> HTTPRequest {
    var shown = request
    switch self {
    case .nothing: break
    case .token(let token): shown.headers[credentials.header] = credentials.value(token)
    case .keys(let keys, let project, let flaw):
      guard let signature = credentials.signature else { break }
      if let project, let header = signature.tenantHeader { shown.headers[header] = project }
      let age = flaw == .outdated ? Credential.outdatedAge : 0
      shown.headers[signature.dateHeader] = Instant(seconds: second - Int64(age)).description
        .filter { $0 != "-" && $0 != ":" }
      shown.headers[signature.tokenHeader] = keys.securityToken
      var signed = shown
      if flaw == .misplaced { signed.target = Credential.otherTarget(than: request) }
      let text = RequestSignature(of: signed.signedPart(at: endpoint, by: signature), by: signature)
        .authorization(keys)
      shown.headers["Authorization"] =
        flaw == .altered ? text.dropLast() + (text.hasSuffix("0") ? "1" : "0") : text
    }
    return shown
  }
}

extension HTTPRequest {
  /// The request as it arrives, with the header fields that are signed and no others.
  fileprivate func signedPart(
    at endpoint: String, by signature: Profile.Credentials.Signature
  ) -> HTTPRequest {
    let parts = endpoint.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let rest = parts.last?.split(separator: "/", maxSplits: 1) ?? []
    var part = self
    part.target = rest.dropFirst().map { "/" + $0 }.joined() + target
    part.headers = ["Host": host(rest.first ?? "", scheme: parts.first ?? "")]
    let sent = HTTPFields([CurlTransport.Line.contentType] + headers.fields)
    let own = [signature.tenantHeader, signature.dateHeader, signature.tokenHeader]
    for name in ["Content-Type"] + own.compactMap(\.self) {
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
