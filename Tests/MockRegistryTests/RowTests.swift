// SPDX-License-Identifier: Apache-2.0
// The rows of the data files keep the promises that a healthy registry has to keep.

import Foundation
import Testing

@testable import MockRegistry

struct RowTests {
  @Test(arguments: Listing.allCases)
  func `rows are more than three pages and end within one`(listing: Listing) {
    #expect((31...50).contains(listing.baseRows.count))
    #expect(!listing.baseRows.count.isMultiple(of: 10))
  }

  @Test(arguments: Listing.allCases)
  func `what is read is what Foundation reads`(listing: Listing) throws {
    let ours = "[" + listing.baseRows.map(\.json).joined(separator: ",") + "]"
    let again = try JSONSerialization.jsonObject(with: Data(ours.utf8))
    let rows = try #require(again as? [NSDictionary])
    #expect(rows.count == listing.baseRows.count)
    #expect(RawObject.array(Array(ours.utf8)) == listing.baseRows)
  }

  @Test(arguments: Listing.allCases)
  func `ids are unique and every status occurs twice`(listing: Listing) {
    let rows = listing.baseRows
    #expect(Set(rows.map { $0["id"] }).count == rows.count)
    #expect(Set(rows.map { $0.fields.map(\.name) }).count == 1)
    let words = rows.compactMap { $0.word(listing.statusField).map(String.init) }
    #expect(Set(words) == Set(listing.statusWords))
    for word in listing.statusWords {
      #expect(words.count { $0 == word } >= 2)
    }
  }

  @Test(arguments: Listing.allCases)
  func `no row ends before it begins, and open rows have no end`(listing: Listing) throws {
    for row in listing.baseRows {
      let begin = try #require(row.word(listing.times.begin))
      let end = try #require(row.word(listing.times.end))
      let status = try #require(row.word(listing.statusField))
      let isFinal = listing.finalWords.contains(String(status))
      if listing == .retentionTasks || listing == .replicationTasks {
        #expect((end == Timestamp.zero) != isFinal)
      }
      guard end != Timestamp.zero else { continue }
      #expect(try #require(seconds(begin)) <= #require(seconds(end)))
    }
  }

  @Test func `lists are in the order the registry promises`() throws {
    let times = try [Listing.webhookJobs: "updated_at", .replicationTasks: "start_time"].map {
      listing,
      field in try listing.baseRows.map { try #require($0.word(field).flatMap(seconds)) }
    }
    for list in times { #expect(list == list.sorted(by: >)) }
    let gc = Listing.gcTasks.baseRows.compactMap { $0.integer("id") }
    #expect(gc == gc.sorted(by: >))
    let retention = Listing.retentionTasks.baseRows.compactMap { $0.integer("id") }
    #expect(retention == retention.sorted())
    let jobs = Listing.instanceJobs.baseRows.compactMap { $0["id"] }
    #expect(jobs == jobs.sorted())
  }

  @Test func `counts and codes of retention tasks agree`() throws {
    for row in Listing.retentionTasks.baseRows {
      #expect(try #require(row.integer("retained")) <= #require(row.integer("total")))
      let status = try #require(row.word("status"))
      let code = ["Initialized": 0, "Pending": 0, "InProgress": 2][status] ?? 3
      #expect(row.integer("status_code") == code)
    }
  }

  @Test func `some GC task freed more than 32 bits can say`() {
    #expect(Listing.gcTasks.baseRows.contains { $0["job_parameters"]!.contains("91268055040") })
  }

  private func seconds(_ text: Substring) -> Int? {
    Timestamp(text)?.seconds
  }
}
