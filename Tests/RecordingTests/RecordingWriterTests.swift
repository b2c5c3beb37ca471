// SPDX-License-Identifier: Apache-2.0
// A recording while it is written: entry by entry, whole at the end or not there at all.

import Conformance
import Contract
import Foundation
import SWRSpecs
import Testing
import Wire

@testable import Recording

@Suite struct RecordingWriterTests {
  private static let run = RecordedRun(
    mode: .embedded, facts: TargetFacts(of: .swr, endpoint: "https://h", values: [:]),
    selection: Selection(only: ["A"]), isPartial: true, notices: ["one"])

  private static func exchange(_ body: [UInt8], to path: String = "/v2/p/jobs") -> Exchange {
    Exchange(
      request: Probe.Request(path: path), endpoint: "https://h",
      result: .success(HTTPResponse(status: 200, headers: ["Content-Type": "a/b"], body: body)),
      seconds: 0.25, start: 1)
  }

  /// The files beside a path that belong to it.
  private static func leftovers(of path: String) throws -> [String] {
    let url = URL(filePath: path)
    return try FileManager.default.contentsOfDirectory(
      atPath: url.deletingLastPathComponent().path
    ).filter { $0.hasPrefix(".\(url.lastPathComponent.prefix(40)).") }
  }

  @Test func `every body comes back as it was`() async throws {
    let scratch = try ScratchHAR("")
    let writer = RecordingWriter(
      path: scratch.path, started: Date(timeIntervalSince1970: 0), of: .swr)
    let control = Array((0...0x7F).map { UInt8($0) })
    let bodies: [[UInt8]] = [
      [], control, Array("\"\\é漢😀".utf8), [0xFF, 0x00, 0xC3],
      Array(String(repeating: #"{"a":"\\\"x"}"#, count: 100_000).utf8),
      Array(repeating: 0xFE, count: 5000),
    ]
    for (number, body) in bodies.enumerated() {
      writer.keep(Self.exchange(body, to: "/v2/p/jobs/\(number)"))
    }
    #expect(try Data(contentsOf: URL(filePath: scratch.path)).isEmpty)
    #expect(writer.finish(Self.run) == nil)
    #expect(try Self.leftovers(of: scratch.path) == [])
    let written = Array(try Data(contentsOf: URL(filePath: scratch.path)))
    let log = try JSONDocument(parsing: written).root["log"]
    let entries = try #require(log?["entries"]?.elements.map { $0 })
    for (entry, body) in zip(entries, bodies) {
      let content = entry["response"]?["content"]
      let text = Array((content?["text"]?.string ?? "").utf8)
      let isText = content?["encoding"] == nil
      #expect((isText ? text : RecordedResponse.Body.decoded(base64: text)) == body)
      #expect(isText == (String(validating: body, as: UTF8.self) != nil))
      #expect(entry["startedDateTime"]?.string == "1970-01-01T00:00:01.000Z")
    }
    #expect(entries.count == bodies.count)
  }

  @Test func `what is known at the end stands behind the entries, and is read`() throws {
    let scratch = try ScratchHAR("")
    let writer = RecordingWriter(path: scratch.path, started: Date(), of: .swr)
    #expect(writer.finish(Self.run) == nil)
    let session = try RecordedSession(path: scratch.path, operations: [], of: .swr)
    #expect(session.isPartial && session.notices == ["one"])
    #expect(session.run?.mode == .embedded && session.facts == Self.run.facts)
    #expect(session.selection == Self.run.selection)
  }

  @Test func `what is not ended or not wanted leaves nothing`() throws {
    let scratch = try ScratchHAR("before")
    do {
      let writer = RecordingWriter(path: scratch.path, started: Date(), of: .swr)
      writer.keep(Self.exchange([]))
    }
    RecordingWriter(path: scratch.path, started: Date(), of: .swr).discard()
    #expect(try Self.leftovers(of: scratch.path) == [])
    #expect(try String(contentsOfFile: scratch.path, encoding: .utf8) == "before")
  }

  @Test func `a file that cannot be written says why at the end`() {
    let nowhere = RecordingWriter(path: "/no/such/a.har", started: Date(), of: .swr)
    nowhere.keep(Self.exchange([]))
    #expect(nowhere.finish(Self.run) == "there is no such folder")
    let folder = FileManager.default.temporaryDirectory.path
    let taken = RecordingWriter(path: folder, started: Date(), of: .swr)
    #expect(taken.finish(Self.run) == "it is a folder")
  }
}
