// SPDX-License-Identifier: Apache-2.0
// One side in a contradiction, by the signs that are seen of it on the wire.

/// What a server does that agrees with one of the parties of a quirk.
public struct Side: Sendable, Hashable {
  /// Who is on this side.
  public enum Party: String, Sendable, Hashable, CaseIterable {
    /// The page's tables and prose.
    case table
    /// The page's example.
    case example
    /// Another page, or another source.
    case other
  }

  /// The word that `--quirk ID=SIDE` takes, such as `absent`.
  public var name: String
  public var party: Party
  /// The signs by which it is seen; ``anything`` stands for what no other side has.
  public var signs: [String]
  /// Whether a reader wants to know even though the table agrees.
  public var isRemarkable: Bool

  /// The sign that stands for every sign no other side has.
  public static let anything = "*"

  public static func table(
    _ name: String, _ signs: [String]? = nil, isRemarkable: Bool = false
  ) -> Side {
    Side(name: name, party: .table, signs: signs ?? [name], isRemarkable: isRemarkable)
  }

  public static func example(_ name: String, _ signs: [String]? = nil) -> Side {
    Side(name: name, party: .example, signs: signs ?? [name], isRemarkable: true)
  }

  public static func other(_ name: String, _ signs: [String]? = nil) -> Side {
    Side(name: name, party: .other, signs: signs ?? [name], isRemarkable: true)
  }
}
