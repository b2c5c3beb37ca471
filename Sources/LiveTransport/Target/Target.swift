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
  /// Where each fact came from, by its name: a variable, an option, or a key of a file; and what lets
  /// us in, under ``accessKey``.
  public var origins: [String: String]

  /// The key under which ``origins`` has what lets us in.
  public static let accessKey = "access"

  public init(
    facts: TargetFacts, access: Access, route: NetworkRoute = NetworkRoute(),
    budgets: TimeBudgets = TimeBudgets(), origins: [String: String] = [:]
  ) {
    self.facts = facts
    self.access = access
    self.route = route
    self.budgets = budgets
    self.origins = origins
  }
}
