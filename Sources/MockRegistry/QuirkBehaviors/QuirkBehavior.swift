// SPDX-License-Identifier: Apache-2.0
// A side that this registry takes where its documentation contradicts itself.

/// One side of one quirk, taken by the registry on every list that the quirk is about.
public struct QuirkBehavior: Sendable {
  /// The quirk's name in the ledger.
  public let quirk: String
  /// The name of the side.
  public let side: String
  /// Whether taking this side breaks what is promised all the same.
  public let breaks: Bool
  /// Whether no variant does the same, and a healthy registry neither.
  public let isOwn: Bool
  let mutations: [Mutation]

  init(_ quirk: String, _ side: String, breaks: Bool = false, _ mutations: Mutation...) {
    isOwn = !mutations.isEmpty
    self.quirk = quirk
    self.side = side
    self.breaks = breaks
    self.mutations = mutations
  }

  /// The side of a harmless oddity that there is anyhow.
  init(_ quirk: String, _ side: String, like variant: String) {
    guard let variant = Variant.named(variant) else { fatalError("no variant \(variant)") }
    self.quirk = quirk
    self.side = side
    breaks = false
    isOwn = false
    mutations = variant.mutations
  }

  /// How a person names it: `gc-job-parameters-object-or-string=object`.
  public var name: String { "\(quirk)=\(side)" }
}

extension QuirkBehavior {
  /// Every side of every quirk that shows on the wire; one without a mutation is what a healthy
  /// registry does.
  public static let catalog: [QuirkBehavior] =
    webhookJobs + instanceJobs + retentionTasks + gcTasks + replicationTasks + acrossLists

  /// The behavior of that name, or nil.
  public static func named(_ name: String) -> QuirkBehavior? { catalog.first { $0.name == name } }
}
