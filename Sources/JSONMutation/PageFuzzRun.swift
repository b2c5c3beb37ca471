// SPDX-License-Identifier: Apache-2.0
// The loop of the fuzzer over pages of lists, without clocks or printing.

/// The tally of one run over pages, which stops at the first that somebody objects to.
public struct PageFuzzRun: Sendable {
  public private(set) var pages = 0
  /// The first page that was objected to, and how.
  public private(set) var failure: (page: [UInt8], objection: String)?

  /// Makes `most` pages, and shows each to a function that answers what it objects to.
  public init(of mutator: PageMutator, most: Int, objection: ([UInt8]) -> String?) {
    var mutator = mutator
    while pages < most, failure == nil {
      let page = mutator.next()
      pages += 1
      if let objection = objection(page) { failure = (page, objection) }
    }
  }
}
