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
  public static func isNamed(_ file: TargetFile?, environment: [String: String], _ flags: Flags)
    -> Bool
  {
    file != nil || flags.endpoint != nil || environment["SWR_ENDPOINT"]?.isEmpty == false
  }

  /// Puts a target together; `--endpoint` wins over the environment, the environment over the file.
  ///
  /// The environment has ``TargetFile/keys`` with `SWR_` before them, but `CLOUD_SDK_` before `ak`,
  /// `sk` and `security_token`, and also `SWR_TOKEN_FILE` and `SWR_TOKEN_COMMAND`; an empty variable
  /// counts as unset. A token file is read here, and a token command is run.
  public static func load(
    _ file: TargetFile?,
    environment: [String: String],
    _ flags: Flags = Flags()
  ) throws(Problems) -> Target {
    var loading = Loading(file, environment, flags)
    let endpoint = loading.endpoint()
    let access = flags.needsAccess ? loading.access(to: endpoint) : .open
    let budgets = loading.budgets()
    let route = flags.needsAccess ? loading.route(environment) : NetworkRoute()
    guard loading.problems.isEmpty, let endpoint, let access else {
      throw Problems(loading.problems)
    }
    return Target(
      facts: TargetFacts(
        endpoint: endpoint.text, values: loading.facts, canSign: access.hasKeys),
      access: access, route: route, budgets: budgets, origins: loading.origins)
  }

  /// What is said of a target that nobody is going to ask: neither endpoint nor token is missed.
  public static func facts(
    _ file: TargetFile?, environment: [String: String]
  ) throws(Problems) -> (endpoint: String?, values: [Fact: String]) {
    var loading = Loading(file, environment, Flags())
    let endpoint = loading.namesEndpoint ? loading.endpoint() : nil
    guard loading.problems.isEmpty else { throw Problems(loading.problems) }
    return (endpoint?.text, loading.facts)
  }
}
