// SPDX-License-Identifier: Apache-2.0
// What arrives at a socket tells its trace where somebody asked for that.

import Conformance
import Contract
import LiveTransport
import Loopback
import SWRSpecs
import Synchronization
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(30)))
struct TraceTests {
  private func received(_ trace: TraceContext?) async throws -> [String?] {
    let fields = Mutex<[String?]>([])
    let server = try LoopbackServer { request in
      fields.withLock { $0.append(request.headers[TraceContext.field]) }
      return LoopbackAnswer(HTTPResponse(status: 200))
    }
    defer { server.stop() }
    let facts = TargetFacts(
      of: .swr, endpoint: "http://127.0.0.1:\(server.port)", values: [:],
      reproduction: .init(trace: trace))
    let transport = try CurlTransport(target: Target(facts: facts, access: .token("t")))
    for target in ["/a", "/a", "/b"] {
      _ = try await transport.send(HTTPRequest(target: target), as: .own)
    }
    return fields.withLock { $0 }
  }

  @Test func `each request has the trace of the run and a span of its own`() async throws {
    let trace = TraceContext()
    let told = try await received(trace)
    #expect(
      told == [
        trace.value(for: "/a"), trace.value(for: "/a", sent: 1), trace.value(for: "/b"),
      ])
    #expect(try await received(nil) == [nil, nil, nil])
  }
}
