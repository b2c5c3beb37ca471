// SPDX-License-Identifier: Apache-2.0
// One entry of the ledger: who says what, what we hold, and how a server's side is seen.

/// A place where the documentation contradicts itself or other sources, or leaves a question open.
public struct Quirk: Sendable, Hashable {
  /// A stable name, such as `repl-status-revision-casing`.
  public var id: String
  public var section: String
  /// What the page's tables and prose say; nil where they are silent.
  public var table: String?
  /// What the page's example shows; nil where there is nothing to see.
  public var example: String?
  /// What other sources say.
  public var others: [Source]
  /// How binding our reading is.
  public var holds: ObligationLevel
  /// What we take as the contract, and why.
  public var description: String
  public var detection: Detection
  public var location: SpecLocation

  /// How somebody learns of the quirk.
  public enum Detection: Sendable, Hashable {
    /// Answers show which of at least two sides a server takes, the expected one first.
    case observed(Observable, [Side])
    /// A case holds servers to it; the text is its id behind the operation.
    case heldBy(String)
    /// A reader of the page sees it; the text says by what.
    case onThePage(String)
    /// Neither an answer nor the page shows it; the text says why.
    case unseen(String)
  }

  public static func quirk(
    _ id: String, section: String, table: String? = nil, example: String? = nil,
    others: [Source] = [], holds: ObligationLevel, _ description: String, seen detection: Detection,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Quirk {
    Quirk(
      id: id, section: section, table: table, example: example, others: others, holds: holds,
      description: description, detection: detection,
      location: SpecLocation(fileID: file, line: line))
  }
}

extension Quirk {
  /// What is looked at, where answers show a side.
  public var observable: Observable? {
    if case .observed(let observable, _) = detection { observable } else { nil }
  }

  /// The sides that a server can take, the expected one first; empty where no answer shows them.
  public var sides: [Side] { if case .observed(_, let sides) = detection { sides } else { [] } }
}
