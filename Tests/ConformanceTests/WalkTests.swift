// SPDX-License-Identifier: Apache-2.0
// Walks over lists that end, never end, lie about their length or break off.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct OffsetWalkTests {
  private let limit = 10

  private func walk(
    most: Int = 25, beyondEnd: Bool = false, _ answer: (Probe.Request) -> HTTPResponse
  ) -> (offsets: [String], ending: Transcript.Ending?) {
    let traversal = Probe.Traversal.offsetWalk(limit: limit, most: most, beyondEnd: beyondEnd)
    let transcript = Walk.transcript(traversal, Contract.Operation.sample().paging, answer)
    return (transcript.requests.map { $0["offset"] ?? "none" }, transcript.ending)
  }

  @Test(arguments: [(0, ["0"]), (9, ["0"]), (23, ["0", "10", "20"])])
  func `it stops when all rows are seen`(rows: Int, offsets: [String]) {
    let seen = walk(RowList(rows: rows).answer)
    #expect(seen.offsets == offsets)
    #expect(seen.ending == .complete)
  }

  @Test func `a full last page is followed by an empty one`() {
    let seen = walk(RowList(rows: 20).answer)
    #expect(seen.offsets == ["0", "10", "20"])
    #expect(seen.ending == .complete)
  }

  @Test func `beyond the end it goes on to an empty page`() {
    let seen = walk(beyondEnd: true, RowList(rows: 23).answer)
    #expect(seen.offsets == ["0", "10", "20", "30"])
    #expect(seen.ending == .complete)
  }

  @Test(arguments: [Int?.none, 10, 24])
  func `where total is not the number of rows it goes on to an empty page`(total: Int?) {
    let seen = walk(RowList(rows: 23, total: total).answer)
    #expect(seen.offsets == ["0", "10", "20", "30"])
    #expect(seen.ending == .complete)
  }

  @Test func `a list that is too long is cut, and its last page read`() {
    let seen = walk(most: 2, RowList(rows: 58).answer)
    #expect(seen.offsets == ["0", "10", "50"])
    #expect(seen.ending == .cut(tail: true))
  }

  @Test func `the last page of a list with full pages is not the empty one behind it`() {
    let seen = walk(most: 2, RowList(rows: 60).answer)
    #expect(seen.offsets == ["0", "10", "50"])
  }

  @Test func `a list that is too long by one page is read to its end`() {
    let seen = walk(most: 2, RowList(rows: 25).answer)
    #expect(seen.offsets == ["0", "10", "20"])
    #expect(seen.ending == .complete)
  }

  @Test(arguments: [Int?.none, -1, Int.min])
  func `a list of unknown length is cut without a last page`(total: Int?) {
    let seen = walk(most: 2, RowList(rows: 60, total: total).answer)
    #expect(seen.offsets == ["0", "10"])
    #expect(seen.ending == .cut(tail: false))
  }

  @Test func `a server that ignores the offset sends the walk round`() {
    let seen = walk { _ in .rows((0..<10).map(String.init), total: 23) }
    #expect(seen.offsets == ["0", "10", "20"])
    #expect(seen.ending == .circular)
  }

  @Test(arguments: [
    HTTPResponse(500, "{}"), HTTPResponse(200, "<html>"), HTTPResponse(200, "[]"),
    HTTPResponse(200, #"{"total":3}"#), HTTPResponse(200, #"{"total":3,"rows":"none"}"#),
  ])
  func `an answer without a list gets the walk stuck`(response: HTTPResponse) {
    let list = RowList(rows: 40)
    let seen = walk { $0["offset"] == "20" ? response : list.answer($0) }
    #expect(seen.offsets == ["0", "10", "20"])
    #expect(seen.ending == .stuck)
  }

  @Test func `null in place of the rows is an empty page`() {
    let seen = walk { _ in HTTPResponse(200, #"{"total":0,"rows":null}"#) }
    #expect(seen.offsets == ["0"])
    #expect(seen.ending == .complete)
  }
}

@Suite struct MarkerWalkTests {
  /// Walks from page to page; a page is its only row and the next marker, keyed by its own marker.
  private func walk(
    most: Int = 25, _ pages: [String: (row: String?, next: String)]
  ) -> (markers: [String], ending: Transcript.Ending?) {
    let paging = Paging.marker(rows: "rows", next: "page.next")
    let traversal = Probe.Traversal.markerWalk(limit: 1, most: most)
    let transcript = Walk.transcript(traversal, paging) { request in
      guard let page = pages[request["marker"] ?? ""] else { return HTTPResponse(400, "{}") }
      let rows = page.row.map { #"{"id":\#($0)}"# } ?? ""
      return HTTPResponse(200, #"{"rows":[\#(rows)],"page":{"next":\#(page.next)}}"#)
    }
    return (transcript.requests.map { $0["marker"] ?? "" }, transcript.ending)
  }

  @Test(arguments: ["null", "\"\""])
  func `it ends where no next marker is given`(last: String) {
    let seen = walk(["": ("1", "\"b\""), "b": ("2", "\"c\""), "c": ("3", last)])
    #expect(seen.markers == ["", "b", "c"])
    #expect(seen.ending == .complete)
  }

  @Test func `a marker is encoded on its way back`() {
    let seen = walk(["": ("1", #""b+/=\u0020\u00e9""#), "b%2B%2F%3D%20%C3%A9": ("2", "null")])
    #expect(seen.markers.count == 2)
    #expect(seen.ending == .complete)
  }

  @Test func `a marker that comes again sends the walk round`() {
    let seen = walk(["": ("1", "\"b\""), "b": ("2", "\"c\""), "c": ("3", "\"b\"")])
    #expect(seen.markers == ["", "b", "c"])
    #expect(seen.ending == .circular)
  }

  @Test func `fresh markers that lead to the same rows send the walk round`() {
    let seen = walk(["": ("1", "\"b\""), "b": ("1", "\"c\""), "c": ("1", "\"d\"")])
    #expect(seen.markers == ["", "b"])
    #expect(seen.ending == .circular)
  }

  @Test func `an empty page early in the list does not end the walk`() {
    let seen = walk(["": ("1", "\"b\""), "b": (nil, "\"c\""), "c": ("2", "null")])
    #expect(seen.markers == ["", "b", "c"])
    #expect(seen.ending == .complete)
  }

  @Test func `a list that is too long is cut without a last page`() {
    let seen = walk(most: 2, ["": ("1", "\"b\""), "b": ("2", "\"c\""), "c": ("3", "null")])
    #expect(seen.markers == ["", "b"])
    #expect(seen.ending == .cut(tail: false))
  }

  @Test func `a marker that is refused gets the walk stuck`() {
    let seen = walk(["": ("1", "\"b\"")])
    #expect(seen.markers == ["", "b"])
    #expect(seen.ending == .stuck)
  }
}

extension Walk {
  /// The requests of a walk over answers made up on the spot; the ending is nil after 50.
  static func transcript(
    _ traversal: Probe.Traversal, _ paging: Paging, _ answer: (Probe.Request) -> HTTPResponse
  ) -> (requests: [Probe.Request], ending: Transcript.Ending?) {
    let first = Probe.Request(path: "/v2/p/rows/7")
    var operation = Contract.Operation.sample()
    operation.paging = paging
    let reader = OperationReader(operation, of: .sample)
    var walk = Walk(Probe(operation: "Sample", first: first, traversal: traversal), paging: paging)
    var requests = [walk.first]
    while requests.count <= 50 {
      let last = requests[requests.count - 1]
      switch walk.step(after: Reading(answer(last), to: last, reader)) {
      case .ask(let request): requests.append(request)
      case .end(let ending): return (requests, ending)
      }
    }
    return (requests, nil)
  }
}

/// A list of numbers, read by limit and offset as it should be.
struct RowList {
  var rows: Int
  /// The raw number in `total`; absent from every page where it is nil.
  var total: Int?

  init(rows: Int) { self.init(rows: rows, total: rows) }

  init(rows: Int, total: Int?) {
    self.rows = rows
    self.total = total
  }

  func answer(_ request: Probe.Request) -> HTTPResponse {
    page(offset: request["offset"], limit: request["limit"])
  }

  func page(offset: String?, limit: String?) -> HTTPResponse {
    let start = min(rows, offset.flatMap(Int.init) ?? 0)
    let end = min(rows, start + (limit.flatMap(Int.init) ?? 10))
    let members = (start..<end).map { #"{"id":\#($0),"value":\#($0)}"# }
    let count = total.map { #""total":\#($0),"# } ?? ""
    return HTTPResponse(200, #"{\#(count)"rows":[\#(members.joined(separator: ","))]}"#)
  }
}

extension Probe.Request {
  /// The value of a parameter, percent-encoded.
  subscript(name: String) -> String? { query.first { $0.name == name }?.value }
}
