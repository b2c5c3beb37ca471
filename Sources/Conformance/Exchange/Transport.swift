// SPDX-License-Identifier: Apache-2.0
// The only step that reaches outside: the live one, the embedded mock, or a recording.

public import Wire

/// Sends one request and brings back one whole response.
public protocol Transport: Sendable {
  /// Sends the request in somebody's name.
  ///
  /// What comes back holds no secret any more: ``Redaction`` has been there.
  ///
  /// - Throws: ``TransportFailure`` when no whole response came; a response of any status code is
  ///   not a failure.
  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse

  /// Whether answers are made in this process, such as from a file, so that nobody waits for others
  /// and more than one thread would gain nothing.
  var answersAtOnce: Bool { get }

  /// Where a run is best worked on; nil for all threads.
  var executor: (any TaskExecutor)? { get }

  /// Whether the answers were given to a run before.
  var isReplay: Bool { get }

  /// Sends a request of a plan; one that is sent again on purpose can be told from the first.
  func send(_ request: Probe.Request) async throws(TransportFailure) -> HTTPResponse
}

extension Transport {
  public var answersAtOnce: Bool { false }
  public var executor: (any TaskExecutor)? { answersAtOnce ? SerialTaskExecutor() : nil }
  public var isReplay: Bool { false }

  /// Sends the request as it travels; a server cannot tell repetitions apart.
  public func send(_ request: Probe.Request) async throws(TransportFailure) -> HTTPResponse {
    try await send(request.httpRequest, as: request.credential)
  }
}

/// What kept a whole response from arriving.
public struct TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, Hashable {
    case unknownHost, refused, tls, proxy, tooLarge, other
    /// No connection stood in time.
    case unreachable
    /// The server took the connection and ended it before an answer was whole.
    case closed, truncated
    /// The server took the connection and gave no whole answer in time.
    case timedOut
    /// What came is no HTTP.
    case malformed
    /// Nobody was asked: a recording holds no answer to the request.
    case notRecorded
    /// A recording tells of the request and not of what came of it.
    case notKept
    /// We did not send it, or did not wait for the answer.
    case givenUp
    /// Nobody is let in with the credentials that were given, or not any more.
    case unauthorized
  }

  public var kind: Kind
  /// One sentence that says what happened and where: `127.0.0.1:9 refused the connection`.
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// Whether it shows that the endpoint cannot be reached at all, whatever is asked.
  var isOfEndpoint: Bool {
    [.unknownHost, .refused, .unreachable, .timedOut, .tls, .proxy].contains(kind)
  }

  /// Whether the server heard the request, and did not answer it whole.
  public var isServers: Bool {
    switch kind {
    case .closed, .truncated, .timedOut, .malformed: true
    case .unknownHost, .refused, .unreachable, .tls, .proxy, .tooLarge, .other: false
    case .notRecorded, .notKept, .givenUp, .unauthorized: false
    }
  }

  /// Whether two answers ended in one way; how much arrives before a reset is chance.
  func isLike(_ other: Self) -> Bool {
    let cut: Set<Kind> = [.closed, .truncated]
    return kind == other.kind || cut.isSuperset(of: [kind, other.kind])
  }

  /// What a run that is told to stop makes of every request that is not answered yet.
  static let interrupted = Self(.givenUp, "the run was interrupted")
}
