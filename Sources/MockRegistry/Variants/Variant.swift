// SPDX-License-Identifier: Apache-2.0
// A named oddity that breaks no promise, for showing that a suite does not cry wolf.

/// One harmless way in which a conformant registry may differ from this one.
public struct Variant: Sendable {
  /// Unique among all variants, in kebab case.
  public let name: String
  /// One sentence that says what is different.
  public let summary: String
  /// The names of the rules that warn about it; no others do.
  public let warns: [String]
  let mutations: [Mutation]

  init(_ name: String, warns: [String] = [], _ summary: String, _ mutations: Mutation...) {
    self.name = name
    self.summary = summary
    self.warns = warns
    self.mutations = mutations
  }
}

extension Variant {
  /// Every harmless oddity this registry can have.
  public static let catalog: [Variant] = bodies + rows + paging + delivery + errors + extremes

  /// The variant of that name, or nil.
  public static func named(_ name: String) -> Variant? { catalog.first { $0.name == name } }
}
