// SPDX-License-Identifier: Apache-2.0
// The registry that is asked, with the secrets that only this room may know.

public import Conformance

/// An endpoint, what is known of it, and what lets us in.
public struct Target: Sendable, Hashable {
  public var facts: TargetFacts
  public var access: Access
  /// How the endpoint is reached.
  public var route: NetworkRoute
  /// How long its answers may take.
  public var budgets: TimeBudgets

  public init(
    facts: TargetFacts, access: Access, route: NetworkRoute = NetworkRoute(),
    budgets: TimeBudgets = TimeBudgets()
  ) {
    self.facts = facts
    self.access = access
    self.route = route
    self.budgets = budgets
  }
}
