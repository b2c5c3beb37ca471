// SPDX-License-Identifier: Apache-2.0
// The times of an exchange in a HAR file: written so that they add up, and read back.

import Conformance
import Contract
import Foundation
import SWRSpecs
import Testing
import Wire

@testable import Recording

@Suite struct TimingsTests {
  private static let path = "/v2/p/jobs"

  /// The entry that is written for an exchange, and what is read back from it.
  private static func roundTrip(
    _ phases: ExchangePhases?
  ) async throws -> (entry: JSONValue, phases: ExchangePhases?) {
    let scratch = try ScratchHAR("")
    let writer = RecordingWriter(
      path: scratch.path, started: Date(timeIntervalSince1970: 0), of: .swr)
    let body = Array(#"{"total":0,"jobs":[]}"#.utf8)
    writer.keep(
      Exchange(
        request: Probe.Request(path: path), endpoint: "https://h",
        result: .success(HTTPResponse(status: 200, body: body, phases: phases)),
        seconds: 1.5, start: 0))
    let facts = TargetFacts(of: .swr, endpoint: "https://h", values: [.projectID: "p"])
    let run = RecordedRun(
      mode: .live, facts: facts,
      selection: Selection(budgets: TimeBudgets(general: 1, own: ["ListGcTasks": 2.5])))
    #expect(writer.finish(run) == nil)
    let bytes = Array(try Data(contentsOf: URL(filePath: scratch.path)))
    let log = try JSONDocument(parsing: bytes).root["log"]
    let session = try RecordedSession(path: scratch.path, operations: Catalog.operations, of: .swr)
    #expect(session.selection?.budgets == run.selection.budgets)
    let response = try await session.transport.send(Probe.Request(path: path))
    return (try #require(log?["entries"]?.elements.first), response.phases)
  }

  @Test func `what was measured adds up to the time, and is read back`() async throws {
    let phases = ExchangePhases(
      nameLookup: 0.125, connect: 0.25, tls: 0.5, firstByte: 0.75, lastByte: 1)
    let (entry, read) = try await Self.roundTrip(phases)
    let timings = try #require(entry["timings"])
    let names = ["blocked", "dns", "connect", "ssl", "send", "wait", "receive"]
    let values = names.map { name in timings[name]?.number.flatMap { Double($0.raw) } }
    #expect(values == [500, 125, 375, 250, 0, 250, 250])
    let sum = values.reduce(0) { $0 + ($1 ?? 0) } - 250
    #expect(entry["time"]?.number.flatMap { Double($0.raw) } == sum)
    #expect(read == phases)
  }

  @Test func `what did not occur is -1 and takes no time`() async throws {
    let phases = ExchangePhases(nameLookup: 0, connect: 0, tls: 0, firstByte: 0.5, lastByte: 0.5)
    let (entry, read) = try await Self.roundTrip(phases)
    for name in ["dns", "connect", "ssl"] { #expect(entry["timings"]?[name]?.number?.raw == "-1") }
    #expect(read == phases)
  }

  @Test func `where nobody measured all of it was waiting`() async throws {
    let (entry, read) = try await Self.roundTrip(nil)
    #expect(entry["timings"]?["wait"]?.number.flatMap { Double($0.raw) } == 1500)
    #expect(read?.lastByte == 1.5 && read?.tls == 0)
  }
}
