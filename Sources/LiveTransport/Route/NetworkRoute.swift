// SPDX-License-Identifier: Apache-2.0
// How endpoints are reached: whose certificates count, which we show, and by which addresses.

/// The way to an endpoint, as libcurl is told it.
public struct NetworkRoute: Sendable, Hashable {
  /// Whose certificates count.
  enum Trust: Sendable, Hashable {
    case system
    /// Those that an authority in this file has signed, and no other.
    case only(file: String)
    case anyone
  }

  /// What we show a server that asks who we are.
  struct Certificate: Sendable, Hashable {
    /// A PEM file.
    var file: String
    /// The PEM file of its private key; nil where ``file`` holds both.
    var keyFile: String?
  }

  /// The newest HTTP that is spoken; the values are those of `CURLOPT_HTTP_VERSION`.
  enum Version: Int, Sendable, Hashable {
    case http1 = 2
    /// HTTP/2 where TLS offers it.
    case http2WithTLS = 4
    /// HTTP/2 from the first byte, without asking.
    case http2 = 5
  }

  var trust = Trust.system
  var certificate: Certificate?
  /// `HOST:PORT:ADDR`, each taking the place of a look-up of the name.
  var addresses: [String] = []
  /// For a connection to stand, TLS included; nil for as long as for the whole exchange.
  var connectPatience: Duration?
  var version = Version.http2WithTLS

  /// The system's trust, and names as the system knows them.
  public init() {}

  /// What every report has to tell.
  public var notices: [String] {
    guard trust == .anyone else { return [] }
    return [
      "certificates were not verified (--insecure): whoever stands between us and the endpoint "
        + "could have read the token and changed the answers"
    ]
  }

  /// What a command line says of the way, each nil or empty where it says nothing.
  public struct Wishes: Sendable, Hashable {
    public var caFile: String?
    public var isInsecure = false
    public var certificate: String?
    public var key: String?
    public var addresses: [String] = []
    public var connectTimeout: Duration?
    public var isHTTP1 = false

    public init() {}

    /// The wishes that an environment or a file may have as well: key, option and value.
    var options: [(key: String, option: String, value: String?)] {
      [
        ("ca_file", "--ca-file", caFile), ("cert", "--cert", certificate), ("key", "--key", key),
        ("resolve", "--resolve", addresses.isEmpty ? nil : addresses.joined(separator: " ")),
        (
          "connect_timeout", "--connect-timeout", connectTimeout.map { "\($0 / .seconds(1))" }
        ),
        ("http_version", "--http1.1", isHTTP1 ? "1.1" : nil),
      ]
    }
  }
}
