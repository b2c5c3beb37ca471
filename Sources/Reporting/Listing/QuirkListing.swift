// SPDX-License-Identifier: Apache-2.0
// The ledger of quirks: one line each, in full, or as data.

public import Contract
import Wire

/// The quirks of some operations, those of one page before those of several.
public struct QuirkListing: Sendable {
  private let entries: [Entry]

  /// A quirk with the operations that have it.
  struct Entry {
    var quirk: Quirk
    var operations: [Contract.Operation]
  }

  public init(_ operations: [Contract.Operation]) {
    let all = operations.flatMap { operation in operation.quirks.map { ($0, operation) } }
      .grouped(by: \.0.id).map { Entry(quirk: $1[0].0, operations: $1.map(\.1)) }
    entries = all.filter { $0.operations.count == 1 } + all.filter { $0.operations.count > 1 }
  }

  private init(entries: [Entry]) { self.entries = entries }

  public var ids: [String] { entries.map(\.quirk.id) }

  /// The ledger with nothing but that entry; nil if there is none of that id.
  public func only(_ id: String) -> QuirkListing? {
    let found = entries.filter { $0.quirk.id == id }
    return found.isEmpty ? nil : QuirkListing(entries: found)
  }

  /// One line a quirk, below its operation: id, what we hold, and how it is seen.
  public var table: String {
    let rows = RowListing.columns(
      entries.map { entry in
        [
          ("id", entry.quirk.id), ("holds", entry.quirk.holds.rawValue),
          ("seen", entry.quirk.detection.word),
        ]
      }
    ).split(separator: "\n")
    var scope = ""
    return zip(entries, rows).map { entry, row in
      defer { scope = entry.scope }
      return (entry.scope == scope ? "" : "\(entry.scope)\n") + row + "\n"
    }.joined()
  }

  /// Everything that is known of each quirk.
  public var fullText: String {
    entries.map { entry in
      let lines = entry.facts.flatMap { name, text in
        text.wrapped(behind: "  \(name)".padded(to: Self.indent), at: Self.indent)
      }
      return ([entry.quirk.id] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  public var json: String { JSONTree.array(entries.map(\.tree)).text() + "\n" }

  private static let indent = 13
}

extension QuirkListing.Entry {
  /// The operation, or how many there are.
  var scope: String { operations.count == 1 ? operations[0].id : "\(operations.count) operations" }

  /// What is told in full, name and text.
  var facts: [(String, String)] {
    let sides = operations[0].quirks.first { $0.id == quirk.id }?.sides ?? []
    let optional = [("table", quirk.table), ("example", quirk.example)]
      .compactMap { name, text in text.map { (name, $0) } }
    return operations.map { ("operation", $0.id) }
      + operations.map { ("page", $0.page) } + [("section", quirk.section)] + optional
      + quirk.others.map { ("other", "\($0.kind.name): \($0)") }
      + [("holds", "\(quirk.holds): \(quirk.description)"), ("seen", quirk.detection.sentence)]
      + sides.map { ("side", "\($0.name) (\($0.party.words)): \($0.signsText)") }
      + [("literal", "\(quirk.location)")]
  }

  var tree: JSONTree {
    [
      "id": .string(quirk.id),
      "operations": .array(operations.map { .string($0.id) }),
      "pages": .array(operations.map { .string($0.page) }),
      "section": .string(quirk.section),
      "table": .string(quirk.table),
      "example": .string(quirk.example),
      "others": .array(
        quirk.others.map {
          [
            "kind": .string($0.kind.name), "document": .string($0.document),
            "section": .string($0.section),
          ]
        }),
      "holds": .string(quirk.holds.rawValue),
      "says": .string(quirk.description),
      "seen": ["by": .string(quirk.detection.word), "says": .string(quirk.detection.sentence)],
      "observed": .array(operations.compactMap(sides)),
      "at": ["file": .string(quirk.location.file), "line": .integer(quirk.location.line)],
    ]
  }

  /// The sides of one operation, which may differ from those of another in who is on them.
  private func sides(of operation: Contract.Operation) -> JSONTree? {
    guard let own = operation.quirks.first(where: { $0.id == quirk.id }), !own.sides.isEmpty else {
      return nil
    }
    return [
      "operation": .string(operation.id),
      "sides": .array(
        own.sides.map {
          [
            "name": .string($0.name), "party": .string($0.party.rawValue),
            "signs": .array($0.signs.map { .string($0) }),
          ]
        }),
    ]
  }
}
