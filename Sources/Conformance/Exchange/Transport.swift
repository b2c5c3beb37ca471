// SPDX-License-Identifier: Apache-2.0
// The only step that reaches outside; two kinds exist, the live one and the embedded mock.

public import Wire

/// Sends one request and brings back one whole response.
public protocol Transport: Sendable {
  /// Sends the request in somebody's name.
  ///
  /// - Throws: ``TransportFailure`` when no whole response came; a response of any status code is
  ///   not a failure.
  func send(
    _ request: HTTPRequest,
    as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse
}

/// What kept a whole response from arriving.
public struct TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, Hashable {
    case unknownHost, refused, closed, truncated, timedOut, tls, proxy, tooLarge, other
  }

  public var kind: Kind
  /// One sentence that says what happened and where: `127.0.0.1:9 refused the connection`.
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
