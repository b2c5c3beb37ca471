// SPDX-License-Identifier: Apache-2.0
// From flags, environment and file to a target, or to everything that is wrong with them.

import Conformance
public import Contract

extension Target {
  /// What the command line says of a target.
  public struct Flags: Sendable, Hashable {
    /// The URL behind `--endpoint`.
    public var endpoint: String?
    /// Whether credentials may travel to another machine unencrypted.
    public var allowPlaintext: Bool
    /// Whether anything will be sent; if not, credentials are neither needed nor looked at.
    public var needsAccess: Bool
    /// Whether only what others send is sent on, with credentials of theirs.
    public var relaysOthers = false
    /// What the command line says of the way there; it wins over environment and file.
    public var route: NetworkRoute.Wishes

    public init(
      endpoint: String? = nil, allowPlaintext: Bool = false, needsAccess: Bool = true,
      route: NetworkRoute.Wishes = NetworkRoute.Wishes()
    ) {
      self.endpoint = endpoint
      self.allowPlaintext = allowPlaintext
      self.needsAccess = needsAccess
      self.route = route
    }
  }

  /// Whether anything names an endpoint; if not, the embedded mock is meant.
  public static func isNamed(
    _ file: TargetFile?, of profile: Profile, environment: [String: String], _ flags: Flags
  ) -> Bool {
    file != nil || flags.endpoint != nil
      || environment[profile.variable(of: "endpoint")]?.isEmpty == false
  }

  /// Puts a target together; `--endpoint` wins over the environment, the environment over the file.
  ///
  /// The environment has ``TargetFile/keys(of:)`` under the names that the profile gives them, and also
  /// those of `token_file` and `token_command`; an empty variable counts as unset. A token file is
  /// read here, and a token command is run.
  public static func load(
    _ file: TargetFile?, of profile: Profile, environment: [String: String],
    _ flags: Flags = Flags()
  ) throws(Problems) -> Target {
    var loading = Loading(file, of: profile, environment, flags)
    let endpoint = loading.endpoint()
    if flags.relaysOthers { loading.forbidPlaintext(of: "the client's credentials", to: endpoint) }
    let access = flags.needsAccess && !flags.relaysOthers ? loading.access(to: endpoint) : .open
    let budgets = loading.budgets()
    let route = flags.needsAccess ? loading.route(environment) : NetworkRoute()
    guard loading.problems.isEmpty, let endpoint, let access else {
      throw Problems(loading.problems)
    }
    let reproduction = TargetFacts.Reproduction(
      options: ["--endpoint", endpoint.text],
      suitsCurl: loading.hasTokenForCurl && route == NetworkRoute())
    return Target(
      facts: TargetFacts(
        of: profile, endpoint: endpoint.text, values: loading.facts, canSign: access.hasKeys,
        reproduction: reproduction),
      access: access, route: route, budgets: budgets, origins: loading.origins)
  }

  /// What is said of a target that nobody is going to ask: neither endpoint nor token is missed.
  public static func facts(
    _ file: TargetFile?, of profile: Profile, environment: [String: String]
  ) throws(Problems) -> (endpoint: String?, values: [Fact: String]) {
    var loading = Loading(file, of: profile, environment, Flags())
    let endpoint = loading.namesEndpoint ? loading.endpoint() : nil
    guard loading.problems.isEmpty else { throw Problems(loading.problems) }
    return (endpoint?.text, loading.facts)
  }
}
