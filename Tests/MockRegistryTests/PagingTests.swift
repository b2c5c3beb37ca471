// SPDX-License-Identifier: Apache-2.0
// Offsets, limits, markers and status filters of a healthy registry.

import Testing
import Wire

@testable import MockRegistry

private let byOffset = Listing.allCases.filter { !$0.turnsByMarker }

struct PagingTests {
  let registry = MockRegistry()

  @Test(arguments: byOffset, [1, 7, 10, 100])
  func `an offset walk visits every row once`(listing: Listing, limit: Int) {
    var ids: [String] = []
    var offset = 0
    while true {
      let response = registry.respond(ask(listing, "limit=\(limit)&offset=\(offset)"))
      #expect(response.object["total"] == "\(listing.baseRows.count)")
      guard !response.ids.isEmpty else { break }
      ids += response.ids
      offset += limit
    }
    #expect(ids == listing.baseRows.compactMap { $0["id"] })
  }

  @Test(arguments: [1, 4, 10, 100], [nil, "Success", "Running"])
  func `a marker walk visits every row once`(limit: Int, status: String?) {
    let filter = status.map { "&status=\($0)" } ?? ""
    var ids: [String] = []
    var marker = ""
    while true {
      let response = registry.respond(ask(.gcTasks, "limit=\(limit)\(filter)\(marker)"))
      #expect((1...limit).contains(response.ids.count))
      ids += response.ids
      guard let next = response.nextMarker else { break }
      marker = "&marker=" + PercentEncoding.encode(String(next))
    }
    let wanted = Listing.gcTasks.baseRows.filter {
      status == nil || $0["job_status"] == status?.quoted
    }
    #expect(ids == wanted.compactMap { $0["id"] })
  }

  @Test func `some markers end in an equals sign`() {
    #expect(registry.respond(ask(.gcTasks)).nextMarker?.hasSuffix("=") == true)
  }

  @Test(arguments: ["bogus", "MTIzNA==", "eyJpZCI6MTIzNH0", "%FF", "eyJpZCI6MDF9"])
  func `a marker that was never given out is refused`(marker: String) {
    #expect(registry.respond(ask(.gcTasks, "marker=\(marker)")).status == 400)
  }

  @Test(
    arguments: Listing.allCases,
    [
      "limit=0", "limit=-1", "limit=101", "limit=abc", "limit=", "limit", "limit=+5", "limit=1e1",
      "limit=9223372036854775808", "limit=5&limit=5", "x=%", "%zz=1", "x=%FF",
    ]
  )
  func `a bad query is refused`(listing: Listing, query: String) {
    #expect(registry.respond(ask(listing, query)).status == 400)
  }

  @Test(arguments: byOffset, ["-1", "abc", "", "9223372036854775808", "1.0", "0&offset=0"])
  func `a bad offset is refused`(listing: Listing, offset: String) {
    #expect(registry.respond(ask(listing, "offset=\(offset)")).status == 400)
  }

  @Test func `only instance jobs take an offset between pages`() {
    for listing in byOffset {
      let response = registry.respond(ask(listing, "limit=10&offset=5"))
      #expect(response.status == (listing == .instanceJobs ? 200 : 400))
    }
    #expect(registry.respond(ask(.gcTasks, "limit=10&offset=5")).status == 200)
  }

  @Test(arguments: byOffset, ["limit=100&offset=100", "offset=9223372036854775800"])
  func `a page behind the last is empty`(listing: Listing, query: String) {
    let response = registry.respond(ask(listing, query))
    #expect(response.status == 200)
    #expect(response.object["total"] == "\(listing.baseRows.count)")
    #expect(response.object[listing.listKey] == "[]")
  }

  @Test(arguments: Listing.allCases)
  func `a filter keeps the rows of one status and counts them`(listing: Listing) {
    for word in listing.filterWords ?? [] {
      let response = registry.respond(ask(listing, "limit=100&status=\(word)"))
      let wanted = listing.baseRows.filter { $0[listing.statusField] == word.quoted }
      #expect(response.rows == wanted)
      #expect(wanted.count >= 2)
      #expect(listing.turnsByMarker || response.object["total"] == "\(wanted.count)")
    }
  }

  @Test(arguments: Listing.allCases, ["NoSuch", "success", "", "Succeed%00", "%E2%98%83"])
  func `an unknown status is refused where there is a filter`(listing: Listing, word: String) {
    let response = registry.respond(ask(listing, "status=\(word)"))
    #expect(response.status == (listing.filterWords == nil ? 200 : 400))
  }

  @Test(arguments: Listing.allCases)
  func `parameters nobody documented change nothing`(listing: Listing) {
    let plain = registry.respond(ask(listing, "limit=7"))
    let decorated = registry.respond(ask(listing, "limit=7&page=3&sort=-id&flag"))
    #expect(plain.body == decorated.body)
  }
}
