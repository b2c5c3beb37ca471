// SPDX-License-Identifier: Apache-2.0
// Throws damaged pages at the readers of the five lists, and holds each to the exact parser.

import Conformance
import Contract
import JSONMutation
import SWRSpecs

/// One run over the pages of every list.
enum PageFuzz {
  /// The first page of a list that is read otherwise than it is parsed.
  struct Failure {
    var operation: String
    var page: [UInt8]
    var objection: String
  }

  /// Makes so many pages of each list.
  static func failure(pages: Int, seed: UInt64) -> Failure? {
    let facts = TargetFacts(
      of: .swr, endpoint: "http://registry.example.com",
      values: Dictionary(uniqueKeysWithValues: Profile.swr.facts.map { ($0, "1") }))
    for operation in Catalog.operations {
      guard let mutator = PageMutator(operation, seed: seed) else { continue }
      let invariants = ReadingInvariants(operation, of: facts)
      let run = PageFuzzRun(of: mutator, most: pages) { invariants.violation(in: $0) }
      print("pages     \(run.pages) of \(operation.id)")
      if let (page, objection) = run.failure {
        return Failure(operation: operation.id, page: page, objection: objection)
      }
    }
    return nil
  }
}
