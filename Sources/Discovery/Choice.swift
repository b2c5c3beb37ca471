// SPDX-License-Identifier: Apache-2.0
// One fact with where it came from, and what else there was to choose from.

public import Contract
import Wire

/// What a search took for one fact, and from how many.
public struct Choice: Sendable, Hashable {
  public enum Origin: Sendable, Hashable {
    /// A person said it.
    case given
    /// It has the most rows, or is the only one.
    case chosen
    /// Nothing was found.
    case missing
  }

  /// A value with the rows beneath it, nil where they are not known.
  public struct Option: Sendable, Hashable {
    public var value: String
    public var rows: Int?
  }

  public var fact: Fact
  public var origin: Origin
  public var value: String?
  /// The rows that can be judged with the value; nil where they are not known.
  public var rows: Int?
  /// How many values there were to choose from.
  public var candidates: Int
  /// The best value but the chosen one.
  public var next: Option?

  init(given value: String, as fact: Fact) {
    self.fact = fact
    self.value = value
    origin = .given
    candidates = 0
  }

  /// Takes the value from among the options, of which some may name it more than once.
  init(of value: String?, from options: [Option], as fact: Fact) {
    let best = Dictionary(options.map { ($0.value, $0) }) { first, second in
      second.rows ?? -1 > first.rows ?? -1 ? second : first
    }
    self.fact = fact
    self.value = value
    origin = value == nil ? .missing : .chosen
    rows = value.flatMap { best[$0]?.rows }
    candidates = best.count
    next = options.map(\.value).distinct.compactMap { best[$0] }.filter { $0.value != value }
      .max { $0.rows ?? -1 < $1.rows ?? -1 }
  }
}
