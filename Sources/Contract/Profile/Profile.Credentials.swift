// SPDX-License-Identifier: Apache-2.0
// The ways to be let in that an API has, and the header fields that they use.

extension Profile {
  /// How a request proves who is asking.
  public struct Credentials: Sendable, Hashable {
    /// The header field that shows a token.
    public var header: String
    /// What stands before the token there, such as `Bearer `.
    public var scheme: String
    /// What a reader of an API description learns of the token.
    public var description: String
    /// Signing each request with a pair of keys; nil where the API knows no signatures.
    public var signature: Signature?
    /// Getting a token for a password; nil where there is no such service.
    public var login: Login?

    public init(
      header: String, scheme: String = "", _ description: String, signature: Signature? = nil,
      login: Login? = nil
    ) {
      self.header = header
      self.scheme = scheme
      self.description = description
      self.signature = signature
      self.login = login
    }

    /// The value of the header field that shows a token; without one, the scheme is not sent either.
    public func value(_ token: String) -> String { token.isEmpty ? "" : scheme + token }

    /// An HMAC-SHA256 over method, path, query, header fields and body.
    public struct Signature: Sendable, Hashable {
      /// The name of the algorithm, such as `SDK-HMAC-SHA256`.
      public var algorithm: String
      /// With what the variables of the keys begin.
      public var prefix: String
      public var dateHeader: String
      /// What belongs to temporary keys.
      public var tokenHeader: String
      /// Says whose resources are asked for; nil where nothing does.
      public var tenantHeader: String?

      public init(
        algorithm: String, prefix: String, dateHeader: String, tokenHeader: String,
        tenantHeader: String? = nil
      ) {
        self.algorithm = algorithm
        self.prefix = prefix
        self.dateHeader = dateHeader
        self.tokenHeader = tokenHeader
        self.tenantHeader = tenantHeader
      }

      /// The keys of a target file that belong to it.
      public static let keys = ["ak", "sk", "security_token"]
    }

    /// The identity service of OpenStack, version 3, or one that speaks as it does.
    public struct Login: Sendable, Hashable {
      /// With what the keys of a target file begin, such as `iam`.
      public var key: String
      /// A host of the API itself, `*` for one label of it.
      private var host: String?
      /// Where the service is for such a host.
      private var url: String?

      public init(key: String, host: String? = nil, url: String? = nil) {
        self.key = key
        self.host = host
        self.url = url
      }

      /// The keys of a target file that belong to it.
      public var keys: [String] { ["endpoint", "domain", "user", "password"].map(name) }

      public func name(_ part: String) -> String { "\(key)_\(part)" }

      /// Where to log in for a host of the API; nil where that is not known.
      public func endpoint(for host: String) -> String? {
        guard let pattern = self.host, let url else { return nil }
        let (labels, wanted) = (host.split(separator: "."), pattern.split(separator: "."))
        guard labels.count == wanted.count,
          zip(labels, wanted).allSatisfy({ $1 == "*" || $0 == $1 }),
          let free = wanted.firstIndex(of: "*")
        else { return nil }
        return url.replacing("*", with: labels[free])
      }
    }
  }
}
