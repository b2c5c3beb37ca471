// SPDX-License-Identifier: Apache-2.0
// HAR files as tests write them, and what comes of judging them.

import Conformance
import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import Redaction
import SWRSpecs
import Wire

@testable import Recording

/// A file that goes away with its owner.
final class ScratchHAR: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).har").path

  init(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A file of another program with these entries.
  convenience init(entries: [String], head: String = "") throws {
    try self.init("\(head){\"log\": {\"entries\": [\(entries.joined(separator: ",\n"))]}}")
  }

  func session() throws -> RecordedSession {
    try RecordedSession(path: path, operations: Catalog.operations, of: .swr)
  }

  /// What is said of each case of the recording; of each operation that is in it, where another program
  /// wrote it, for an unoptimized build takes a second to plan all of them.
  func results(selection: Selection? = nil) async throws -> [CaseResult] {
    let session = try session()
    let asked = session.requests.map { Set($0.exchanges.map(\.operation)) } ?? []
    let plan = Plan(
      for: Catalog.operations.filter { asked.isEmpty || asked.contains($0.id) },
      against: session.facts,
      selection: selection ?? session.selection ?? Selection(), recorded: session.requests)
    return await Run(plan, over: session.transport).results()
  }
}

/// One entry as another program writes it.
struct ForeignEntry {
  var url: String
  var method = "GET"
  var headers = #"[{"name": "x-auth-token", "value": "a-token-of-somebody"}]"#
  var status = 200
  var answerHeaders =
    #"[{"name": "content-type", "value": "application/json"}, {"name": ":status", "value": "200"}]"#
  var body = #"{"text": "{\"total\":0,\"jobs\":[]}"}"#

  var text: String {
    """
    {"request": {"method": "\(method)", "url": "\(url)", "headers": \(headers)},
    "response": {"status": \(status), "headers": \(answerHeaders), "content": \(body)}}
    """
  }
}

/// A run over the mock that was written down.
struct MockRecording {
  let results: [CaseResult]
  /// What was sent.
  let asked: [Probe.Request]
  let file: ScratchHAR
  /// Why it was not written down.
  let failure: String?

  /// - Parameter transport: Stands between the run and the mock.
  init(
    _ configuration: MockRegistry.Configuration, operation: String? = nil,
    through transport: (EmbeddedTransport, MockRegistry) -> any Transport = { base, _ in base }
  ) async throws {
    let registry = MockRegistry(configuration)
    let facts = TargetFacts(of: registry, for: .swr)
    let selection = Selection(
      only: operation.map { ["\($0)."] } ?? [], allowsUnsafeMethods: true)
    let plan = Plan(for: Catalog.operations, against: facts, selection: selection)
    let embedded = EmbeddedTransport(registry, for: .swr, waits: false)
    file = try ScratchHAR("")
    let writer = RecordingWriter(path: file.path, started: Date(), of: .swr)
    let run = Run(
      plan, over: transport(embedded, registry), concurrency: 1, observer: { writer.keep($0) })
    results = await run.results()
    asked = run.readings.map(\.request)
    failure = writer.finish(RecordedRun(mode: .embedded, facts: facts, selection: selection))
  }
}
