// SPDX-License-Identifier: Apache-2.0
// A page written from its table is, byte for byte, the page that is made of objects.

import Testing
import Wire

@testable import MockRegistry

struct StencilTests {
  /// A mutation that takes every row out of its table and changes none.
  private static let idle = Variant("idle", "every row is made an object", .row { _, _ in })

  @Test(arguments: ListOperation.copied, [nil, 0, 1, 40, 47, 300, 1_000_000, 500_000_000])
  func `a page is the same with and without objects`(list: ListOperation, count: Int?) {
    let written = MockRegistry(.init(rows: count))
    let made = MockRegistry(.init(rows: count, variants: [Self.idle]))
    for request in samples(of: list) + deep(list, count ?? 40) {
      #expect(written.answer(request) == made.answer(request), "\(request.target)")
    }
  }

  @Test(arguments: ListOperation.judged)
  func `rows that move are the same with and without objects`(list: ListOperation) {
    let written = MockRegistry(.init(rows: 60, seed: 5, churn: 1))
    let made = MockRegistry(.init(rows: 60, seed: 5, variants: [Self.idle], churn: 1))
    for _ in 0..<60 {
      let request = ask(list, "limit=100")
      #expect(written.answer(request) == made.answer(request))
    }
  }

  @Test(arguments: ["31", "523", "371"])
  func `rows of another owner are the same with and without objects`(owner: String) {
    for (list, fact) in [
      (ListOperation.webhookJobs, "webhook_policy_id"), (.retentionTasks, "retention_execution_id"),
      (.replicationTasks, "replication_execution_id"),
    ] {
      let request = ask(list, "limit=100", replacing: fact, with: owner)
      #expect(
        MockRegistry().answer(request)
          == MockRegistry(.init(variants: [Self.idle])).answer(request))
    }
  }

  @Test(arguments: ListOperation.judged)
  func `a stencil that has not moved is its row`(list: ListOperation) {
    for row in list.baseRows {
      let stencil = Stencil(row, of: list.rows)
      var bytes: [UInt8] = []
      stencil.write(Distance(), to: &bytes)
      #expect(stencil.object(Distance()) == row)
      #expect(bytes == row.bytes)
    }
  }

  @Test(arguments: ListOperation.copied, [1, 977, -3])
  func `ids and times move by the stride and nothing else does`(list: ListOperation, steps: Int)
    throws
  {
    let stride = try #require(list.rows.stride)
    for row in list.baseRows {
      let moved = Stencil(row, of: list.rows).object(Distance().moved(steps, by: stride))
      for (old, new) in zip(row.fields, moved.fields) where old != new {
        if let number = Int(old.json) {
          let distance = try #require(Int(new.json)) - number
          #expect(distance == steps * (old.name == "id" ? stride.ids : stride.seconds))
        } else if let time = try? Instant(parsing: old.json.unquoted) {
          let distance = try Instant(parsing: new.json.unquoted).seconds - time.seconds
          #expect(distance == Int64(steps * stride.seconds))
        } else {
          let ids = [old, new].map { UInt32($0.json.unquoted.prefix(8), radix: 16) ?? 0 }
          #expect(ids[1] &- ids[0] == UInt32(truncatingIfNeeded: steps * stride.hexadecimal))
          #expect(old.json.dropFirst(9) == new.json.dropFirst(9))
        }
      }
    }
  }

  @Test(arguments: [
    (0, 1, "0"), (7, 2, "07"), (10, 1, "10"), (2026, 4, "2026"), (10_000, 4, "10000"),
  ])
  func `a number is written in at least so many digits`(number: Int, width: Int, text: String) {
    var bytes: [UInt8] = []
    bytes.append(number, width: width)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  /// Requests around the end of the first copy of the data file, and of the list.
  private func deep(_ list: ListOperation, _ count: Int) -> [HTTPRequest] {
    [1, 7, 100].flatMap { limit in
      [30, 40, count / 2, count - 1, count].flatMap { row in
        let query = "limit=\(limit)&offset=\(max(0, row) / limit * limit)"
        return
          ([""] + (list.filterWords ?? []).map { "&\(list.wordFilter?.parameter ?? "")=\($0)" }).map
        {
          ask(list, query + $0)
        }
      }
    }
  }
}
