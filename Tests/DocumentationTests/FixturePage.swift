// SPDX-License-Identifier: Apache-2.0
// The door of these tests to Fixtures/pages, and pages with one thing changed.

import Foundation
import SWRSpecs

@testable import Documentation

/// The pages of Fixtures/pages, one for each layout.
enum FixturePage: String, CaseIterable {
  case jobsInCells = "instance_jobs_cells_zh.txt"
  case jobsInPipes = "instance_jobs_pipes_zh.txt"
  case jobsInHTML = "instance_jobs_zh.html"
  case gcInPipes = "gc_tasks_pipes_zh.txt"
  case replicationInLines = "replication_tasks_lines_en.txt"

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/pages")

  func text() throws -> String {
    try String(contentsOf: Self.folder.appending(path: rawValue), encoding: .utf8)
  }

  func operation() throws -> DocumentedOperation {
    try DocumentedOperation(reading: DocumentationPage(Array(try text().utf8)))
  }

  /// The review of the page after each of the texts has been replaced wherever it stands.
  func review(_ edits: [(String, String)] = []) throws -> PageReview {
    let text = edits.reduce(try text()) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    return try PageReview(of: text)
  }

  /// The keys of the differences that the edits bring and that the page does not have by itself.
  func newDifferences(_ edits: (String, String)...) throws -> [String] {
    let known = Set(try review().keys(.difference))
    return try review(edits).keys(.difference).filter { !known.contains($0) }
  }
}

extension PageReview {
  init(of text: String) throws {
    try self.init(
      of: DocumentationPage(Array(text.utf8)), named: "page", against: Catalog.operations,
      ledger: PageLedger.keys)
  }

  func keys(_ kind: PageFinding.Kind) -> [String] {
    entries.map(\.finding).filter { $0.kind == kind }.map(\.key)
  }

  func finding(_ key: String) -> PageFinding? { entries.map(\.finding).first { $0.key == key } }
}
