// SPDX-License-Identifier: Apache-2.0
// Offsets, limits, markers and status filters of a healthy registry.

import Testing
import Wire

@testable import MockRegistry

private let byOffset = ListOperation.judged.filter { $0.paging.parameters.contains("offset") }

struct PagingTests {
  let registry = MockRegistry()

  @Test(arguments: byOffset, [1, 7, 10, 100])
  func `an offset walk visits every row once`(list: ListOperation, limit: Int) {
    var ids: [String] = []
    var offset = 0
    while true {
      let response = registry.respond(ask(list, "limit=\(limit)&offset=\(offset)"))
      #expect(response.object["total"] == "\(list.ownRows.count)")
      guard !response.ids.isEmpty else { break }
      ids += response.ids
      offset += limit
    }
    #expect(ids == list.ownRows.compactMap { $0["id"] })
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
    let wanted = ListOperation.gcTasks.baseRows.filter {
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
    arguments: ListOperation.judged.filter { !$0.isObject },
    [
      "limit=0", "limit=-1", "limit=101", "limit=abc", "limit=", "limit", "limit=+5", "limit=1e1",
      "limit=9223372036854775808", "limit=5&limit=5", "x=%", "%zz=1", "x=%FF",
    ]
  )
  func `a bad query is refused`(list: ListOperation, query: String) {
    #expect(registry.respond(ask(list, query)).status == 400)
  }

  @Test(arguments: byOffset, ["-1", "abc", "", "9223372036854775808", "1.0", "0&offset=0"])
  func `a bad offset is refused`(list: ListOperation, offset: String) {
    #expect(registry.respond(ask(list, "offset=\(offset)")).status == 400)
  }

  @Test func `only the lists of a project take an offset between pages`() {
    for list in byOffset {
      let response = registry.respond(ask(list, "limit=10&offset=5"))
      let isAny = list == .instanceJobs || list == .instances
      #expect(response.status == (isAny ? 200 : 400))
    }
    #expect(registry.respond(ask(.gcTasks, "limit=10&offset=5")).status == 200)
  }

  @Test(arguments: byOffset, ["limit=100&offset=100", "offset=9223372036854775800"])
  func `a page behind the last is empty`(list: ListOperation, query: String) {
    let response = registry.respond(ask(list, query))
    #expect(response.status == 200)
    #expect(response.object["total"] == "\(list.ownRows.count)")
    #expect(response.object[list.key] == "[]")
  }

  @Test(arguments: ListOperation.judged)
  func `a filter keeps the rows of one word and counts them`(list: ListOperation) throws {
    for word in list.filterWords ?? [] {
      let filter = try #require(list.wordFilter)
      let response = registry.respond(ask(list, "limit=100&\(filter.parameter)=\(word)"))
      let wanted = list.ownRows.filter { $0.text(at: filter.field) == word }
      #expect(response.rows == wanted)
      #expect(wanted.count >= 2)
      #expect(list.turnsByMarker || response.object["total"] == "\(wanted.count)")
    }
  }

  @Test(arguments: ListOperation.judged, ["NoSuch", "success", "", "Succeed%00", "%E2%98%83"])
  func `an unknown status is refused where there is a filter`(list: ListOperation, word: String) {
    let response = registry.respond(ask(list, "status=\(word)"))
    #expect(response.status == (list.wordFilter?.parameter == "status" ? 400 : 200))
  }

  @Test(arguments: ListOperation.judged)
  func `parameters nobody documented change nothing`(list: ListOperation) {
    let plain = registry.respond(ask(list, "limit=7"))
    let decorated = registry.respond(ask(list, "limit=7&page=3&sort=-id&flag"))
    #expect(plain.body == decorated.body)
  }
}
