// SPDX-License-Identifier: Apache-2.0
// One request and what travelled back for it: what a transport yields, and a recording keeps.

public import Wire

/// One request and what came of it, body included; only a recorder keeps it.
public struct Exchange: Sendable {
  public let request: Probe.Request
  /// The endpoint that was asked.
  public let endpoint: String
  public let result: Result<HTTPResponse, TransportFailure>
  /// From the first byte sent to the last byte received, in seconds.
  public let seconds: Double
  /// When the first byte was sent, in seconds since the run began.
  public let start: Double

  public init(
    request: Probe.Request, endpoint: String, result: Result<HTTPResponse, TransportFailure>,
    seconds: Double, start: Double = 0
  ) {
    self.request = request
    self.endpoint = endpoint
    self.result = result
    self.seconds = seconds
    self.start = start
  }

  public var response: HTTPResponse? { try? result.get() }
}
