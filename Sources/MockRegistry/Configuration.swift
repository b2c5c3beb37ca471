// SPDX-License-Identifier: Apache-2.0
// What can be chosen about a mock registry before it starts.

import Loopback

extension MockRegistry {
  /// How many rows there are, what is wrong with them, and whether they move.
  public struct Configuration: Sendable {
    /// How many rows every list has; nil means as many as its data file.
    public var rows: Int?
    /// Decides request ids and churn; the same seed and requests give the same answers.
    public var seed: UInt64
    /// The bug this registry has, or nil for a healthy one.
    public var fault: Fault?
    /// Harmless oddities, applied in order.
    public var variants: [Variant]
    /// The sides it takes where the documentation contradicts itself.
    public var behaviors: [QuirkBehavior]
    /// Every how many requests of a list its data moves; nil for data that rests.
    public var churn: Int?
    /// What gets in a client's way, though the registry keeps its promises.
    public var interferences: [Interference]
    /// Seconds since 1970, for signatures and tokens.
    var clock = WallClock.now

    public init(
      rows: Int? = nil, seed: UInt64 = 1, fault: Fault? = nil, variants: [Variant] = [],
      behaviors: [QuirkBehavior] = [], churn: Int? = nil, interferences: [Interference] = []
    ) {
      self.rows = rows
      self.seed = seed
      self.fault = fault
      self.variants = variants
      self.behaviors = behaviors
      self.churn = churn
      self.interferences = interferences
    }
  }
}
