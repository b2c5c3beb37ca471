// SPDX-License-Identifier: Apache-2.0
// How long answers may take, where somebody says so; no documentation does.

import Wire

/// The time that answers are given, for all operations or for some.
public struct TimeBudgets: Sendable, Hashable {
  /// In seconds, for operations that have no time of their own; nil for none.
  public var general: Double?
  /// In seconds, by the operation's id.
  public var own: [String: Double]

  public init(general: Double? = nil, own: [String: Double] = [:]) {
    self.general = general
    self.own = own
  }

  /// Reads `800ms`, `ListGcTasks=2s`, or several of them with commas between; the last one wins.
  ///
  /// Nil where a part is neither.
  public init?(_ text: String) {
    self.init()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let seconds = TimeSpan.seconds(words[words.count - 1]) else { return nil }
      if words.count == 1 { general = seconds } else { own[String(words[0])] = seconds }
    }
  }

  /// In seconds; nil where nobody gives a time.
  public subscript(operation: String) -> Double? { own[operation] ?? general }

  /// These, and the others where these say nothing.
  public func completed(by others: TimeBudgets) -> TimeBudgets {
    TimeBudgets(general: general ?? others.general, own: others.own.merging(own) { $1 })
  }
}
