// SPDX-License-Identifier: Apache-2.0
// Which words of different generations of the service mean the same state.

/// The state that a status word stands for, whichever vocabulary it is from.
public enum StatusFamily: String, Sendable, Hashable {
  case initial, pending, running, succeeded, failed, stopped

  /// The family of a word of any vocabulary and case; nil for a word that none of them has.
  public init?(word: String) {
    switch word.lowercased() {
    case "initialized", "initializing", "creating": self = .initial
    case "pending": self = .pending
    case "inprogress", "running", "scheduled": self = .running
    case "succeed", "success", "finished": self = .succeeded
    case "failed", "error": self = .failed
    case "stopped": self = .stopped
    default: return nil
    }
  }

  /// Whether a server may say one for the other: what has not started is pending to some
  /// vocabularies, and what is scheduled is pending to some and running to others.
  public static func isAlike(_ word: String, _ other: String) -> Bool {
    guard let left = StatusFamily(word: word), let right = StatusFamily(word: other) else {
      return false
    }
    return left == right || Set([left, right]) == [.initial, .pending]
      || isScheduled(word) && right.isWaiting || isScheduled(other) && left.isWaiting
  }

  /// Whether nothing follows: what has failed may be tried once more.
  public var isSettled: Bool { self == .succeeded || self == .stopped }

  private var isWaiting: Bool { self == .initial || self == .pending }

  private static func isScheduled(_ word: String) -> Bool { word.lowercased() == "scheduled" }
}
