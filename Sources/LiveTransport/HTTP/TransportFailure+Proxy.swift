// SPDX-License-Identifier: Apache-2.0
// One sentence per failure of a proxy, which names it without its password.

import Conformance

extension TransportFailure {
  /// What libcurl's sentence says of a proxy; nil if it speaks of the endpoint.
  static func proxy(_ proxy: Proxy, _ sentence: String, before authority: String) -> Self? {
    if let status = sentence.firstMatch(of: #/(?:response|HTTP code) (\d{3})/#)?.output.1,
      sentence.contains("CONNECT")
    {
      return status == "407" ? .proxyWantsUser(proxy) : .proxyRefused(proxy, authority, status)
    }
    if sentence.contains("resolve proxy") {
      return Self(.proxy, "the proxy \(proxy.name) is no known host; check \(proxy.variable)")
    }
    if sentence.contains("connect to \(proxy.host) port \(proxy.port) ") {
      return Self(
        .proxy,
        "the proxy \(proxy.name) refused the connection; check that it runs, and \(proxy.variable)"
      )
    }
    guard sentence.lowercased().contains("proxy") else { return nil }
    return Self(
      .proxy, "the proxy \(proxy.name) lets nothing through; try it with curl, and check its log")
  }

  static func proxyWantsUser(_ proxy: Proxy) -> Self {
    Self(
      .proxy,
      proxy.hasUser
        ? "the proxy \(proxy.name) does not let in the user that \(proxy.variable) names (407); "
          + "check the user and the password there"
        : "the proxy \(proxy.name) asks for a user (407); "
          + "set \(proxy.variable) to \(proxy.scheme)://USER:PASSWORD@\(proxy.host):\(proxy.port)")
  }

  private static func proxyRefused(
    _ proxy: Proxy, _ authority: String, _ status: Substring
  ) -> Self {
    Self(
      .proxy,
      "the proxy \(proxy.name) does not lead to \(authority) (status \(status)); "
        + "have it allowed there, or name the host in NO_PROXY")
  }
}
