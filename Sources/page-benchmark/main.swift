// SPDX-License-Identifier: Apache-2.0
// Times what one page of a list costs on one thread: grammar alone, and all rules that a page shows.

import Conformance
import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import SWRSpecs
import Wire

let registry = MockRegistry(.init(rows: 100_000))
let facts = TargetFacts(of: registry, for: .swr)
let operation = Contract.Operation.listInstanceRetentionPolicyExecTasks
let path = operation.path.filled { name in
  operation.parameter(name)?.fact.flatMap { facts[$0] }
}!
let transport = EmbeddedTransport(registry, for: .swr, waits: false)
var pages: [[UInt8]] = []
for page in 0..<400 {
  let request = Probe.Request(
    path: path, query: [.init("limit", "100"), .init("offset", "\(page * 100)")])
  pages.append(try await transport.send(request).body)
}
let bytes = pages.reduce(0) { $0 + $1.count } / pages.count

/// The median time of a page over some rounds through all of them.
func microseconds(_ pages: [[UInt8]], _ read: ([UInt8]) -> Bool) -> Double {
  let rounds = (0..<15).map { _ in
    ContinuousClock().measure {
      for page in pages where !read(page) { fatalError("a page of the mock was not read") }
    } / .microseconds(1) / Double(pages.count)
  }
  return rounds.sorted()[rounds.count / 2]
}

func tell(_ what: String, _ time: Double, _ bytes: Int) {
  print("\(what)  \((time * 10).rounded() / 10) µs a page, \(Int(Double(bytes) / time)) MB/s")
}

print("\(pages.count) different pages of 100 retention tasks, \(bytes) bytes each, one thread")
let reader = OperationReader(operation, of: facts)
tell(
  "grammar alone, on a tape      ", microseconds(pages) { (try? JSONDocument(parsing: $0)) != nil },
  bytes)
tell(
  "all rules of fields and rows  ",
  microseconds(pages) { reader.rowCount(of: $0, observing: false) == 100 }, bytes)
tell(
  "the same, and all quirks      ",
  microseconds(pages) { reader.rowCount(of: $0, observing: true) == 100 }, bytes)

/// The pages as a registry sends them that writes some text otherwise.
@MainActor func pages(with text: String, for other: String) -> [[UInt8]] {
  pages.map { Array(String(decoding: $0, as: UTF8.self).replacing(other, with: text).utf8) }
}

for (what, odd) in [
  ("with a member more in each row", pages(with: #""more":1,"id":"#, for: #""id":"#)),
  ("with times of another offset  ", pages(with: #"+08:00""#, for: #"Z""#)),
] {
  tell(what, microseconds(odd) { reader.rowCount(of: $0, observing: false) == 100 }, bytes)
}
