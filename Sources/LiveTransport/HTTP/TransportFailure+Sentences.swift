// SPDX-License-Identifier: Apache-2.0
// One sentence per failure: what happened, where, and what to try.

import Conformance

extension TransportFailure {
  static func unknownHost(_ authority: String) -> Self {
    Self(.unknownHost, "\(authority) is no known host; check the spelling of the endpoint")
  }

  static func refused(_ authority: String) -> Self {
    Self(.refused, "\(authority) refused the connection; check that it is running, and its port")
  }

  static func closed(_ authority: String) -> Self {
    Self(
      .closed,
      "\(authority) closed the connection without an answer; check http against https, and its log"
    )
  }

  static func truncated(_ authority: String, after count: Int, of length: Int64?) -> Self {
    let whole = length.map { " of \($0)" } ?? ""
    return Self(
      .truncated,
      "\(authority) closed the connection after \(count)\(whole) bytes of a body; check its log"
    )
  }

  /// - Parameter patience: Our own limit, nil if the network's was shorter.
  static func timedOut(_ authority: String, after patience: Duration?) -> Self {
    let limit = patience.map { " within \(seconds($0)) s" } ?? " in time"
    return Self(
      .timedOut, "\(authority) gave no whole answer\(limit); see what keeps it, or wait longer"
    )
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

  static func other(_ authority: String, _ reason: String) -> Self {
    Self(
      .other,
      "\(authority) sent no readable HTTP answer (\(reason)); repeat it with curl to see the bytes"
    )
  }

  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }
}
