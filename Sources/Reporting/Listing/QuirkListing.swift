// SPDX-License-Identifier: Apache-2.0
// The ledger of documentation quirks, as a table, in full, and as data.

public import Contract
import Wire

/// The quirks of some operations.
public struct QuirkListing: Sendable {
  private let entries: [(operation: Contract.Operation, quirk: Quirk)]

  public init(_ operations: [Contract.Operation]) {
    entries = operations.flatMap { operation in operation.quirks.map { (operation, $0) } }
  }

  private init(entries: [(operation: Contract.Operation, quirk: Quirk)]) {
    self.entries = entries
  }

  public var ids: [String] { entries.map(\.quirk.id) }

  /// The ledger with nothing but that entry; nil if there is none of that id.
  public func only(_ id: String) -> QuirkListing? {
    let found = entries.filter { $0.quirk.id == id }
    return found.isEmpty ? nil : QuirkListing(entries: found)
  }

  /// One line a quirk, at most 100 columns.
  public var table: String {
    Listing.columns(
      entries.map { entry in
        [
          ("id", entry.quirk.id), ("holds", entry.quirk.holds.rawValue),
          ("operation", entry.operation.id),
        ]
      })
  }

  /// Everything that is known of each quirk.
  public var fullText: String {
    entries.map { operation, quirk in
      let rows: [Listing.Row] = facts(operation, quirk).filter { $0.1 != nil }
        .map { [("name", $0.0), ("text", $0.1 ?? "")] }
      return "\(quirk.id)  \(quirk.place)\n" + Listing.columns(rows)
    }.joined(separator: "\n")
  }

  public var json: String {
    let trees = entries.map { operation, quirk in
      JSONTree.object(
        [(key: "id", value: JSONTree.string(quirk.id))]
          + facts(operation, quirk).map { (key: $0.0, value: JSONTree.string($0.1)) })
    }
    return JSONTree.array(trees).text() + "\n"
  }

  private func facts(_ operation: Contract.Operation, _ quirk: Quirk) -> [(String, String?)] {
    [
      ("operation", operation.id), ("page", operation.page), ("section", quirk.section),
      ("table", quirk.table), ("example", quirk.example),
      ("others", quirk.others.isEmpty ? nil : quirk.others.map { "\($0)" }.joined(separator: "; ")),
      ("holds", quirk.holds.rawValue), ("says", quirk.says),
    ]
  }
}
