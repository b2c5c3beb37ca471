// SPDX-License-Identifier: Apache-2.0
// The way to a real endpoint: one request out, one whole response or one clear failure back.

public import Conformance
import Contract
import Redaction
import Synchronization
public import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Sends requests to one endpoint with libcurl, which keeps and follows nothing.
///
/// No cookies, no cache, no redirects, no compression, no change to the path: what a check sees is
/// what the server sent. A proxy that the environment names is used, except for this machine.
public final class CurlTransport: Transport {
  let target: Target
  let admission: Admission
  /// How often each request was sent, for the trace that they belong to.
  private let sendings = Mutex<[String: Int]>([:])
  private let line: Line
  /// What of the proxy's URL nobody may see.
  private let proxySecrets: [String]

  /// - Throws: What keeps libcurl from being used, with the package to install.
  public init(target: Target, limits: Limits = Limits()) throws(Target.Problems) {
    let curl = try CurlLibrary.shared.get()
    let line = Line(
      CurlLoop(curl, target.route, connections: limits.connections), target.route, limits,
      target.facts.profile)
    self.target = target
    self.line = line
    proxySecrets =
      Proxy(for: target.facts.endpoint, in: line.environment)?.secrets ?? []
    admission = Admission(target.access, of: target.facts) { login in
      await line.token(for: login)
    }
  }

  public var executor: (any TaskExecutor)? { line.loop }

  public func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let pass = try await admission.pass()
    guard credential != .own else { return try await sendAsOwn(request, showing: pass) }
    guard let pose = pass.posing(as: credential, target.facts.profile) else {
      throw TransportFailure(.other, "there are no keys to sign a request with")
    }
    return try await exchange(request, showing: pose, as: credential)
  }

  func exchange(
    _ request: HTTPRequest, showing pass: Pass, as credential: Credential = .own
  ) async throws(TransportFailure) -> HTTPResponse {
    let second = Int64(Date().timeIntervalSince1970)
    var shown = pass.shown(
      by: request, to: target.facts.endpoint, at: second, target.facts.profile.credentials)
    // Behind the signature, for whoever passes a request on may change it.
    if let trace = target.facts.reproduction.trace {
      shown.headers[TraceContext.field] = trace.value(
        for: request.target, method: "\(request.method)", as: credential,
        sent: sendings.withLock { $0.count(request, as: credential) })
    }
    do throws(TransportFailure) {
      let answer = try await line.deliver(shown, to: target.facts.endpoint)
      return redaction(of: shown).redacted(answer)
    } catch {
      throw TransportFailure(error.kind, redaction(of: shown).redacted(error.description))
    }
  }

  /// What hides every secret that was used so far, and what the answer to that request may repeat.
  private func redaction(of shown: HTTPRequest) -> Redaction {
    let signature = shown.headers["Authorization"]?.split(separator: "=").last.map(String.init)
    return admission.redaction.hiding([signature].compactMap { $0 } + proxySecrets)
  }

  /// Host and port, as failures name them.
  var authority: String { Line.authority(of: target.facts.endpoint) }
}

extension [String: Int] {
  /// How often the request was counted before.
  fileprivate mutating func count(_ request: HTTPRequest, as credential: Credential) -> Int {
    let key = "\(request.method) \(credential.rawValue) \(request.target)"
    defer { self[key, default: 0] += 1 }
    return self[key] ?? 0
  }
}
