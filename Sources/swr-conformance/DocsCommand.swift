// SPDX-License-Identifier: Apache-2.0
// `docs`: reads documentation pages and tells what contradicts itself or the specs.

import CommandLineArguments
import Conformance
import Documentation
import Foundation
import SWRSpecs

extension Program {
  /// Prints what was found on each page; news that the ledger lacks are exit code 1.
  func readDocs(_ options: Invocation.Docs) -> ExitCode {
    var reviews: [PageReview] = []
    var isRefused = false
    for path in options.pages {
      do throws(PageError) {
        let page = try DocumentationPage(try PageFile(path).bytes())
        reviews.append(
          try PageReview(
            of: page, named: (path as NSString).lastPathComponent, against: operations,
            ledger: PageLedger.keys))
      } catch {
        terminal.complain("\(path): \(error)")
        isRefused = true
      }
    }
    if reviews.isEmpty { return .usage }
    let across = PageReview.acrossPages(reviews, ledger: PageLedger.keys)
    let listing = PageListing(reviews, acrossPages: across)
    terminal.write(options.json ? listing.json : listing.text)
    if isRefused { return .usage }
    return reviews.contains(where: \.hasUnknown) ? .failed : .passed
  }
}

/// A file of which no more is read than a page may have.
private struct PageFile {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  func bytes() throws(PageError) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return [UInt8](try file.read(upToCount: DocumentationPage.byteLimit + 1) ?? Data())
    } catch {
      throw .unreadable
    }
  }
}
