// SPDX-License-Identifier: Apache-2.0
// How much of one client the server bears, so that no client can starve the others.

extension LoopbackServer {
  /// The bounds of one client; what goes beyond is refused and the connection closed.
  public struct Limits: Sendable, Hashable {
    /// Bytes of the request target; beyond, 414.
    public var targetBytes = 32 * 1024
    /// Bytes of all header lines, or of all trailer lines, of one request; beyond, 431.
    public var headerBytes = 32 * 1024
    /// Bytes of one request body after chunked decoding; beyond, 413.
    public var bodyBytes = 1024 * 1024
    /// How long a whole request may take to arrive (408), a client may idle or not read its answer.
    public var patience = Duration.seconds(10)
    /// Connections at one time; a further one takes the place of the one that has waited longest for
    /// its client, or waits in the backlog until there is such a one.
    public var connections = 128
    /// So long a client may take for its next step before another can take its place.
    public var grace = Duration.seconds(1)

    public init() {}
  }
}
