// SPDX-License-Identifier: Apache-2.0
// The verdict on one page: what was found, and which of it the ledger explains.

public import Contract
import Wire

/// Everything that was found on one page.
public struct PageReview: Sendable {
  /// A finding with the quirks that explain it; none means that nobody knew of it.
  public struct Entry: Sendable, Hashable {
    public var finding: PageFinding
    public var quirks: [String]

    /// Whether the finding is news that somebody has to look at.
    public var isUnknown: Bool { quirks.isEmpty && finding.kind != .remark }
  }

  /// What the person called the page.
  public var name: String
  public var page: DocumentedOperation
  public var operation: Contract.Operation
  public var entries: [Entry]

  /// Reads a page and compares it with the spec of its operation.
  ///
  /// - Parameter ledger: The keys of findings that each quirk explains, by the quirk's id.
  public init(
    of page: DocumentationPage, named name: String, against operations: [Contract.Operation],
    ledger: [String: [String]]
  ) throws(PageError) {
    let documented = try DocumentedOperation(reading: page)
    let operation = try Self.operation(of: documented, in: operations)
    let siblings = operations.filter { $0.id != operation.id }
    let found =
      PageReading(documented).findings
      + SpecComparison(page: documented, spec: operation).findings
      + SiblingComparison(page: documented, siblings: siblings).findings
    self.init(
      name: name, page: documented, operation: operation,
      entries: found.map { finding in
        let quirks = operation.quirks.map(\.id).filter { ledger[$0]?.contains(finding.key) == true }
        return Entry(finding: finding, quirks: quirks)
      })
  }

  private init(
    name: String, page: DocumentedOperation, operation: Contract.Operation, entries: [Entry]
  ) {
    self.name = name
    self.page = page
    self.operation = operation
    self.entries = entries
  }

  public var hasUnknown: Bool { entries.contains(where: \.isUnknown) }

  /// By the name in the page, or else by method and path.
  private static func operation(
    of page: DocumentedOperation, in operations: [Contract.Operation]
  ) throws(PageError) -> Contract.Operation {
    let isSame = { (operation: Contract.Operation) in
      operation.method.description == page.method && operation.path.description == page.path.value
    }
    let found = operations.first { $0.id == page.name } ?? operations.first(where: isSame)
    guard let found else {
      throw .unknownOperation(
        "\(page.method) \(page.path.value)", known: operations.map(\.id))
    }
    return found
  }
}
