// SPDX-License-Identifier: Apache-2.0
// A side that this registry takes where its documentation contradicts itself.

/// One side of one quirk, taken by the registry on every list that the quirk is about.
public struct Stance: Sendable {
  /// The quirk's name in the ledger.
  public let quirk: String
  /// The name of the side.
  public let side: String
  /// Whether taking this side breaks what is promised all the same.
  public let breaks: Bool
  /// Whether no variant does the same, and a healthy registry neither.
  public let isOwn: Bool
  let bends: [Bend]

  init(_ quirk: String, _ side: String, breaks: Bool = false, _ bends: Bend...) {
    isOwn = !bends.isEmpty
    self.quirk = quirk
    self.side = side
    self.breaks = breaks
    self.bends = bends
  }

  /// The side of a harmless oddity that there is anyhow.
  init(_ quirk: String, _ side: String, like variant: String) {
    guard let variant = Variant.named(variant) else { fatalError("no variant \(variant)") }
    self.quirk = quirk
    self.side = side
    breaks = false
    isOwn = false
    bends = variant.bends
  }

  /// How a person names it: `gc-job-parameters-object-or-string=object`.
  public var name: String { "\(quirk)=\(side)" }
}

extension Stance {
  /// Every side of every quirk that shows on the wire; one without a bend is what a healthy registry
  /// does.
  public static let catalog: [Stance] =
    webhookJobs + instanceJobs + retentionTasks + gcTasks + replicationTasks + acrossLists

  /// The stance of that name, or nil.
  public static func named(_ name: String) -> Stance? {
    catalog.first { $0.name == name }
  }
}
