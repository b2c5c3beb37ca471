// SPDX-License-Identifier: Apache-2.0
// The rows of the data files keep the promises that a healthy registry has to keep.

import Foundation
import Testing

@testable import MockRegistry

struct RowTests {
  @Test(arguments: ListOperation.judged)
  func `rows are more than three pages and end within one`(list: ListOperation) {
    #expect((31...50).contains(list.baseRows.count))
    #expect(!list.baseRows.count.isMultiple(of: 10))
  }

  @Test(arguments: ListOperation.judged)
  func `what is read is what Foundation reads`(list: ListOperation) throws {
    let ours = "[" + list.baseRows.map(\.json).joined(separator: ",") + "]"
    let again = try JSONSerialization.jsonObject(with: Data(ours.utf8))
    let rows = try #require(again as? [NSDictionary])
    #expect(rows.count == list.baseRows.count)
    #expect(RawObject.array(Array(ours.utf8)) == list.baseRows)
  }

  @Test(arguments: ListOperation.judged)
  func `ids are unique and every status occurs twice`(list: ListOperation) {
    let rows = list.baseRows
    #expect(Set(rows.map { $0["id"] ?? $0["namespace_id"] }).count == rows.count)
    #expect(Set(rows.map { $0.fields.map(\.name) }).count == 1)
    guard list.rows.status != nil else { return }
    let words = rows.compactMap { $0.word(list.statusField).map(String.init) }
    #expect(Set(words) == Set(list.statusWords))
    for word in list.statusWords {
      #expect(words.count { $0 == word } >= 2)
    }
  }

  @Test(arguments: ListOperation.judged)
  func `no row ends before it begins, and open rows have no end`(list: ListOperation) throws {
    guard let times = list.rows.times else { return }
    for row in list.baseRows {
      let begin = try #require(row.word(times.begin))
      let end = try #require(row.word(times.end))
      if times.isZeroWhileOpen {
        let status = try #require(row.word(list.statusField))
        let isFinal = list.rows.status?.final.contains(String(status)) == true
        #expect((end == Timestamp.zero) != isFinal)
      }
      guard end != Timestamp.zero else { continue }
      #expect(try #require(seconds(begin)) <= #require(seconds(end)))
    }
  }

  @Test func `lists are in the order the registry promises`() throws {
    let times = try [ListOperation.webhookJobs: "updated_at", .replicationTasks: "start_time"].map {
      list,
      field in try list.baseRows.map { try #require($0.word(field).flatMap(seconds)) }
    }
    for list in times { #expect(list == list.sorted(by: >)) }
    let gc = ListOperation.gcTasks.baseRows.compactMap { $0.integer("id") }
    #expect(gc == gc.sorted(by: >))
    let retention = ListOperation.retentionTasks.baseRows.compactMap { $0.integer("id") }
    #expect(retention == retention.sorted())
    let jobs = ListOperation.instanceJobs.baseRows.compactMap { $0["id"] }
    #expect(jobs == jobs.sorted())
  }

  @Test func `counts and codes of retention tasks agree`() throws {
    for row in ListOperation.retentionTasks.baseRows {
      #expect(try #require(row.integer("retained")) <= #require(row.integer("total")))
      let status = try #require(row.word("status"))
      let code = ["Initialized": 0, "Pending": 0, "InProgress": 2][status] ?? 3
      #expect(row.integer("status_code") == code)
    }
  }

  @Test func `some GC task freed more than 32 bits can say`() {
    #expect(
      ListOperation.gcTasks.baseRows.contains { $0["job_parameters"]!.contains("91268055040") })
  }

  private func seconds(_ text: Substring) -> Int? { Timestamp(text)?.seconds }
}
