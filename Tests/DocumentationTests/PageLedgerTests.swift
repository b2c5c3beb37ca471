// SPDX-License-Identifier: Apache-2.0
// The ledger's keys are held to the quirks, and to the real pages where somebody has them.

import Contract
import Documentation
import Foundation
import SWRSpecs
import Testing

@Suite struct PageLedgerTests {
  /// Names a folder with the vendor's pages; they are not ours to keep here.
  static let folder = ProcessInfo.processInfo.environment["SWR_PAGES"]

  @Test func `every key belongs to a quirk`() {
    let ids = Set(Catalog.operations.flatMap(\.quirks).map(\.id))
    #expect(PageLedger.keys.keys.filter { !ids.contains($0) } == [])
    #expect(PageLedger.keys.values.allSatisfy { !$0.isEmpty && Set($0).count == $0.count })
  }

  @Test func `every quirk that stands on a page has a key`() {
    let quirks = Catalog.operations.flatMap(\.quirks).filter {
      if case .onThePage = $0.detection { true } else { false }
    }
    #expect(!quirks.isEmpty)
    #expect(quirks.map(\.id).filter { PageLedger.keys[$0] == nil } == [])
  }

  @Test(.enabled(if: folder != nil, "SWR_PAGES names no folder with the vendor's pages"))
  func `the real pages show every key of the ledger and nothing that it lacks`() throws {
    let reviews = try Self.reviews()
    #expect(reviews.flatMap { $0.keys(.layout) } == [])
    #expect(reviews.flatMap(\.entries).filter(\.isUnknown).map(\.finding.key) == [])
    let across = PageReview.acrossPages(reviews, ledger: PageLedger.keys)
    let found = Set((reviews.flatMap(\.entries) + across).map(\.finding.key))
    for (quirk, keys) in PageLedger.keys {
      #expect(keys.filter { !found.contains($0) } == [], "\(quirk)")
    }
    let explaining = Set((reviews.flatMap(\.entries) + across).flatMap(\.quirks))
    #expect(PageLedger.keys.keys.filter { !explaining.contains($0) } == [])
  }

  private static func reviews() throws -> [PageReview] {
    let folder = URL(filePath: try #require(folder))
    return try Catalog.operations.map { operation in
      let bytes = try Data(contentsOf: folder.appending(path: operation.page))
      return try PageReview(
        of: DocumentationPage(Array(bytes)), named: operation.page, against: Catalog.operations,
        ledger: PageLedger.keys)
    }
  }
}
