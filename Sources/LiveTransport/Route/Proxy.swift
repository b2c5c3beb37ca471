// SPDX-License-Identifier: Apache-2.0
// The proxy that libcurl finds in the environment: whether it can be one, and its name without secrets.

import Foundation

/// A proxy, by the variable that names it.
struct Proxy: Sendable, Hashable {
  var variable: String
  /// Without what stands before the @.
  var host: String
  /// The port, libcurl's own choice included.
  var port: Int
  var scheme: String
  /// Whether the variable has a user in it.
  var hasUser: Bool
  /// The password, and what the proxy is sent instead of it.
  var secrets: [String]

  /// Such as `http://proxy.example:3128`.
  var name: String { "\(scheme)://\(host):\(port)" }

  /// The proxy that libcurl takes to an endpoint, unless `NO_PROXY` names the host.
  init?(for endpoint: String, in environment: [String: String]) {
    let isEncrypted = endpoint.hasPrefix("https:")
    let own = isEncrypted ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    let named = (own + ["all_proxy", "ALL_PROXY"]).first { environment[$0]?.isEmpty == false }
    guard let named else { return nil }
    self.init(variable: named, text: environment[named] ?? "")
  }

  private init?(variable: String, text: String) {
    let parts = URLComponents(
      string: text.contains("://") ? text : "http://\(text)", encodingInvalidCharacters: false)
    guard let parts, let scheme = parts.scheme?.lowercased(), Self.schemes.contains(scheme),
      let host = parts.host, !host.isEmpty, parts.port.map((1...65_535).contains) ?? true
    else { return nil }
    self.variable = variable
    self.scheme = scheme
    self.host = host
    port = parts.port ?? (scheme == "https" ? 443 : 1080)
    hasUser = parts.user?.isEmpty == false
    secrets =
      parts.password.map { password in
        [password, Data("\(parts.user ?? ""):\(password)".utf8).base64EncodedString()]
      } ?? []
  }

  private static let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
  private static let variables = [
    "https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY",
  ]

  /// Every variable that names no possible proxy; its value may be a secret and is not shown.
  static func problems(in environment: [String: String]) -> [Target.Problem] {
    variables.compactMap { variable in
      guard let text = environment[variable], !text.isEmpty,
        Proxy(variable: variable, text: text) == nil
      else { return nil }
      return Target.Problem(
        "\(variable) is no URL of a proxy",
        remedy: "write it as http://HOST:PORT, a password in it percent-encoded")
    }
  }
}
