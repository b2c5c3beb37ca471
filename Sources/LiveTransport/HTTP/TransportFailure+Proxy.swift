// SPDX-License-Identifier: Apache-2.0
// One sentence per failure of a proxy, which names it without its password.

import Conformance

extension TransferEnd {
  /// What went wrong at a proxy; nil if it was behind it.
  func failure(of proxy: Proxy, before authority: String) -> TransportFailure? {
    if connectStatus == 407 { return .proxyWantsUser(proxy) }
    if connectStatus != 0, connectStatus / 100 != 2 {
      return .proxyRefused(proxy, authority, connectStatus)
    }
    switch code {
    case .unknownProxy:
      return TransportFailure(
        .proxy, "the proxy \(proxy.name) is no known host; check \(proxy.variable)")
    case .notConnected:
      return TransportFailure(
        .proxy,
        "the proxy \(proxy.name) refused the connection; check that it runs, and \(proxy.variable)")
    case .proxy: return .proxyIsShut(proxy)
    case .receivingFailed, .nothingCame, .sendingFailed:
      return arrived.heads.isEmpty && connectStatus == 0 && proxy.tunnels
        ? .proxyIsShut(proxy) : nil
    default: return nil
    }
  }
}

extension TransportFailure {
  static func proxyWantsUser(_ proxy: Proxy) -> Self {
    Self(
      .proxy,
      proxy.hasUser
        ? "the proxy \(proxy.name) does not let in the user that \(proxy.variable) names (407); "
          + "check the user and the password there"
        : "the proxy \(proxy.name) asks for a user (407); "
          + "set \(proxy.variable) to \(proxy.scheme)://USER:PASSWORD@\(proxy.host):\(proxy.port)")
  }

  fileprivate static func proxyRefused(_ proxy: Proxy, _ authority: String, _ status: Int) -> Self {
    Self(
      .proxy,
      "the proxy \(proxy.name) does not lead to \(authority) (status \(status)); "
        + "have it allowed there, or name the host in NO_PROXY")
  }

  fileprivate static func proxyIsShut(_ proxy: Proxy) -> Self {
    Self(
      .proxy, "the proxy \(proxy.name) lets nothing through; try it with curl, and check its log")
  }
}
