// SPDX-License-Identifier: Apache-2.0
// Asks one URL many times the way a run does; Tests/Benchmarks/requesting.py times it beside others.

import Conformance
import Contract
import Foundation
import LiveTransport
import SWRSpecs
import Synchronization
import Wire

/// What all who ask count together.
final class Counts: Sendable {
  let requests = Atomic(0)
  let bytes = Atomic(0)
}

/// Sends the requests side by side and counts what came.
func fetch(_ count: Int, from endpoint: String, at once: Int) async throws -> Int {
  let target = Target(facts: TargetFacts(of: .swr, endpoint: endpoint, values: [:]), access: .open)
  var limits = CurlTransport.Limits()
  limits.connections = once
  let transport = try CurlTransport(target: target, limits: limits)
  let counts = Counts()
  try await withThrowingTaskGroup { group in
    for _ in 0..<once {
      group.addTask {
        while case let number = counts.requests.add(1, ordering: .relaxed).newValue, number <= count
        {
          let request = HTTPRequest(target: "/page?\(number)")
          let body = try await transport.send(request, as: .own).body
          counts.bytes.add(body.count, ordering: .relaxed)
        }
      }
    }
    try await group.waitForAll()
  }
  return counts.bytes.load(ordering: .relaxed)
}

guard CommandLine.arguments.count == 4, let count = Int(CommandLine.arguments[2]),
  let once = Int(CommandLine.arguments[3])
else {
  print("usage: transport-benchmark ENDPOINT REQUESTS AT-ONCE")
  exit(2)
}
print(try await fetch(count, from: CommandLine.arguments[1], at: once))
