// SPDX-License-Identifier: Apache-2.0
// The way to a real endpoint: one request out, one whole response or one clear failure back.

public import Conformance
import Foundation
public import Wire

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Sends requests to one endpoint with a URL session that keeps and follows nothing.
///
/// No cookies, no cache, no redirects, no compression: what a check sees is what the server sent.
/// Two things happen below this room, in libcurl: `.` and `..` segments of a path are removed, and
/// a proxy that the environment names is used, except for this machine. See ``Route``.
public final class URLSessionTransport: Transport {
  private let target: Target
  private let limits: Limits
  private let proxy: Proxy?
  private let switchboard = Switchboard()
  private let session: URLSession

  public init(target: Target, limits: Limits = Limits()) {
    self.target = target
    self.limits = limits
    proxy = Proxy(for: target.facts.endpoint, in: ProcessInfo.processInfo.environment)
    session = URLSession(
      configuration: Self.forgetful(limits), delegate: switchboard, delegateQueue: nil)
  }

  deinit {
    session.finishTasksAndInvalidate()
  }

  public func send(
    _ request: HTTPRequest,
    as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let task = session.dataTask(with: try outgoing(request, as: credential))
    let reception = Reception(from: authority, through: proxy, limits: limits)
    switchboard.connect(reception, to: task)
    return try await reception.answer(to: task).get()
  }

  /// Host and port, as failures name them.
  private var authority: String {
    target.facts.endpoint.split(separator: "/", maxSplits: 2).dropFirst().first.map(String.init)
      ?? target.facts.endpoint
  }

  /// The request with the target's bytes untouched and the header fields that the vendor's SDKs send.
  private func outgoing(
    _ request: HTTPRequest,
    as credential: Credential
  ) throws(TransportFailure) -> URLRequest {
    let text = target.facts.endpoint + request.target
    guard let url = URL(string: text, encodingInvalidCharacters: false) else {
      throw TransportFailure(.other, "\(text) is not a URL; check its percent-encoding")
    }
    var outgoing = URLRequest(url: url)
    outgoing.httpMethod = request.method.description
    outgoing.httpBody = request.body.isEmpty ? nil : Data(request.body)
    outgoing.httpShouldHandleCookies = false
    outgoing.setValue("application/json", forHTTPHeaderField: "Content-Type")
    outgoing.setValue("en-us", forHTTPHeaderField: "X-Language")
    outgoing.setValue("\(Suite.name)/\(Suite.version)", forHTTPHeaderField: "User-Agent")
    outgoing.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    outgoing.setValue(token(of: credential), forHTTPHeaderField: "X-Auth-Token")
    for field in request.headers.fields {
      outgoing.setValue(field.value, forHTTPHeaderField: field.name)
    }
    return outgoing
  }

  private func token(of credential: Credential) -> String? {
    switch credential {
    case .own: target.token
    case .absent: nil
    case .wrong: Self.wrongToken
    }
  }

  /// Has the form of a token of the identity service, which is the Base64 text of a CMS message.
  private static let wrongToken = "MIIEwrong" + String(repeating: "A", count: 247)

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
