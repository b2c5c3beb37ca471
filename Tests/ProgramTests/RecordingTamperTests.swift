// SPDX-License-Identifier: Apache-2.0
// Forges the recording of a bundle, mends every sum, and expects to hear what cannot be.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct RecordingTamperTests {
  /// What is edited in the first entry, and how `verify` tells it.
  static let edits: [(what: String, old: String, new: String, told: String)] = [
    ("a second text", #""text": "{"#, #""text": "", "text": "{"#, "in other words than this suite"),
    ("a size", #""size": "#, #""size": 1"#, "in other words than this suite"),
    ("a length", #""bodySize": "#, #""bodySize": 1"#, "in other words than this suite"),
    (
      "a date before the run", #""startedDateTime": "2"#, #""startedDateTime": "1"#,
      "at a time outside of the run"
    ),
    (
      "a date behind the run", #""startedDateTime": "2"#, #""startedDateTime": "3"#,
      "at a time outside of the run"
    ),
    ("a negative time", #""time": "#, #""time": -1"#, "that took less than no time"),
    ("a negative wait", #""wait": "#, #""wait": -1"#, "that took less than no time"),
    (
      "a redirection", #""redirectURL": """#, #""redirectURL": "/elsewhere""#,
      "in other words than this suite"
    ),
    (
      "another endpoint", #""url": "http://127.0.0.1:8080"#, #""url": "http://127.0.0.1:8081"#,
      "that is no exchange with http://127.0.0.1:8080"
    ),
    (
      "a request without a token that is said to be our own",
      #"{"name": "X-Auth-Token", "value": "redacted"}"#, "", "in other words than this suite"
    ),
    (
      "a wrong token that is said to be our own", #""value": "redacted""#, #""value": "wrong""#,
      "in other words than this suite"
    ),
    (
      "a body of a GET", #""bodySize": 0"#, #""bodySize": 9"#,
      "in other words than this suite"
    ),
    (
      "a query that the URL has not", #""queryString": []"#,
      #""queryString": [{"name": "limit", "value": "5"}]"#, "in other words than this suite"
    ),
    (
      "a media type that the header has not", #""mimeType": "application/json""#,
      #""mimeType": "text/html""#, "in other words than this suite"
    ),
    (
      "a member of somebody else", #""cache": {}"#, #""cache": {}, "comment": "true""#,
      "in other words than this suite"
    ),
    ("an indentation", "        \"request\"", "         \"request\"", "in other words than"),
    ("another creator", #""creator": {"name": ""#, #""creator": {"name": "x"#, "has the head in"),
    ("a byte behind the end", "  }\n}\n", "  }\n}\n\n", "goes on behind its end"),
    (
      "a notice of nobody", #""notices": []"#, #""notices": ["certificates were verified"]"#,
      "report.json  is not what the recording gives"
    ),
  ]

  @Test(arguments: edits)
  func `a recording that was edited is found though the sums are right`(
    edit: (what: String, old: String, new: String, told: String)
  ) async throws {
    let verify = try await Self.verify { text in
      let place =
        edit.what.hasSuffix("end") ? text.ranges(of: edit.old).last : text.firstRange(of: edit.old)
      return text.replacingCharacters(in: try #require(place), with: edit.new)
    }
    #expect(verify.status == 1, "\(edit.what)")
    #expect(verify.output.contains("differs  "), "\(edit.what)")
    #expect(verify.output.contains(edit.told), "\(edit.what): \(verify.output)")
  }

  @Test func `an entry that stands there twice is found`() async throws {
    let verify = try await Self.verify { text in
      let entry = try #require(Self.entries(in: text).first)
      return text.replacing(entry, with: entry + ",\n" + entry, maxReplacements: 1)
    }
    #expect(verify.status == 1)
    #expect(verify.output.contains("differs  recording.har  has entry 2, GET /v2/"))
    #expect(verify.output.contains(", twice\n"))
  }

  @Test func `an entry that no plan asks for is found`() async throws {
    let verify = try await Self.verify { text in
      let entry = try #require(Self.entries(in: text).first { $0.contains("gc?limit=100") })
      let other = entry.replacing("limit=100", with: "limit=99")
        .replacing(#""value": "100""#, with: #""value": "99""#)
      return text.replacing(entry, with: entry + ",\n" + other, maxReplacements: 1)
    }
    #expect(verify.status == 1)
    #expect(verify.output.contains("gc?limit=99, that no plan asks for"))
  }

  @Test func `a file that was written anew by another program is found`() async throws {
    let verify = try await Self.verify { text in
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      return String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }
    #expect(verify.status == 1)
    #expect(verify.output.contains("differs  recording.har  has the head in other words"))
  }

  @Test(arguments: [
    ["--fault", "gc-token-repeated"], ["--fault", "gc-body-latin1"], ["--fault", "gc-nan"], [],
  ])
  func `what a server sends is never taken for forged`(options: [String]) async throws {
    let bundle = ScratchBundle()
    let known = try await ProgramRun("mock", "--list-faults").output
    let isThere = options.last.map(known.contains) ?? true
    let run = try await ProgramRun(
      ["bundle", bundle.path, "--only", "ListGcTasks"] + (isThere ? options : []))
    #expect([0, 1, 4].contains(run.status))
    let verify = try await bundle.verify()
    #expect(verify.status == 0, "\(verify.output)")
  }

  private static func entries(in text: String) -> [String] {
    let start = "      {\n        \"startedDateTime\""
    return text.split(separator: start).dropFirst().map { part in
      let end = part.firstRange(of: "\n      }")?.upperBound ?? part.endIndex
      return start + part[..<end]
    }
  }

  /// Edits the recording, mends the sums, and verifies.
  private static func verify(_ edit: (String) throws -> String) async throws -> ProgramRun {
    let bundle = try await ScratchBundle.copy()
    try bundle.edit("recording.har", edit)
    try bundle.mendSums()
    return try await bundle.verify()
  }
}
