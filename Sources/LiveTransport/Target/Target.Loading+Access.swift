// SPDX-License-Identifier: Apache-2.0
// Which way to be let in was named, whether it is complete, and whether it may travel.

import Contract

extension Target.Loading {
  /// A way to be let in; the environment's tokens win over the file's, otherwise one may be named.
  private enum Way: CaseIterable {
    case token, tokenFile, tokenCommand, keys, login

    /// The keys of a target file that belong to it.
    func keys(_ profile: Profile) -> [String] {
      switch self {
      case .token: ["token"]
      case .tokenFile: ["token_file"]
      case .tokenCommand: ["token_command"]
      case .keys: Profile.Credentials.Signature.keys
      case .login:
        ["user", "password", "domain", "endpoint"].compactMap {
          profile.credentials.login?.name($0)
        }
      }
    }
  }

  /// What lets us in; nil if a problem was added, or the file that may say it could not be read.
  mutating func access(to endpoint: EndpointURL?) -> Access? {
    if let tenant = profile.fact(.tenant), settings[tenant.name] == nil,
      !blankKeys.contains(tenant.name)
    {
      missing(
        "no \(tenant.noun) is given",
        "set \(variable(tenant.name)) or the file's key \(tenant.name)")
    }
    if settings["token"]?.isFromFile == true,
      origin(of: .tokenFile) ?? origin(of: .tokenCommand) != nil
    {
      settings["token"] = nil
    }
    let ways = Way.allCases.filter { origin(of: $0) != nil }
    let keys = profile.credentials.signature.map { _ in "\(variable("ak")) and \(variable("sk"))" }
    let user = profile.credentials.login.map { variable($0.name("user")) }
    let others = [variable("token_file"), variable("token_command"), keys, user].compactMap(\.self)
    guard let way = ways.first else {
      missing(
        "no credentials are given",
        "set \(variable("token")), or \(others.dropLast().joined(separator: ", ")), or \(others[others.count - 1]); "
          + "run --help tells more")
      return nil
    }
    if ways.count > 1 {
      let origins = ways.compactMap(origin).joined(separator: " and ")
      add("\(origins) are different ways to be let in", "keep one of them")
      return nil
    }
    return access(by: way, to: endpoint)
  }

  /// What lets us in, by the variables, keys or files that say it.
  var accessOrigin: String? {
    guard let way = Way.allCases.first(where: { origin(of: $0) != nil }) else { return nil }
    let origins = way.keys(profile).compactMap { settings[$0]?.origin }.joined(separator: ", ")
    return switch way {
    case .token: "the token (\(origins))"
    case .tokenFile: "the token in \(settings["token_file"]?.value ?? "") (\(origins))"
    case .tokenCommand: "the token that a command printed (\(origins))"
    case .keys: "the signature (\(origins))"
    case .login: "the login (\(origins))"
    }
  }

  /// Whether the token stands in the variable that a line of curl names.
  var hasTokenForCurl: Bool { settings["token"].map { $0.origin == variable("token") } ?? false }

  private func origin(of way: Way) -> String? {
    way.keys(profile).lazy.compactMap { settings[$0]?.origin }.first
  }

  private mutating func access(by way: Way, to endpoint: EndpointURL?) -> Access? {
    let noun = way == .keys ? "the access key" : "the token"
    forbidPlaintext(of: noun, to: endpoint)
    switch way {
    case .token: return text("token").map { .token($0) }
    case .tokenFile:
      return token(
        from: settings["token_file"].map { .file($0.value, variable: variable("token_file")) })
    case .tokenCommand:
      return token(
        from: settings["token_command"].map {
          .command($0.value, variable: variable("token_command"))
        })
    case .keys: return keys()
    case .login: return login(beside: endpoint)
    }
  }

  private mutating func token(from source: TokenSource?) -> Access? {
    guard let source else { return nil }
    do throws(Target.Problem) {
      return .token(try source.token(), from: source)
    } catch {
      problems.append(error)
      return nil
    }
  }

  private mutating func keys() -> Access? {
    let (id, secret) = (needed("ak", beside: .keys), needed("sk", beside: .keys))
    let securityToken = text("security_token")
    guard let id, let secret else { return nil }
    return .keys(Access.AccessKeys(id: id, secret: secret, securityToken: securityToken))
  }

  private mutating func login(beside endpoint: EndpointURL?) -> Access? {
    guard let login = profile.credentials.login else { return nil }
    let texts = ["user", "password", "domain"].map(login.name).map {
      settings[$0] == nil ? needed($0, beside: .login) : settings[$0]?.value
    }
    let key = login.name("endpoint")
    let identity = settings[key] == nil ? endpoint?.identityEndpoint(login) : url(of: key)
    if identity == nil, settings[key] == nil, endpoint != nil {
      add(
        "nothing says where the identity service is",
        "set \(variable(key)) or the file's key \(key)")
    }
    forbidPlaintext(of: "the password", to: identity)
    guard let identity, let user = texts[0], let password = texts[1], let domain = texts[2],
      let project = profile.fact(.tenant).flatMap({ facts[$0] })
    else { return nil }
    return .login(
      Access.Login(
        endpoint: identity.text, domain: domain, user: user, password: password, project: project))
  }

  /// The text of a key without which the others of its way are of no use.
  private mutating func needed(_ key: String, beside way: Way) -> String? {
    if settings[key] == nil {
      missing(
        "\(origin(of: way) ?? "") stands alone without \(key)",
        "set \(variable(key)) or the file's key \(key)")
    }
    return text(key)
  }

  /// The text of a key, which travels in a header line or signs one.
  private mutating func text(_ key: String) -> String? {
    guard let setting = settings[key] else { return nil }
    do throws(Target.Problem) {
      return try TokenSource.checked(setting.value, origin: setting.origin)
    } catch {
      problems.append(error)
      return nil
    }
  }

  mutating func forbidPlaintext(of noun: String, to url: EndpointURL?) {
    guard let url, !url.isEncrypted, !url.isLoopback, !flags.allowPlaintext else { return }
    add(
      "\(noun) would travel unencrypted to \(url.text)",
      "use https, or --allow-plaintext if that network is yours")
  }
}

extension Fact {
  /// What it names, in a word: `project` for `project_id`.
  fileprivate var noun: Substring { name.prefix { $0 != "_" } }
}
