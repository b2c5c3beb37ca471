// SPDX-License-Identifier: Apache-2.0
// The registry that is asked, with the secrets that only this room may know.

public import Conformance

/// An endpoint, what is known of it, and the token that lets us in.
public struct Target: Sendable, Hashable {
  public var facts: TargetFacts
  /// The value of `X-Auth-Token`; nil sends none.
  public var token: String?

  public init(facts: TargetFacts, token: String?) {
    self.facts = facts
    self.token = token
  }
}
