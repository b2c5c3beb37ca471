// SPDX-License-Identifier: Apache-2.0
// The way to a real endpoint for the requests of others: their bytes out, its bytes back.

public import Conformance
import Contract
public import Wire

/// Hands requests on to one endpoint with libcurl: nothing added, repeated, followed or decoded.
///
/// HTTP/1.1 is spoken, so that what comes can be handed on as it came.
public final class CurlRelay: Sendable {
  private let line: CurlTransport.Line
  private let endpoint: String

  /// What came back for a request.
  public struct Answer: Sendable {
    /// The final head as it came, from the status line to the empty line.
    public var head: [UInt8]
    /// Without the chunks that it came in, and coded as it came.
    public var body: [UInt8]
    /// The field lines behind the body.
    public var trailers: [UInt8]
    /// The same as a client reads it, decoded.
    public var response: HTTPResponse
  }

  /// - Throws: What keeps libcurl from being used, with the package to install.
  public init(target: Target, limits: CurlTransport.Limits) throws(Target.Problems) {
    var route = target.route
    route.version = .http1
    let curl = try CurlLibrary.shared.get()
    endpoint = target.facts.endpoint
    line = CurlTransport.Line(
      CurlLoop(curl, route, connections: limits.connections, takesWork: true), route, limits,
      target.facts.profile)
  }

  /// For tasks that do little beside waiting for an answer.
  public var executor: any TaskExecutor { line.loop }

  /// - Parameter request: Its fields are sent as they are; of the length of its body libcurl speaks.
  public func answer(to request: HTTPRequest) async throws(TransportFailure) -> Answer {
    let own = ["Accept", "Content-Type", "Expect", "User-Agent"]
    let end = try await line.end(
      of: request, with: request.headers, to: endpoint,
      unsent: own.filter { request.headers[$0] == nil })
    return Answer(
      head: Array(end.arrived.head), body: end.arrived.body, trailers: end.arrived.trailers,
      response: try line.decoded(end.response(), from: endpoint))
  }
}
