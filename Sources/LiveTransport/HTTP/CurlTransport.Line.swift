// SPDX-License-Identifier: Apache-2.0
// One request as it is given, to one endpoint: no credentials, nothing added, nothing repeated.

import Conformance
import Contract
import Synchronization
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CurlTransport {
  /// The way out of a transport, for whoever sends over it.
  final class Line: Sendable {
    let loop: CurlLoop
    private let route: NetworkRoute
    private let limits: Limits
    let profile: Profile
    /// What every request says of itself; its own fields win.
    private let custom: HTTPFields
    /// Read once, for it names the proxies.
    let environment = ProcessInfo.processInfo.environment
    /// Where the last answer broke off, or was 408, which a balancer writes to a connection that has idled
    /// whatever comes over it; the next request for it takes a connection of its own.
    private let broken = Mutex<Set<String>>([])

    init(_ loop: CurlLoop, _ route: NetworkRoute, _ limits: Limits, _ profile: Profile) {
      (self.loop, self.route, self.limits, self.profile) = (loop, route, limits, profile)
      custom = HTTPFields(profile.custom)
    }

    deinit { loop.close() }

    func deliver(
      _ request: HTTPRequest, to endpoint: String
    ) async throws(TransportFailure) -> HTTPResponse {
      var fields = custom
      for field in request.headers.fields { fields[field.name] = nil }
      for field in request.headers.fields { fields.append(field.name, field.value) }
      let response = try await end(of: request, with: fields, to: endpoint).response()
      if response.status == 408 {
        _ = broken.withLock { $0.insert(Self.url(of: request, at: endpoint)) }
      }
      if let fault = TLSFault(response) { throw fault.failure(at: Self.authority(of: endpoint)) }
      return try decoded(response, from: endpoint)
    }

    /// What comes of a request with these header fields and no other but those of its framing.
    ///
    /// - Parameter unsent: Names of fields that libcurl would add by itself.
    func end(
      of request: HTTPRequest, with fields: HTTPFields, to endpoint: String,
      unsent: [String] = ["Expect"]
    ) async throws(TransportFailure) -> TransferEnd {
      let proxy = Proxy(for: endpoint, in: environment)
      let lines = fields.fields.map(\.line) + unsent.map { "\($0):" }
      let order = try order(request, lines, to: endpoint, through: proxy)
      let end = await loop.end(of: order)
      if let failure = end.failure(at: Self.authority(of: endpoint), through: proxy, order) {
        if failure.isServers { _ = broken.withLock { $0.insert(order.url) } }
        throw failure
      }
      if let proxy, end.response().status == 407 { throw .proxyWantsUser(proxy) }
      return end
    }

    func decoded(
      _ response: HTTPResponse, from endpoint: String
    ) throws(TransportFailure) -> HTTPResponse {
      do throws(HTTPResponse.CodingTrouble) {
        return try response.decoded(most: limits.bodyBytes)
      } catch {
        throw .tooLarge(Self.authority(of: endpoint), limit: limits.bodyBytes)
      }
    }

    private static func url(of request: HTTPRequest, at endpoint: String) -> String {
      endpoint + request.target
    }

    /// Host and port, as failures name them.
    static func authority(of endpoint: String) -> String {
      let parts = endpoint.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
      return parts.dropFirst().first.map { String(Substring($0)) } ?? endpoint
    }

    /// The request with the target's bytes untouched.
    private func order(
      _ request: HTTPRequest, _ lines: [String], to endpoint: String, through proxy: Proxy?
    ) throws(TransportFailure) -> Transfer.Order {
      let url = Self.url(of: request, at: endpoint)
      // What else no URL may have is for the server to refuse.
      guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw TransportFailure(.other, "\(url) is not a URL; check its percent-encoding")
      }
      return Transfer.Order(
        url: url, method: "\(request.method)", headerLines: lines, body: request.body,
        proxy: proxy?.url, patience: limits.patience,
        connectPatience: route.connectPatience ?? limits.patience,
        isFresh: broken.withLock { $0.remove(url) } != nil, mostBytes: limits.bodyBytes)
    }

    static let contentType = HTTPFields.Field("Content-Type", "application/json")
  }
}

extension Profile {
  /// What every request says of itself; its own fields win.
  fileprivate var custom: [HTTPFields.Field] {
    let nonce = nonceField.map { HTTPFields.Field($0.name, $0.value) }
    let own =
      [CurlTransport.Line.contentType]
      + sentHeaders.sorted { $0.key < $1.key }.map { HTTPFields.Field($0.key, $0.value) }
      + [
        .init("User-Agent", "\(suite.name)/\(suite.version)"), .init("Accept-Encoding", "identity"),
      ]
    return own.filter { $0.name != nonce?.name } + [nonce].compactMap(\.self)
  }
}

extension HTTPFields.Field {
  /// As libcurl takes it: a field that ends in a colon would be left out, and one with a semicolon
  /// is sent without a value. No line break gets into a head.
  fileprivate var line: String {
    let breaks: [UInt8] = [0x0D, 0x0A, 0]
    let value =
      value.utf8.contains(where: breaks.contains)
      ? String(decoding: value.utf8.filter { !breaks.contains($0) }, as: UTF8.self) : value
    return value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? "\(name);" : "\(name): \(value)"
  }
}
