// SPDX-License-Identifier: Apache-2.0
// What shards say, put together, is what one run says.

import Contract
import EmbeddedTarget
import Reporting
import SWRSpecs
import Testing
import Wire

@testable import Conformance
@testable import Fleet

@Suite struct ShardTests {
  /// An object that asks for a list of another operation, that list, and one that stands alone.
  private static let operations = Catalog.operations.filter {
    ["ListInstance", "ShowInstance", "ListGcTasks"].contains($0.id)
  }
  private static let order = operations.map(\.id)

  /// The report of a shard, or of everything, and the same as a row of a fleet.
  private struct Judged {
    var name: String
    var report: Report
    var json: [UInt8] { Array(JSONReport(contract: "sha256:0").text(of: report).utf8) }

    init(
      _ shard: Shard?, fault: String? = nil, options: [String] = [],
      of chosen: Selection = Selection(), among operations: [Contract.Operation] = operations
    ) async {
      name = shard.map { "\($0)" } ?? "whole"
      let (facts, transport) = EmbeddedMock.registry(for: .swr)
        .target(EmbeddedMock.Wishes(fault: fault))
      let part = shard.map { Report.Part($0, of: "", options: options) }
      let whole = Plan(for: operations, against: facts, selection: chosen)
      let selection = part.map { chosen.limited(to: $0, among: operations) } ?? chosen
      let plan = Plan(for: operations, against: facts, selection: selection)
      let run = Run(plan, over: transport, concurrency: 1)
      let results = await run.results()
      report = Report(
        of: .swr, mode: .embedded, endpoint: facts.endpoint, started: "2026-01-02T03:04:05Z",
        seconds: 1, waiting: 0, requests: run.requestCount, results: results,
        readings: run.readings, exit: ExitCode(of: results, isPart: part != nil))
      report.target = facts
      report.coverage = run.coverage(results)
      report.part = part
      report.part?.shared = part.map { whole.count(of: run.readings, sharedBy: $0) } ?? 0
    }

    var fleet: [UInt8] {
      Array(
        FleetReport(
          of: .swr, contract: "sha256:0", started: report.started, seconds: 1, part: report.part,
          rows: [FleetReport.Row("", report)]
        ).json.utf8)
    }
  }

