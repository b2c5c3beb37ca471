// SPDX-License-Identifier: Apache-2.0
// One sentence per failure: what happened, where, and what to try.

import Conformance
import Wire

extension TransportFailure {
  static func unknownHost(_ authority: String) -> Self {
    Self(.unknownHost, "\(authority) is no known host; check the spelling of the endpoint")
  }

  static func refused(_ authority: String) -> Self {
    Self(.refused, "\(authority) refused the connection; check that it is running, and its port")
  }

  static func closed(_ authority: String, _ order: Transfer.Order) -> Self {
    // With TLS 1.3 a server refuses a client behind the handshake, and its alert can be lost.
    let advice =
      order.url.hasPrefix("https:")
      ? "see in its log whether it demands a client certificate, which --cert shows"
      : "check http against https, and its log"
    return Self(.closed, "\(authority) closed the connection without an answer; \(advice)")
  }

  /// An HTTP/2 stream that ended before the answer began, or whose answer HTTP/2 does not allow.
  static func noStream(_ authority: String, saying reason: String) -> Self {
    Self(
      .closed,
      "\(authority) gave no answer over HTTP/2 (\(reason)); see in its log what it sent, and whether "
        + "--http1.1 gets an answer")
  }

  static func truncated(_ authority: String, after count: Int, of length: Int64?) -> Self {
    let size = length.map { "\(count) of \($0) bytes" } ?? count.counted("byte")
    return Self(
      .truncated,
      "\(authority) closed the connection after \(size) of a body; check its log"
    )
  }

  static func cutHead(_ authority: String, after count: Int) -> Self {
    Self(
      .truncated,
      "\(authority) closed the connection inside the head of an answer, after \(count.counted("byte")); "
        + "check its log")
  }

  static func timedOut(_ authority: String, after patience: Duration) -> Self {
    Self(
      .timedOut,
      "\(authority) gave no whole answer within \(seconds(patience)) s; see what keeps it, "
        + "or wait longer with --timeout")
  }

  static func notConnected(_ authority: String, within order: Transfer.Order) -> Self {
    let limit = min(order.patience, order.connectPatience)
    return Self(
      .unreachable,
      "\(authority) could not be connected to within \(seconds(limit)) s; check host and port, "
        + "and what stands between, or wait longer with --connect-timeout")
  }

  static func tls(_ authority: String, _ reason: String) -> Self {
    Self(
      .tls,
      "\(authority) and this program agree on no TLS (\(reason)); check its certificate and port"
    )
  }

  static func tooLarge(_ authority: String, limit: Int) -> Self {
    Self(
      .tooLarge,
      "\(authority) sent a body of more than \(limit) bytes, which was not read further; "
        + "check that it is the right endpoint"
    )
  }

  static func longHead(_ authority: String, limit: Int) -> Self {
    Self(
      .malformed,
      "\(authority) sent a head of more than \(limit) bytes, which was not read further; "
        + "repeat it with curl -v to see them")
  }

  /// - Parameter bytes: The first that came.
  static func noHTTP(_ authority: String, _ bytes: [UInt8]) -> Self {
    let shown = bytes.prefix(40).map { (0x20...0x7E).contains($0) ? Unicode.Scalar($0) : "·" }
    return Self(
      .malformed,
      "\(authority) answers in no HTTP: \"\(String(String.UnicodeScalarView(shown)))\"; "
        + "check the port, and repeat it with curl -v to see the bytes")
  }

  static func malformed(_ authority: String, _ reason: String) -> Self {
    Self(
      .malformed,
      "\(authority) sent no readable HTTP answer (\(reason)); repeat it with curl to see the bytes"
    )
  }

  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }
}
