// SPDX-License-Identifier: Apache-2.0
// One pass over a HAR file: entries, what is left out of them, and where it is found again.

import Conformance
import Foundation
import Testing
import Wire

@testable import Recording

@Suite struct HARScannerTests {
  /// More than one window, with every kind of escape, also where windows end.
  private static let long: String = String(
    repeating: #"{\"a\":\"\\\"b\\\"\u00e9\ud83d\ude00\n ä 漢 😀\"}\/"#, count: 300)

  private static func entries(
    _ text: String, window: Int
  ) throws -> (entries: [HARSkeleton], frame: HARSkeleton, file: RecordingFile) {
    let scratch = try ScratchHAR(text)
    let file = try RecordingFile(path: scratch.path)
    var scanner = try HARScanner(file, window: window) { false }
    var entries: [HARSkeleton] = []
    while let entry = try scanner.next() { entries.append(entry) }
    return (entries, scanner.frame, file)
  }

  @Test(arguments: [16, 17, 23, 64, 1000])
  func `entries are found wherever the windows end`(window: Int) throws {
    let texts = [#"{"a":"} ] \" {"}"#, "{}", #"{"b":[{"c":"\\"}]}"#]
    let text = #"{"log":{"x":["entries",{}],"entries":[\#(texts.joined(separator: " ,"))],"z":{}}}"#
    let (entries, frame, _) = try Self.entries(text, window: window)
    #expect(entries.map { String(decoding: $0.bytes, as: UTF8.self) } == texts)
    let bytes = Array(text.utf8)
    for entry in entries { #expect(bytes[entry.start...].starts(with: entry.bytes)) }
    let skeleton = #"{"log":{"x":["entries",{}],"entries":[0 ,0 ,0],"z":{}}}"#
    #expect(String(decoding: frame.bytes, as: UTF8.self) == skeleton)
    #expect(frame.fileOffset(of: skeleton.utf8.count) == bytes.count)
  }

  @Test(arguments: [16, 61, 1024, 1031, 1 << 18])
  func `long strings are left out, wherever they stand, and read as if they were not`(
    window: Int
  ) throws {
    let long = Self.long
    let text =
      #"{"log":{"entries":[{"\#(long)":1,"short":"\"s","a":["\#(long)","\#(long)x"],"n":7}]}}"#
    let (entries, _, file) = try Self.entries(text, window: window)
    let entry = try #require(entries.first)
    #expect(entry.bytes.count < 100)
    let root = HARMember(try entry.parsed(), entry, file)
    let wanted = try JSONDocument(parsing: Array(text.utf8)).root["log"]?["entries"]?[0]
    #expect(root["short"]?.string == "\"s")
    #expect(root["short"]?.literal == nil)
    #expect(root["n"]?.integer == 7)
    #expect(root["a"]?.elements.map(\.string) == wanted?["a"]?.elements.map(\.string))
    #expect(root["a"]?.elements.map(\.literal) == wanted?["a"]?.elements.map(\.span))
  }

  @Test(arguments: [16, 1000, 1 << 18])
  func `a fault behind long strings is told where it stands`(window: Int) throws {
    let head = #"{"log":{"entries":[{"a":"\#(Self.long)","b":"#
    for (rest, reason) in [
      ("nul", JSONSyntaxError.Reason.unknownWord), (#""\#(Self.long)\x""#, .invalidEscape),
      (#""\#(Self.long)"#, .stringNotClosed),
    ] {
      let text = head + rest
      let wanted = #expect(throws: JSONSyntaxError.self) {
        try JSONDocument(parsing: Array(text.utf8))
      }
      let problem = #expect(throws: RecordingProblem.self) {
        try Self.entries(text + (reason == .unknownWord ? "}" : ""), window: window)
          .entries.forEach { _ = try $0.parsed() }
      }
      let offset = reason == .unknownWord ? text.utf8.count : wanted?.offset
      #expect(problem == offset.map { .notJSON(reason, at: $0) })
    }
  }
}

@Suite struct RecordedBodyTests {
  private static let jobs = "https://gw.example.com/v2/p1/jobs"
  private static let page = "{\"x\":\"\(String(repeating: "é\\n", count: 200_000))\"}"

  private func body(_ content: String) async throws -> [UInt8] {
    var entry = ForeignEntry(url: Self.jobs)
    entry.body = content
    let transport = try ScratchHAR(entries: [entry.text]).session().transport
    return try await transport.send(Probe.Request(path: "/v2/p1/jobs")).body
  }

  @Test func `a body that is longer than a window is read whole`() async throws {
    #expect(try await body(#"{"text": \#(JSONText.quote(Self.page))}"#) == Array(Self.page.utf8))
  }

  @Test func `a long body may be Base64, with what is no letter of it`() async throws {
    let text = Data(Self.page.utf8).base64EncodedString(options: .lineLength76Characters)
    let content = #"{"encoding": "BASE64", "text": \#(JSONText.quote(text))}"#
    #expect(try await body(content) == Array(Self.page.utf8))
  }

  @Test func `a body that is said to be Base64 and is none is taken as it stands`() async throws {
    let content = #"{"encoding": "base64", "text": \#(JSONText.quote(Self.page))}"#
    #expect(try await body(content) == Array(Self.page.utf8))
  }

  @Test func `a token that is longer than what is kept is hidden all the same`() async throws {
    let token = "MIIE+" + String(repeating: "0123456789/abc", count: 200)
    var entry = ForeignEntry(url: Self.jobs)
    entry.headers = #"[{"name": "X-Auth-Token", "value": "\#(token)"}]"#
    entry.body = #"{"text": "{\"total\":0,\"jobs\":[],\"x\":\"\#(token)\"}"}"#
    let results = try await ScratchHAR(entries: [entry.text]).results()
    let leaks = results.filter { $0.rule == "token-is-not-repeated" }
    #expect(leaks.contains { $0.verdict.outcome == .failed })
  }

  @Test func `a recording that somebody shortens while it is judged says so`() async throws {
    var entry = ForeignEntry(url: Self.jobs)
    entry.body = #"{"text": \#(JSONText.quote(Self.page))}"#
    let scratch = try ScratchHAR(entries: [entry.text])
    let transport = try scratch.session().transport
    #expect(truncate(scratch.path, 1000) == 0)
    await #expect(throws: TransportFailure.self) {
      try await transport.send(Probe.Request(path: "/v2/p1/jobs"))
    }
  }
}
