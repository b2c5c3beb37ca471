// SPDX-License-Identifier: Apache-2.0
// The ways to be let in by this registry, and what a client needs for each.

extension MockRegistry {
  /// How a client shows who it is; the registry takes all of them at any time.
  public enum Authentication: String, Sendable, CaseIterable {
    case token
    /// A signature with permanent keys.
    case aksk
    /// A signature with temporary keys, and the security token that belongs to them.
    case temporary
    /// A user name and a password, for which `POST /v3/auth/tokens` gives a token.
    case iam
  }

  /// The facts with the credentials of one way to be let in, under the keys of a target file.
  ///
  /// - Parameter endpoint: Where this registry listens, which is where its IAM does.
  public func facts(for authentication: Authentication, endpoint: String) -> Facts {
    let others = facts.entries.filter { $0.key != "token" }
    let credentials: [Facts.Entry] =
      switch authentication {
      case .token: facts.entries.filter { $0.key == "token" }
      case .aksk: AccessKey.permanent.entries
      case .temporary: AccessKey.temporary.entries
      case .iam: [.init(key: "iam_endpoint", value: endpoint)] + Account.only.entries
      }
    return Facts(entries: others + credentials)
  }
}

/// A pair of keys that requests are signed with.
struct AccessKey: Sendable, Hashable {
  var id: String
  var secret: String
  /// What has to travel with a signature by these keys; nil for permanent ones.
  var securityToken: String?

  static let permanent = AccessKey(
    id: "MOCKAK7Q2ZD0XW5YH1TB", secret: "mock9sK4v1Zr8Qe2Lw6Xc0Nj5Hd3Pf7TbYgUaMi1")
  static let temporary = AccessKey(
    id: "MOCKTMPJ4R8S6V3C2N9K", secret: "mock3tMp8Wq5Rz1Xy7Kb2Vd6Jc9Gh4LnSfEoUp0A",
    securityToken: "mock.gQpjbi1ub3J0aC00.temporary-keys-of-the-mock-registry")

  static let all = [permanent, temporary]

  var entries: [MockRegistry.Facts.Entry] {
    [("ak", id), ("sk", secret), ("security_token", securityToken)].compactMap { key, value in
      value.map { .init(key: key, value: $0) }
    }
  }
}

/// The one user that the registry's IAM knows.
struct Account: Sendable, Hashable {
  var domain: String
  var user: String
  var password: String
  /// The name of the project, which IAM knows by its region.
  var project: String

  static let only = Account(
    domain: "mock-company", user: "mock-auditor", password: "mock-Pa55word-opens-nothing-else",
    project: "mock-region-1")

  var entries: [MockRegistry.Facts.Entry] {
    [("iam_domain", domain), ("iam_user", user), ("iam_password", password)].map {
      .init(key: $0.0, value: $0.1)
    }
  }
}
