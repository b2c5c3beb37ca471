// SPDX-License-Identifier: Apache-2.0
// From flags, environment and file to a target, or to everything that is wrong with them.

import Conformance
import Contract

extension Target {
  /// What the command line says of a target.
  public struct Flags: Sendable, Hashable {
    /// The URL behind `--endpoint`.
    public var endpoint: String?
    /// Whether a token may travel to another machine unencrypted.
    public var allowPlaintext: Bool
    /// How the endpoint is reached; its problems are told with the others.
    public var route: Route

    public init(endpoint: String? = nil, allowPlaintext: Bool = false, route: Route = Route()) {
      self.endpoint = endpoint
      self.allowPlaintext = allowPlaintext
      self.route = route
    }
  }

  /// Whether anything names an endpoint; if not, the embedded mock is meant.
  public static func isNamed(_ file: TargetFile?, environment: [String: String], _ flags: Flags)
    -> Bool
  {
    file != nil || flags.endpoint != nil || environment["SWR_ENDPOINT"]?.isEmpty == false
  }

  /// Puts a target together; `--endpoint` wins over the environment, the environment over the file.
  ///
  /// The environment has `SWR_ENDPOINT`, `SWR_TOKEN`, every ``Contract/Fact/environmentName`` and
  /// `CLOUD_SDK_AK`, `CLOUD_SDK_SK`, `CLOUD_SDK_SECURITY_TOKEN`; an empty variable counts as unset.
  public static func load(
    _ file: TargetFile?,
    environment: [String: String],
    _ flags: Flags = Flags()
  ) throws(Problems) -> Target {
    var loading = Loading(file, environment, flags)
    let endpoint = loading.endpoint()
    let token = loading.token(for: endpoint)
    loading.problems += flags.route.problems
    guard loading.problems.isEmpty, let endpoint else { throw Problems(loading.problems) }
    return Target(facts: TargetFacts(endpoint: endpoint.text, values: loading.facts), token: token)
  }
}

/// The values of a target with where they came from, and what is wrong so far.
private struct Loading {
  var problems: [Target.Problem] = []
  private var settings: [String: (value: String, origin: String)] = [:]
  private var flags: Target.Flags
  /// Whether a file was named whose values we do not know.
  private let isFileLost: Bool

  init(_ file: TargetFile?, _ environment: [String: String], _ flags: Target.Flags) {
    let (values, faults) = file?.read() ?? ([:], [])
    problems = faults
    isFileLost = values == nil
    self.flags = flags
    for key in TargetFile.keys {
      let variable = Self.variable(of: key)
      if let file, let value = values?[key] { settings[key] = (value, "\(key) in \(file.name)") }
      if let value = environment[variable], !value.isEmpty { settings[key] = (value, variable) }
    }
    if let endpoint = flags.endpoint { settings["endpoint"] = (endpoint, "--endpoint") }
  }

  var facts: [Fact: String] {
    let pairs = Fact.allCases.compactMap { fact in settings[fact.rawValue].map { (fact, $0.value) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  mutating func endpoint() -> EndpointURL? {
    guard let setting = settings["endpoint"] else {
      missing("no endpoint is given", "use --endpoint URL, SWR_ENDPOINT or the file's key endpoint")
      return nil
    }
    do throws(EndpointURL.Fault) {
      return try EndpointURL(setting.value)
    } catch {
      add("\(setting.origin) \(error.what)", error.remedy)
      return nil
    }
  }

  mutating func token(for endpoint: EndpointURL?) -> String? {
    guard let setting = settings["token"] else {
      let canSign = settings["ak"] != nil || settings["sk"] != nil
      missing(
        canSign ? "signing with ak and sk is not supported yet" : "no token is given",
        "give a token in SWR_TOKEN or as the file's key token"
      )
      return nil
    }
    if !setting.value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      add("\(setting.origin) has blanks or characters outside ASCII", "copy the token alone")
    }
    if let endpoint, !endpoint.isEncrypted, !endpoint.isLoopback, !flags.allowPlaintext {
      add(
        "the token would travel unencrypted to \(endpoint.text)",
        "use https, or --allow-plaintext if that network is yours"
      )
    }
    return setting.value
  }

  /// Tells that something is missing, unless it may stand in a file that we could not read.
  private mutating func missing(_ what: String, _ remedy: String) {
    if !isFileLost { add(what, remedy) }
  }

  private mutating func add(_ what: String, _ remedy: String) {
    problems.append(Target.Problem(what, remedy: remedy))
  }

  private static func variable(of key: String) -> String {
    ["ak", "sk", "security_token"].contains(key)
      ? "CLOUD_SDK_\(key.uppercased())" : "SWR_\(key.uppercased())"
  }
}
