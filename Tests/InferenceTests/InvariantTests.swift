// SPDX-License-Identifier: Apache-2.0
// An invariant is laid out as a formatter would do it, and can be pasted as it is printed.

import Contract
import Testing

@testable import Inference

@Suite struct InvariantTests {
  @Test func `a literal that is wider than a terminal has several lines`() {
    let kinds: [Relation.Kind] = [
      .atMost(field: "a", of: "b"),
      .atMost(field: "job_parameters.workers", of: "job_parameters.purged_blobs"),
      .told(
        field: "job_parameters.purged_manifests_of_all", state: "job_status",
        words: ["Success", "Stopped", "Error", "Pending"]),
    ]
    let heights = kinds.map { kind in
      let invariant = Invariant(operation: "x", statement: .relation(kind), support: 7)
      let lines = invariant.swift.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(invariant.swift)")
      let whole = lines.dropFirst().joined().replacing(/\s+/, with: "")
      #expect(
        whole == ".relation(\(invariant.literal),.should,\"…\"),".replacing(/\s+/, with: ""))
      return lines.count
    }
    #expect(heights == [2, 4, 7])
  }
}
