// SPDX-License-Identifier: Apache-2.0
// What the registry wants said, and how the bytes of it are to be delivered.

public import Wire

/// A response together with the way its bytes leave, because some faults live below HTTP.
public struct LoopbackAnswer: Sendable, Hashable {
  public var response: HTTPResponse
  public var delivery: Delivery
  /// How long the registry waits before the first byte.
  public var delay: Duration

  public init(_ response: HTTPResponse, delivery: Delivery = .whole, delay: Duration = .zero) {
    self.response = response
    self.delivery = delivery
    self.delay = delay
  }

  /// How the bytes of an answer are put on the connection.
  public enum Delivery: Sendable, Hashable {
    /// With a Content-Length that is true.
    case whole
    /// With `Transfer-Encoding: chunked`, in chunks of at most that many bytes.
    case chunked(size: Int)
    /// With the Content-Length of the whole body, but closed after that many bytes of it.
    case truncated(after: Int)
    /// With a Content-Length that names that number instead of the body's own.
    case misdeclared(length: Int)
    /// With `Content-Encoding: gzip`, whatever was asked for.
    case gzip
    /// With a second answer behind it that nobody asked for.
    case twice
    /// The connection is closed without a byte.
    case closed
  }
}
