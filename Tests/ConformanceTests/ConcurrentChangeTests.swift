// SPDX-License-Identifier: Apache-2.0
// Two readings of a list: what moved between them, and what only the server can explain.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct ConcurrentChangeTests {
  private let paging = Contract.Operation.sample().paging

  /// One reading: pages of rows, each written as identity and value, and the same total on all.
  private func reading(
    _ pages: [(Int, Int)]..., total: Int = 47, again: Int = 0
  ) -> [Transcript] {
    pages.enumerated().map { number, rows in
      let members = rows.map { #"{"id":\#($0.0),"value":\#($0.1)}"# }.joined(separator: ",")
      var request = Probe.Request(path: "/v2/p/rows/7", query: [.init("offset", "\(number)")])
      request.repetition = again * Probe.Request.reading
      return Transcript(
        HTTPResponse(200, #"{"total":\#(total),"rows":[\#(members)]}"#), to: request)
    }
  }

  private func change(from before: [Transcript], to after: [Transcript]) -> String? {
    ConcurrentChange(
      from: Transcripts(before), through: Transcripts(before), to: Transcripts(after),
      paging: paging)?.description
  }

  private func isReordering(_ before: [Transcript], _ after: [Transcript]) -> Bool {
    ConcurrentChange.isReordering(
      from: Transcripts(before), to: Transcripts(after), paging: paging)
  }

  @Test func `a list that stands still shows no change`() {
    let now = reading([(2, 0), (1, 0)], again: 2)
    #expect(change(from: reading([(1, 0), (2, 0)]), to: now) == nil)
  }

  @Test func `the total moved`() {
    let then = reading([(1, 0)])
    #expect(change(from: then, to: reading([(1, 0)], total: 48, again: 2)) == "total 47 → 48")
  }

  @Test func `a total that moves while the whole list stands still is the server's doing`() {
    func whole(_ total: Int, again: Int) -> [Transcript] {
      var transcripts = reading([(1, 0), (2, 0)], total: total, again: again)
      var request = Probe.Request(path: "/v2/p/rows/7")
      request.repetition = again * Probe.Request.reading
      let walk = Probe(
        operation: "Sample", first: request,
        traversal: .offsetWalk(limit: 10, most: 1, beyondEnd: false))
      transcripts[0] = Transcript(
        probe: walk, readings: transcripts[0].readings, ending: .complete)
      return transcripts
    }
    #expect(change(from: whole(47, again: 0), to: whole(48, again: 2)) == nil)
    let part = reading([(1, 0), (2, 0)], total: 48, again: 2)
    #expect(change(from: whole(47, again: 0), to: part) == "total 47 → 48")
  }

  @Test func `a row came, went or changed`() {
    let then = reading([(1, 0), (2, 0)])
    #expect(change(from: then, to: reading([(1, 0), (2, 0), (3, 0)], again: 2)) == "row 3 came")
    #expect(change(from: then, to: reading([(2, 0)], again: 2)) == "row 1 went")
    #expect(change(from: then, to: reading([(1, 0), (2, 9)], again: 2)) == "row 2 changed")
  }

  @Test func `a row on its way from one value to the next has moved`() {
    let then = reading([(1, 0)], [(1, 5)])
    let now = reading([(1, 5)], [(1, 5)], again: 2)
    #expect(change(from: then, to: now) == "row 1 changed")
  }

  @Test func `the same two faces again are the server's doing`() {
    let then = reading([(1, 0)], [(1, 5)])
    #expect(change(from: then, to: reading([(1, 0)], [(1, 5)], again: 2)) == nil)
    #expect(change(from: then, to: reading([(1, 5)], [(1, 0)], again: 2)) == nil)
    let longer = reading([(1, 0), (2, 0)], [(1, 5)], total: 48, again: 2)
    #expect(change(from: then, to: longer) == nil, "whatever else moved meanwhile")
  }

  @Test func `members in another order are the same row`() {
    let then = Transcript(HTTPResponse(200, #"{"total":1,"rows":[{"id":1,"value":2}]}"#))
    let now = Transcript(HTTPResponse(200, #"{"total":1, "rows":[{"value":2, "id":1}]}"#))
    #expect(change(from: [then], to: [now]) == nil)
  }

  @Test func `the same rows in another order are a reordering`() {
    let then = reading([(1, 0), (2, 0)])
    #expect(isReordering(then, reading([(2, 0), (1, 0)], again: 1)))
    #expect(!isReordering(then, reading([(1, 0), (2, 0)], again: 1)))
  }

  @Test func `a reordering beside a change may be explained by it`() {
    let then = reading([(1, 0), (2, 0)])
    #expect(!isReordering(then, reading([(2, 9), (1, 0)], again: 1)))
    #expect(!isReordering(then, reading([(2, 0), (3, 0)], again: 1)))
    #expect(!isReordering(then, reading([(2, 0), (1, 0)], total: 48, again: 1)))
  }
}
