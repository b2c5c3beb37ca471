// SPDX-License-Identifier: Apache-2.0
// What the mock registry says of itself, in the words of a target.

public import Conformance
public import Contract
public import MockRegistry

extension TargetFacts {
  /// Where `swr-conformance mock --port 8080` would listen, so that curl lines can be tried.
  public static let embeddedEndpoint = "http://127.0.0.1:8080"

  /// The facts of a mock registry.
  public init(
    of registry: MockRegistry, for profile: Profile, endpoint: String = embeddedEndpoint
  ) {
    let known = profile.facts.compactMap { fact in
      registry.facts[fact.name].map { (fact, $0) }
    }
    self.init(
      of: profile, endpoint: endpoint, values: Dictionary(uniqueKeysWithValues: known),
      canSign: true)
  }
}