  /// A report without what its requests took and without the ids that a server gives to answers.
  private func steady(_ json: some Sequence<UInt8>) throws -> String {
    let root = try JSONDocument(parsing: Array(json)).root
    let members = root.members.map { member -> (key: String, value: JSONTree) in
      guard member.name == "exchanges" else { return (member.name, JSONTree(member.value)) }
      let exchanges = member.value.elements.map { exchange in
        ["operation", "request", "status", "bytes"].map { exchange[$0]?.raw ?? "" }
          .joined(separator: " ")
      }
      return (member.name, .array(exchanges.sorted().map { .string($0) }))
    }
    return JSONTree.object(members).document.replacing(
      /"received": "[0-9a-f]{32}"/, with: #""received": "an id""#)
  }

  @Test func `the shards of a run say together what the run says`() async throws {
    let fault = "gc-id-string"
    let whole = await Judged(nil, fault: fault)
    #expect(whole.report.exit == .failed)
    for count in [1, 2, 3, 8] {
      var shards: [Judged] = []
      for number in 1...count {
        shards.append(await Judged(Shard(number, of: count), fault: fault))
      }
      #expect(shards.contains { $0.report.results.isEmpty } == (count == 8))
      let files = shards.map { (name: $0.name, bytes: $0.json) }
      guard case .report(let json, let exit) = try ShardSet(files.reversed()).whole(of: Self.order)
      else {
        Issue.record("a report became a fleet")
        return
      }
      #expect(exit == whole.report.exit)
      #expect(try steady(json.utf8) == steady(whole.json))
      let rows = shards.map { (name: $0.name, bytes: $0.fleet) }
      guard case .fleet(let fleet) = try ShardSet(rows).whole(of: Self.order) else {
        Issue.record("a fleet became a report")
        return
      }
      #expect(Array(fleet.json.utf8) == whole.fleet)
    }
  }

  @Test func `what several shards ask of an operation of none is counted once`() async throws {
    let ids = ["ListInstance", "ListInstanceNamespaces"]
    let askers = [
      "ListInstanceWebhookJobs", "ListInstanceReplicationPolicyExecSubTasks", "ShowInstance",
    ]
    let operations = Catalog.operations.filter { (ids + askers).contains($0.id) }
    let chosen = Selection(only: askers.map { "\($0)." })
    let whole = await Judged(nil, of: chosen, among: operations)
    #expect(Set(whole.report.timings.map(\.operation)) == Set(ids + askers))
    for count in [2, 3, 5, 8] {
      var shards: [Judged] = []
      for number in 1...count {
        shards.append(await Judged(Shard(number, of: count), of: chosen, among: operations))
      }
      let sent = shards.map(\.report.requests).reduce(0, +)
      let shared = shards.compactMap(\.report.part?.shared).reduce(0, +)
      #expect(sent - shared == whole.report.requests, "of \(count) shards")
    }
  }

  @Test func `a shard that another program has written again is the same shard`() async throws {
    let shards = [await Judged(Shard(1, of: 2)), await Judged(Shard(2, of: 2))]
    let compact = JSONTree(try JSONDocument(parsing: shards[1].json).root).text()
      .replacing("\n", with: "").replacing("/", with: "\\/")
    let files = [(name: "1", bytes: shards[0].json), (name: "2", bytes: Array(compact.utf8))]
    #expect(throws: Never.self) { try ShardSet(files).whole(of: Self.order) }
  }

  @Test func `shards of another run are refused by name`() async throws {
    let shards = [
      await Judged(Shard(1, of: 2), options: ["--strict"]),
      await Judged(Shard(2, of: 2), options: ["--strict"]),
    ]
    let files = shards.map { (name: "\($0.report.part!.shard.number).json", bytes: $0.json) }
    func other(_ change: (inout Report) -> Void) -> (name: String, bytes: [UInt8]) {
      var judged = shards[1]
      change(&judged.report)
      return ("other.json", judged.json)
    }
    let refused: [([(name: String, bytes: [UInt8])], String)] = [
      ([files[0]], "shard 2/2 is missing; name every file"),
      ([files[0], files[0]], "1.json and 1.json are both shard 1/2; leave one of them out"),
      (files + [("fleet.json", shards[0].fleet)], "one is of a fleet, and one is not"),
      ([files[0], ("w.json", Array("{}".utf8))], "w.json is JSON and no report"),
      ([files[0], ("w.json", Array("[".utf8))], "; write it again with --report json=FILE"),
      ([files[0], other { $0.part = nil }], "other.json is a whole report and no shard"),
      (
        [files[0], other { $0.part?.shard = Shard(3, of: 8)! }], "says that it is shard 3/8 and has"
      ),
      ([files[0], other { $0.part?.options = [] }], "the options are none, and --strict there"),
      ([files[0], other { $0.endpoint = "http://b" }], "the target is another one"),
      ([files[0], other { $0.profile.suite.version = "0" }], "suite or contract is another one"),
    ]
    for (files, words) in refused {
      let problem = try #require(throws: ShardSet.Problem.self) { try ShardSet(files) }
      #expect("\(problem)".contains(words))
    }
    #expect(throws: Never.self) { try ShardSet(files) }
  }

  @Test func `a shell finds the same shard`() throws {
    // printf %s 'staging/ListGcTasks' | sha256sum | cut -c1-8 is f58b7d6d.
    #expect(Shard.number(of: "ListGcTasks", of: "staging", among: 8) == 6)
    #expect(Shard(0, of: 8) == nil && Shard(9, of: 8) == nil && Shard(1, of: 0) == nil)
    let parts = (1...8).map { number in
      Catalog.operations.count { Shard(number, of: 8)!.has($0.id, of: "") }
    }
    #expect(parts.reduce(0, +) == Catalog.operations.count)
  }

  @Test func `the worst code of several is the code of all`() {
    let order: [ExitCode] = [.passed, .unasserted, .unreachable, .usage, .failed, .interrupted]
    for (place, code) in order.enumerated() {
      #expect(ExitCode.worst(of: order[...place].reversed()) == code)
    }
    #expect(ExitCode.worst(of: []) == .passed)
  }
}
