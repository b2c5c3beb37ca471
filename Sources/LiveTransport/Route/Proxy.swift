// SPDX-License-Identifier: Apache-2.0
// The proxy that the environment names: whether it can be one, and its name without secrets.

import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A proxy, by the variable that names it.
struct Proxy: Sendable, Hashable {
  var variable: String
  /// Without what stands before the @.
  var host: String
  /// As libcurl takes it, its password included.
  var url: String
  /// The port, libcurl's own choice included.
  var port: Int
  var scheme: String
  /// Whether the variable has a user in it.
  var hasUser: Bool
  /// The password, and what the proxy is sent instead of it.
  var secrets: [String]

  /// Whether the way through it is a tunnel that it opens first.
  var tunnels: Bool

  /// Such as `http://proxy.example:3128`.
  var name: String { "\(scheme)://\(host):\(port)" }

  /// The proxy that is taken to an endpoint, in the variables that curl reads; nil for none.
  init?(for endpoint: String, in environment: [String: String]) {
    let isEncrypted = endpoint.hasPrefix("https:")
    let own = isEncrypted ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    let named = (own + ["all_proxy", "ALL_PROXY"]).first { environment[$0]?.isEmpty == false }
    guard let named, !Self.isSpared(endpoint, in: environment) else { return nil }
    self.init(variable: named, text: environment[named] ?? "")
    tunnels = isEncrypted || scheme.hasPrefix("socks")
  }

  /// Whether the endpoint is this machine, or `NO_PROXY` has its host, a domain above it or `*`.
  private static func isSpared(_ endpoint: String, in environment: [String: String]) -> Bool {
    guard let url = try? EndpointURL(endpoint) else { return false }
    let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    return url.isLoopback
      || list.lowercased().split { $0 == "," || $0.isWhitespace }.contains { entry in
        let name = entry.drop { $0 == "." }
        return name == "*" || url.host == name || url.host.hasSuffix(".\(name)")
      }
  }

  private init?(variable: String, text: String) {
    let parts = URLComponents(
      string: text.contains("://") ? text : "http://\(text)", encodingInvalidCharacters: false)
    guard let parts, let scheme = parts.scheme?.lowercased(), Self.schemes.contains(scheme),
      let host = parts.host, !host.isEmpty, parts.port.map((1...65_535).contains) ?? true
    else { return nil }
    self.variable = variable
    url = text
    tunnels = false
    self.scheme = scheme
    self.host = host
    port = parts.port ?? (scheme == "https" ? 443 : 1080)
    hasUser = parts.user?.isEmpty == false
    secrets =
      parts.password.map { password in
        [password, Base64.encode(Array("\(parts.user ?? ""):\(password)".utf8))]
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
