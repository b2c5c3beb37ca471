// SPDX-License-Identifier: Apache-2.0
// One request as it is given, to one endpoint: no credentials, nothing added, nothing repeated.

import Conformance
import Foundation
import Wire

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionTransport {
  /// The session of a transport, for whoever sends over it.
  struct Line {
    let session: URLSession
    let switchboard: Switchboard
    let limits: Limits

    func deliver(
      _ request: HTTPRequest, to endpoint: String
    ) async throws(TransportFailure) -> HTTPResponse {
      let task = session.dataTask(with: try outgoing(request, to: endpoint))
      let proxy = Proxy(for: endpoint, in: ProcessInfo.processInfo.environment)
      let reception = Reception(
        from: Self.authority(of: endpoint), through: proxy, limits: limits)
      switchboard.connect(reception, to: task)
      return try await reception.answer(to: task).get()
    }

    /// Host and port, as failures name them.
    static func authority(of endpoint: String) -> String {
      endpoint.split(separator: "/", maxSplits: 2).dropFirst().first.map(String.init) ?? endpoint
    }

    /// The request with the target's bytes untouched and the header fields that the vendor's SDKs
    /// send.
    private func outgoing(
      _ request: HTTPRequest, to endpoint: String
    ) throws(TransportFailure) -> URLRequest {
      let text = endpoint + request.target
      guard let url = URL(string: text, encodingInvalidCharacters: false) else {
        throw TransportFailure(.other, "\(text) is not a URL; check its percent-encoding")
      }
      var outgoing = URLRequest(url: url)
      outgoing.httpMethod = request.method.description
      outgoing.httpBody = request.body.isEmpty ? nil : Data(request.body)
      outgoing.httpShouldHandleCookies = false
      for field in Self.custom + request.headers.fields {
        outgoing.setValue(field.value, forHTTPHeaderField: field.name)
      }
      return outgoing
    }

    /// What every request says of itself; its own fields win.
    static let custom: [HTTPFields.Field] = [
      .init("Content-Type", "application/json"), .init("X-Language", "en-us"),
      .init("User-Agent", "\(Suite.name)/\(Suite.version)"), .init("Accept-Encoding", "identity"),
    ]
  }
}
