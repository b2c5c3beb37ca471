// SPDX-License-Identifier: Apache-2.0
// How long, how much and how many at once: what one endpoint may cost us.

extension CurlTransport {
  /// The bounds of an exchange and of all exchanges at one time.
  public struct Limits: Sendable, Hashable {
    /// From the start of a request to the last byte of its answer, waiting for a connection included.
    public var patience = Duration.seconds(30)
    /// Connections to the endpoint at one time.
    public var connections = 4
    /// Bytes of one answer's body, decoded; beyond, the answer is not read to its end.
    public var bodyBytes = 64 * 1024 * 1024

    public init() {}
  }
}
