// SPDX-License-Identifier: Apache-2.0
// Which variables of the environment speak of a target, and what is wrong with their names.

import Conformance
public import Contract
import Wire

extension Target {
  /// What speaks of a target although no endpoint is named; nil where the embedded mock can be meant.
  ///
  /// An empty variable speaks too: that is what CI systems make of a secret that is missing.
  ///
  /// - Parameter remedy: How whoever asks judges the mock all the same.
  public static func problem(
    ofNoEndpointIn environment: [String: String], of profile: Profile, remedy: String
  ) -> Problem? {
    if let problem = profile.misspellings(in: environment).first { return problem }
    let endpoint = profile.variable(of: "endpoint")
    let isEmpty = environment[endpoint] != nil
    let names =
      profile.variables.filter { environment[$0] != nil && $0 != endpoint }
      + profile.strangers(in: environment)
    guard isEmpty || !names.isEmpty else { return nil }
    let lack = isEmpty ? "\(endpoint) is empty" : "no endpoint is named"
    let others = names.joined(separator: ", ")
    return Problem(
      names.isEmpty ? lack : "\(lack), and there is \(others), which is about one",
      remedy: "set \(endpoint), \(remedy)")
  }
}

extension Profile {
  /// The variables that say something of a target, the endpoint first.
  var variables: [String] {
    (TargetFile.keys(of: self) + ["token_file", "token_command"]).map(variable)
  }

  /// Those that the tests read.
  private var others: Set<String> {
    Set(["fault", "variant", "quirk", "baseline", "allow_skipped", "pages"].map(variable))
  }

  /// Variables with our prefix that nobody reads, in the order of their names.
  func strangers(in environment: [String: String]) -> [String] {
    let (known, others) = (Set(variables), others)
    return environment.keys.filter { name in
      let prefixed = name.uppercased()
      return prefixed.hasPrefix(environmentPrefix)
        && !prefixed.hasPrefix(environmentPrefix + "CONFORMANCE_")
        && !known.contains(name) && !others.contains(name)
    }.sorted()
  }

  /// What is wrong with names that are like one of ours which is not set.
  func misspellings(in environment: [String: String]) -> [Target.Problem] {
    let unset = (variables + others.sorted()).filter { environment[$0] == nil }
    return strangers(in: environment).compactMap { name in
      let word = name.uppercased()
      let meant =
        Spelling.nearest(to: word, among: unset, within: 2)
        ?? unset.first { $0.hasPrefix(word + "_") }
      return meant.map {
        Target.Problem("\(name) is no variable that is read", remedy: "did you mean \($0)?")
      }
    }
  }
}

extension Target.Loading {
  /// Notes names that are nearly ours, and values that are nothing but blanks or have them around.
  mutating func look(at environment: [String: String]) {
    problems += profile.misspellings(in: environment)
    for key in ["endpoint"] + profile.facts.map(\.name) {
      guard let setting = settings[key] else { continue }
      if setting.value.allSatisfy(\.isWhitespace) {
        add("\(setting.origin) is blank", "give it a value or leave it out")
        settings[key] = nil
        blankKeys.insert(key)
      } else if setting.value.first?.isWhitespace == true
        || setting.value.last?.isWhitespace == true
      {
        add("\(setting.origin) begins or ends with a blank", "take it away")
      }
    }
  }
}

extension Profile {
  /// The variables of a target with what they say, for whoever asks for help.
  public var variablesByTheme: [(names: String, summary: String)] {
    func names(_ keys: String...) -> String { keys.map(variable(of:)).joined(separator: ", ") }
    let known = facts.prefix(2).map(variable(of:)) + ["…"]
    let signature: [(String, String)] =
      credentials.signature == nil
      ? []
      : [
        (names("ak", "sk"), "the keys that each request is signed with"),
        (names("security_token"), "what belongs to temporary keys"),
      ]
    let login: [(String, String)] =
      credentials.login.map { login in
        [
          (
            names(login.name("user"), login.name("password")),
            "the user who gets a token by logging in"
          ),
          (names(login.name("domain")), "the account of that user"),
          (names(login.name("endpoint")), "where to log in; known for the vendor's own endpoints"),
        ]
      } ?? []
    return [
      (names("endpoint"), "the endpoint"),
      (known.joined(separator: ", "), "every other key of the target file"),
      (names("token"), "the token; secrets are never taken from the command line"),
      (names("token_file"), "a file that holds the token; read again when it has run out"),
      (names("token_command"), "prints the token; run again when it has run out"),
    ] + signature + login + [
      (names("cert", "key", "ca_file") + ", …", "the way there, as its options say it")
    ]
  }

  /// The options somebody may try for a secret, and the variables to use instead.
  public var secretOptions: [String: String] {
    var options = ["--token": variable(of: "token"), "--auth-token": variable(of: "token")]
    if credentials.signature != nil {
      for name in ["--ak", "--access-key", "--access-key-id"] { options[name] = variable(of: "ak") }
      for name in ["--sk", "--secret-key", "--secret-access-key"] {
        options[name] = variable(of: "sk")
      }
      options["--security-token"] = variable(of: "security_token")
    }
    if let login = credentials.login {
      let (user, password) = (
        variable(of: login.name("user")), variable(of: login.name("password"))
      )
      options["--user"] = "\(user) and \(password)"
      for name in ["--password", "--\(login.key)-password"] { options[name] = password }
    }
    return options
  }
}
