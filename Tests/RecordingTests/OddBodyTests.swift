// SPDX-License-Identifier: Apache-2.0
// Bodies that were kept in another form than they came, in part, or not at all.

import Conformance
import Contract
import Foundation
import Testing
import Wire

extension OddEntryTests {
  /// Bodies that are not the ones that came, and why.
  @Test func `a body in a file beside the recording is read, and one behind a link is not`()
    async throws
  {
    let name = "\(UUID()).json"
    let har = try ScratchHAR(entries: [
      Self.entry(content: #"{"size": -1, "_file": "\#(name)"}"#)
    ])
    let file = URL(filePath: har.path).deletingLastPathComponent().appending(path: name)
    let elsewhere = file.appendingPathExtension("elsewhere")
    defer { for url in [file, elsewhere] { try? FileManager.default.removeItem(at: url) } }
    try Data(#"{"total": 0, "jobs": []}"#.utf8).write(to: file)
    let id = "ListInstanceJobs.shape.total"
    #expect(try await har.results()[id]?.verdict == .passed(asserted: 1))
    try FileManager.default.moveItem(at: file, to: elsewhere)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: elsewhere)
    #expect(
      try await har.results()[id]?.verdict.reason?.contains("which is not beside the HAR file")
        == true)
  }

  @Test(arguments: [
    (#"{"size": 339}"#, "its body of 339 bytes was not kept; export with content"),
    (#"{"size": -1}"#, "its body was not kept; export with content"),
    ("{}", "its body was not kept; export with content"),
    (#"{"size": -1, "text": ""}"#, "its body was not kept; export with content"),
    (#"{"size": 0, "text": null}"#, "its body was not kept; export with content"),
    (
      #"{"size": 900, "text": "{\"total\": 1, \"jo"}"#, "only 16 of 900 bytes of its body were kept"
    ),
    (
      #"{"text": "{\"total\": 1, \"jobs\": [ … (truncated)"}"#,
      "its body was cut where it was recorded"
    ),
    (#"{"text": "{\"total\": 1, \"jobs\": [{…"}"#, "its body was cut where it was recorded"),
    (#"{"text": "{\"total\": 1, \"jobs..."}"#, "its body was cut where it was recorded"),
    (
      #"{"text": "{\"total\": 1, \"jo... (90 more bytes)"}"#,
      "its body was cut where it was recorded"
    ),
    (
      #"{"size": 24, "text": "b'{\"total\": 0, \"jobs\": []}'"}"#,
      "27 bytes were kept of 24 of its body; export it as it came"
    ),
    (
      #"{"size": -1, "_file": "a.json"}"#,
      "its body lies in a.json, which is not beside the HAR file; export with content embedded"
    ),
    (
      #"{"size": -1, "_file": "../a.json"}"#,
      "its body lies in ../a.json, which is not beside the HAR file; export with content embedded"
    ),
    (#"{"encoding": "base64", "text": "H4sIAAAAAAAA"}"#, "its body was kept compressed"),
    (
      #"{"encoding": "rot13", "text": "grkg"}"#, "its body was kept in the unknown encoding rot13"
    ),
    (#"{"text": {"total": 1}}"#, "its body was kept as JSON, and not as the text that came"),
    (#"{"text": [1]}"#, "its body was kept as JSON, and not as the text that came"),
    (#"{"comment": "not included"}"#, "its body was not kept (not included); export with content"),
  ])
  func `a body that was not kept whole is told with its own sentence`(
    content: String, words: String
  ) async throws {
    let results = try await ScratchHAR(entries: [Self.entry(content: content)]).results()
    #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
    let reason = results["ListInstanceJobs.shape.well-formed-json"]?.verdict.reason
    #expect(
      reason?.hasPrefix("not kept: GET /v2/p1/jobs?limit=100: \(words)") == true, "\(reason ?? "")")
    #expect(results["ListInstanceJobs.shape.status-200"]?.verdict == .passed(asserted: 1))
  }

  /// An error in each coding, as it travelled, and as a program keeps it that takes it for text.
  @Test(arguments: [
    (
      "deflate",
      "eJyrVkotKsovik/OT0lVslIKDg/SMzEAAkMlHahMbnE6UCInMzezRCGzWCG/tEQhP02hKDEvPVWpFgCH+BSh"
    ),
    ("deflate", "q1ZKLSrKL4pPzk9JVbJSCg4P0jMxAAJDJR2oTG5xOlAiJzM3s0Qhs1ghv7REIT9NoSgxLz1VqRYA"),
    (
      "br",
      "G0IAAATKbamOy2MwMH1oVg1Go0mLUQSHHLint7ZICiTYGDvHWkIzHj1NUog+WpQ1JvF09l2Ievyc3R+QGXHwAQ=="
    ),
    (
      "br",
      "Cx+AeyJlcnJvcl9jb2RlIjoiU1dSLjQwMDAwMSIsImVycm9yX21zZyI6ImxpbWl0IGlzIG91dCBvZiByYW5nZSJ9Aw=="
    ),
    (
      "zstd",
      "KLUv/SA/+QEAeyJlcnJvcl9jb2RlIjoiU1dSLjQwMDAwMSIsImVycm9yX21zZyI6ImxpbWl0IGlzIG91dCBvZiByYW5nZSJ9"
    ),
  ])
  func `a body that was kept as it travelled was kept compressed`(
    coding: String, base64: String
  ) async throws {
    let field = #"[{"name": "content-encoding", "value": "\#(coding)"}, {"name": "content-type""#
    let bytes = try #require(Data(base64Encoded: base64))
    let text = JSONText.quote(String(decoding: bytes, as: UTF8.self))
    for content in [
      #"{"size": \#(bytes.count), "encoding": "base64", "text": "\#(base64)"}"#,
      #"{"text": \#(text)}"#,
    ] {
      let entries = [(200, "100"), (400, "0")].map { status, limit in
        Self.entry(Self.url.replacing("100", with: limit), status: status, content: content)
          .replacing(#"[{"name": "content-type""#, with: field)
      }
      let results = try await ScratchHAR(entries: entries).results()
      #expect(results.filter { $0.verdict.outcome == .failed }.map(\.id) == [])
      let words = "kept compressed; export it decoded"
      for id in ["shape.well-formed-json", "errors.error-shape"] {
        #expect(results["ListInstanceJobs.\(id)"]?.verdict.reason?.hasSuffix(words) == true)
      }
    }
    let plain = Self.entry(content: #"{"text": "oops"}"#)
      .replacing(#"[{"name": "content-type""#, with: field)
    let results = try await ScratchHAR(entries: [plain]).results()
    #expect(results["ListInstanceJobs.shape.well-formed-json"]?.verdict.outcome == .failed)
  }

  @Test(arguments: [
    #"{"size": 0}"#, #"{"size": 0, "text": ""}"#,
  ])
  func `an empty body is empty where the program says so`(content: String) async throws {
    let results = try await ScratchHAR(entries: [Self.entry(content: content)]).results()
    #expect(results["ListInstanceJobs.shape.well-formed-json"]?.verdict.outcome == .failed)
  }

  @Test(arguments: [#"{"size": 9000, "#, #"{"size": 3, "encoding": "base64", "#, #"{"size": -1, "#])
  func `a whole body counts whatever its size is said to be`(start: String) async throws {
    let content = Self.content().replacing("{\"text\"", with: start + "\"text\"")
    let results = try await ScratchHAR(entries: [Self.entry(content: content)]).results()
    #expect(results["ListInstanceJobs.shape.well-formed-json"]?.verdict.outcome == .passed)
  }

  @Test func `base64 counts in other letters, without its end, and by any name`() async throws {
    let body = Data(Self.page(total: 1, ids: [1]).replacing("\"a\"", with: "\"ÿ~þ?ÿ\"").utf8)
    let text = body.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    let bare = text.replacing("=", with: "")
    #expect(text != body.base64EncodedString() && [text, bare].allSatisfy { !$0.isEmpty })
    let said = [" Base64 ", "base64url", "b64", "base-64"].map { #""encoding": "\#($0)""# }
    for (spelling, said) in [(text, said[0]), (bare, said[1]), (text, said[2]), (bare, said[3])]
      + [(text, #""size": \#(body.count)"#)]
    {
      let content = #"{\#(said), "text": "\#(spelling)"}"#
      let results = try await ScratchHAR(entries: [Self.entry(content: content)]).results()
      #expect(results["ListInstanceJobs.shape.well-formed-json"]?.verdict.outcome == .passed)
    }
  }
}
