// SPDX-License-Identifier: Apache-2.0
// The ways to be let in by a target, with the secrets that each needs.

/// How a target lets us in.
public enum Access: Sendable, Hashable {
  /// Without credentials.
  case open
  /// With a token, and where a newer one may come from once it has run out.
  case token(String, from: TokenSource? = nil)
  /// With a signature of each request.
  case keys(AccessKeys)
  /// With a token that the identity service issues for a password.
  case login(Login)

  /// A pair of keys, AK and SK, that requests are signed with.
  public struct AccessKeys: Sendable, Hashable {
    /// AK, which travels with each request.
    public var id: String
    /// SK, which never travels.
    public var secret: String
    /// The value of `X-Security-Token`; nil unless the keys are temporary.
    public var securityToken: String?

    public init(id: String, secret: String, securityToken: String? = nil) {
      self.id = id
      self.secret = secret
      self.securityToken = securityToken
    }
  }

  /// A user of the identity service, and the project that a token is asked for.
  public struct Login: Sendable, Hashable {
    /// The URL of the identity service, without a slash at the end.
    public var endpoint: String
    /// The name of the account that the user belongs to.
    public var domain: String
    public var user: String
    public var password: String
    /// The id of the project.
    public var project: String

    public init(endpoint: String, domain: String, user: String, password: String, project: String) {
      self.endpoint = endpoint
      self.domain = domain
      self.user = user
      self.password = password
      self.project = project
    }
  }

  /// What no answer may repeat, as far as it is known before the first request.
  var secrets: [String] {
    switch self {
    case .open: []
    case .token(let token, _): [token]
    case .keys(let keys): [keys.secret, keys.securityToken].compactMap { $0 }
    case .login(let login): [login.password]
    }
  }

  /// Whether requests are signed.
  var hasKeys: Bool { if case .keys = self { true } else { false } }

  /// What tells whose the secrets are, and is not to be shown either.
  var name: String? { if case .keys(let keys) = self { keys.id } else { nil } }
}
