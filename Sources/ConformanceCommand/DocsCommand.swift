// SPDX-License-Identifier: Apache-2.0
// `docs`: reads documentation pages and tells what contradicts itself or the specs.

import CommandLineArguments
import Conformance
import Documentation
import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// Prints what was found on each page; news that the ledger lacks are exit code 1.
  func readDocs(_ options: Invocation.Docs) throws -> ExitCode {
    var reviews: [PageReview] = []
    var isRefused = false
    for path in options.pages {
      let bytes = try InputFile.bytes(
        path, atMost: DocumentationPage.byteLimit, or: "name a text or HTML file")
      do {
        let page = try DocumentationPage(bytes)
        reviews.append(
          try PageReview(
            of: page, named: URL(filePath: path).lastPathComponent, against: operations,
            ledger: suite.pageLedger))
      } catch {
        terminal.complain("\(path): \(error)")
        isRefused = true
      }
    }
    if reviews.isEmpty { return .usage }
    let across = PageReview.acrossPages(reviews, ledger: suite.pageLedger)
    let listing = PageListing(reviews, acrossPages: across, of: profile)
    terminal.write(options.json ? listing.json : listing.text)
    if isRefused { return .usage }
    return reviews.contains(where: \.hasUnknown) ? .failed : .passed
  }
}
