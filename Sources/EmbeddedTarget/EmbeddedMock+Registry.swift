// SPDX-License-Identifier: Apache-2.0
// The mock registry as the mock of a suite.

public import Conformance
public import Contract
import MockRegistry

extension EmbeddedMock {
  /// The mock registry, answering as the profile's API.
  public static func registry(for profile: Profile) -> EmbeddedMock {
    EmbeddedMock(
      Names(
        variants: Variant.catalog.map(\.name), disturbances: Interference.catalog.map(\.name),
        quirks: QuirkBehavior.catalog.map(\.name)),
      faults: {
        Fault.catalog.map {
          KnownFault(
            rule: $0.rule, name: $0.name, operation: $0.operation, summary: $0.summary)
        }
      }
    ) { wishes in
      let registry = MockRegistry(
        MockRegistry.Configuration(
          seed: wishes.seed, fault: wishes.fault.flatMap(Fault.named),
          variants: wishes.variants.compactMap(Variant.named),
          behaviors: wishes.quirks.compactMap(QuirkBehavior.named), churn: wishes.churn))
      return (
        TargetFacts(of: registry, for: profile), EmbeddedTransport(registry, for: profile)
      )
    }
  }
}
