// SPDX-License-Identifier: Apache-2.0
// The documentation's own examples on trial: what is wrong with each, and that the ledger knows it.

import Conformance
import Contract
import Foundation
import SWRSpecs
import Testing
import Wire

@Suite struct DocumentedExampleTests {
  /// The examples byte for byte, in the order of the catalogue.
  static let files = [
    "webhook_jobs_as_documented.json", "instance_jobs_as_documented.json",
    "retention_tasks_as_documented.json", "gc_tasks_as_documented.txt",
    "replication_tasks_as_documented.json",
  ]

  @Test func `each example has exactly the findings that are known`() async throws {
    var lines: [String] = []
    for trial in try Self.trials() {
      lines.append("\(trial.operation.id)  \(trial.file)")
      for result in await trial.results() {
        lines += (result.level == .shape ? result.findings : []).map {
          "  \($0.severity.rawValue)  \(result.id.dropFirst(trial.operation.id.count + 1))"
            + "\n    \($0.summary)"
        }
        if let quirkResult = result.quirkResult, quirkResult.outcome == .asExample {
          lines.append(
            "  quirk  \(result.id.split(separator: ".").last ?? "")  \(quirkResult.side ?? "")")
        }
      }
    }
    try Self.expect(lines.joined(separator: "\n") + "\n")
  }

  @Test func `whatever is wrong with an example stands in the ledger`() async throws {
    for trial in try Self.trials() {
      let known = Set(
        trial.operation.quirks.flatMap { PageLedger.keys[$0.id] ?? [] }.map(Self.subject))
      let faulty = await trial.results().filter {
        $0.level == .shape && $0.findings.contains(where: \.isFault)
      }
      for result in faulty {
        #expect(known.contains(Self.subject(of: result, in: trial.operation)), "\(result.id)")
      }
    }
  }

  @Test func `the example that is no JSON is told with its byte, and one byte repairs it`() throws {
    let bytes = try Self.bytes("gc_tasks_as_documented.txt")
    #expect(throws: JSONSyntaxError(offset: 201, reason: .commaOrBraceExpected)) {
      try JSONDocument(parsing: bytes)
    }
    let repair = try #require(JSONRepair(of: bytes))
    #expect("\(repair)" == "without the \" at byte 201 it is JSON")
  }

  /// One example as the answer to every request.
  struct Trial: Transport {
    var operation: Contract.Operation
    var file: String
    var body: [UInt8]

    func send(
      _ request: HTTPRequest, as credential: Credential
    ) async throws(TransportFailure) -> HTTPResponse {
      HTTPResponse(
        status: .init(200),
        headers: ["Content-Type": "application/json", "X-Request-Id": "example"], body: body)
    }

    /// Of the levels that one answer can be judged on.
    func results() async -> [CaseResult] {
      let facts = TargetFacts(
        of: .swr, endpoint: "http://registry.example.com",
        values: Dictionary(uniqueKeysWithValues: Profile.swr.facts.map { ($0, "1") }))
      let plan = Plan(
        for: [operation], against: facts, selection: Selection(claims: [.shape, .quirks]))
      return await Run(plan, over: self, concurrency: 1).results()
        .filter { [.shape, .quirks].contains($0.level) }
    }
  }

  private static func trials() throws -> [Trial] {
    try zip(Catalog.operations, files).map { operation, file in
      Trial(operation: operation, file: file, body: try bytes(file))
    }
  }

  /// What a key is about, such as `200.jobs.status_text`.
  private static func subject(of key: String) -> String { String(key.split(separator: ":")[1]) }

  /// What a case of the level shape is about, as keys of the ledger write it.
  private static func subject(of result: CaseResult, in operation: Contract.Operation) -> String {
    let name = result.id.dropFirst("\(operation.id).\(result.level.rawValue).".count)
    if name == "well-formed-json" { return "200" }
    return "200." + (name.hasSuffix(".present") ? name.dropLast(".present".count) : name)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static func bytes(_ file: String) throws -> [UInt8] {
    Array(
      try Data(
        contentsOf: folder.deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "Fixtures/documented/\(file)")))
  }

  /// With `RECORD_GOLDENS` in the environment the text is written, and the test fails all the same.
  private static func expect(_ text: String) throws {
    let golden = folder.appending(path: "Goldens/documented-examples.txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(text.utf8).write(to: golden)
      Issue.record("the golden was recorded")
    }
    #expect(text == (try String(contentsOf: golden, encoding: .utf8)))
  }
}

extension Finding {
  /// Whether the finding is more than a note.
  fileprivate var isFault: Bool { severity != .note }
}
