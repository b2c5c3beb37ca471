// SPDX-License-Identifier: Apache-2.0
// Which words of different generations of a service mean the same state.

/// The state that each word stands for, whichever vocabulary it is from.
public struct StateWords: Sendable, Hashable {
  public enum State: String, Sendable, Hashable {
    case initial, pending, running, succeeded, failed, stopped
  }

  /// In lower case; the first state is the word's own, the others are what some servers say for it.
  private var words: [String: [State]]

  public init(_ words: [String: [State]] = [:]) { self.words = words }

  /// The state of a word in any case; nil for a word that no vocabulary has.
  public func state(of word: String) -> State? { words[word.lowercased()]?.first }

  /// Whether a server may say one for the other.
  public func areAlike(_ word: String, _ other: String) -> Bool {
    guard let left = words[word.lowercased()], let right = words[other.lowercased()] else {
      return false
    }
    return !Set(left).isDisjoint(with: right)
  }

  /// Whether nothing follows: what has failed may be tried once more.
  public func isSettled(_ word: String) -> Bool {
    state(of: word) == .succeeded || state(of: word) == .stopped
  }
}
