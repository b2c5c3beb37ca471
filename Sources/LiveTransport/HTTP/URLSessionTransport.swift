// SPDX-License-Identifier: Apache-2.0
// The way to a real endpoint: one request out, one whole response or one clear failure back.

public import Conformance
import Contract
import Foundation
public import Wire

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Sends requests to one endpoint with a URL session that keeps and follows nothing.
///
/// No cookies, no cache, no redirects, no compression: what a check sees is what the server sent.
/// Two things happen below this room, in libcurl: `.` and `..` segments of a path are removed, and
/// a proxy that the environment names is used, except for this machine. See ``NetworkRoute``.
public final class URLSessionTransport: Transport {
  let target: Target
  let admission: Admission
  private let session: URLSession
  private let line: Line

  public init(target: Target, limits: Limits = Limits()) {
    let switchboard = Switchboard()
    session = URLSession(
      configuration: Self.forgetful(limits), delegate: switchboard, delegateQueue: nil)
    let line = Line(session: session, switchboard: switchboard, limits: limits)
    self.target = target
    self.line = line
    admission = Admission(target.access, project: target.facts[.projectID]) { login in
      await line.token(for: login)
    }
  }

  deinit {
    session.finishTasksAndInvalidate()
  }

  public func send(
    _ request: HTTPRequest,
    as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let pass = try await admission.pass()
    return switch credential {
    case .own: try await sendAsOwn(request, showing: pass)
    case .absent: try await exchange(request, showing: .nothing)
    case .wrong: try await exchange(request, showing: pass.forged)
    }
  }

  func exchange(
    _ request: HTTPRequest, showing pass: Pass
  ) async throws(TransportFailure) -> HTTPResponse {
    let second = Int64(Date().timeIntervalSince1970)
    let shown = pass.shown(by: request, to: target.facts.endpoint, at: second)
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
    let proxy = Proxy(for: target.facts.endpoint, in: ProcessInfo.processInfo.environment)
    return Redaction(
      secrets: admission.secrets,
      names: [target.access.name, signature].compactMap { $0 } + (proxy?.secrets ?? []))
  }

  /// Host and port, as failures name them.
  var authority: String { Line.authority(of: target.facts.endpoint) }

  private static func forgetful(_ limits: Limits) -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.httpMaximumConnectionsPerHost = limits.connections
    // Foundation's own clock counts whole seconds of silence; ours is the one that matters.
    configuration.timeoutIntervalForRequest = limits.patience / .seconds(1) + 60
    return configuration
  }
}
