// SPDX-License-Identifier: Apache-2.0
// When the parts of an exchange ended, as the transport measured them.

/// The moments of one exchange, in seconds since its request was begun; none is negative, and each
/// is at least the one before.
///
/// A moment that did not occur (no name to look up, a connection that was open already, no TLS)
/// repeats the moment before it.
public struct ExchangePhases: Sendable, Hashable {
  /// The name was resolved.
  public var nameLookup: Double
  /// The TCP connection stood.
  public var connect: Double
  /// The TLS handshake was done.
  public var tls: Double
  /// The first byte of the response arrived.
  public var firstByte: Double
  /// The last byte of the response arrived.
  public var lastByte: Double

  public init(
    nameLookup: Double, connect: Double, tls: Double, firstByte: Double, lastByte: Double
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.lastByte = lastByte
  }
}
