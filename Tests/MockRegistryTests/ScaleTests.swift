// SPDX-License-Identifier: Apache-2.0
// A million rows that are never all there, none at all, and rows that move.

import Testing
import Wire

@testable import MockRegistry

struct ScaleTests {
  let million = MockRegistry(.init(rows: 1_000_000))

  @Test(arguments: ListOperation.copied.filter { !$0.turnsByMarker })
  func `the last page of a million rows is at hand`(list: ListOperation) {
    let last = million.respond(ask(list, "limit=10&offset=999990"))
    #expect(last.object["total"] == "1000000")
    #expect(last.ids.count == 10)
    let first = million.respond(ask(list, "limit=10&offset=0"))
    #expect(Set(first.ids).isDisjoint(with: last.ids))
  }

  @Test(arguments: ListOperation.copied)
  func `ids stay unique and the order holds across copies`(list: ListOperation) throws {
    let rows = Table(list, rows: 2_000).view()[0..<2_000]
    #expect(rows.count == 2_000)
    #expect(Set(rows.map { $0["id"] }).count == 2_000)
    let keys = rows.map { row -> String in
      if list == .webhookJobs { return String(row["updated_at"]!.prefix(20)) }
      if list == .replicationTasks { return String(row["start_time"]!.prefix(20)) }
      return String(repeating: "0", count: max(0, 40 - row["id"]!.count)) + row["id"]!
    }
    #expect(keys == (list.rows.newestFirst ? keys.sorted(by: >) : keys.sorted()))
  }

  @Test(arguments: ListOperation.copied, [5, 40, 47, 300])
  func `a filtered total counts what a scan finds`(list: ListOperation, count: Int) {
    let table = Table(list, rows: count)
    let rows = table.view()[0..<count]
    for word in list.statusWords {
      let view = table.view(status: word)
      let wanted = rows.filter { $0[list.statusField] == word.quoted }
      #expect(view.count == wanted.count)
      #expect(view[0..<view.count] == wanted)
    }
  }

  @Test func `a marker deep in a million rows finds its page`() throws {
    let table = Table(.gcTasks, rows: 1_000_000)
    let before = table.view()[700_000]
    let marker = Marker(id: try #require(before.integer("id")))
    let query = "limit=3&marker=" + PercentEncoding.encode("\(marker)")
    let page = million.respond(ask(.gcTasks, query))
    #expect(page.ids == table.view()[700_001..<700_004].compactMap { $0["id"] })
  }

  @Test(arguments: ListOperation.copied)
  func `an empty registry is healthy`(list: ListOperation) {
    let response = MockRegistry(.init(rows: 0)).respond(ask(list))
    #expect(response.status == 200)
    #expect(response.object[list.key] == "[]")
    #expect(response.nextMarker == nil)
  }

  @Test(arguments: ["2026-03-02T09:52:39.8312Z", "2024-02-28T23:59:59Z", "1969-12-31T23:59:59.9Z"])
  func `a time moved there and back is itself`(text: String) throws {
    for distance in [0, 1, 86_400, 31_622_400, 3_155_760_000, -86_401] {
      var time = try #require(Timestamp(text))
      time.seconds += distance
      var back = try #require(Timestamp(time.text))
      back.seconds -= distance
      #expect(back.text == text)
    }
  }

  @Test func `the day after February 28 depends on the year`() {
    var texts: [String] = []
    for year in ["2023", "2024", "2100", "2000"] {
      var time = Timestamp("\(year)-02-28T12:00:00Z")!
      time.seconds += 86_400
      texts.append(String(time.text.prefix(10)))
    }
    #expect(texts == ["2023-03-01", "2024-02-29", "2100-03-01", "2000-02-29"])
  }
}

struct ChurnTests {
  private func bodies(_ list: ListOperation, seed: UInt64, churn: Int?) -> [[UInt8]] {
    let registry = MockRegistry(.init(seed: seed, churn: churn))
    return (0..<60).map { _ in registry.respond(ask(list, "limit=100")).body }
  }

  @Test(arguments: ListOperation.copied)
  func `data moves on every second request and alike for a seed`(list: ListOperation) {
    let moving = bodies(list, seed: 7, churn: 2)
    #expect(moving == bodies(list, seed: 7, churn: 2))
    #expect(moving != bodies(list, seed: 8, churn: 2))
    #expect(Set(moving).count > 20)
    #expect(Set(bodies(list, seed: 7, churn: nil)).count == 1)
  }

  @Test(arguments: ListOperation.judged)
  func `rows that move stay healthy`(list: ListOperation) {
    let registry = MockRegistry(.init(seed: 3, churn: 1))
    for _ in 0..<40 {
      let response = registry.respond(ask(list, "limit=100"))
      #expect(Set(response.ids).count == response.ids.count)
      let times = response.rows(of: list).compactMap { $0["updated_at"]?.prefix(20) }
      if list == .webhookJobs { #expect(times == times.sorted(by: >)) }
    }
  }

  @Test func `threads that ask at once each get an answer of their own`() async {
    let registry = MockRegistry(.init(churn: 3))
    let ids = await withTaskGroup(of: String?.self, returning: Set<String>.self) { group in
      for number in 0..<200 {
        let request = ask(ListOperation.judged[number % ListOperation.judged.count])
        group.addTask { registry.respond(request).headers["X-Request-Id"] }
      }
      return await group.reduce(into: []) { if let id = $1 { $0.insert(id) } }
    }
    #expect(ids.count == 200)
  }
}
