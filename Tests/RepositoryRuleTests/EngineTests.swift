// SPDX-License-Identifier: Apache-2.0
// Reads the rooms that serve any API for the words of one, because whoever judges another meets them.

import Foundation
import Testing

@Suite struct EngineTests {
  private static let engine = Room.all.filter { !Room.ofOneAPI.contains($0.module) }

  @Test(arguments: engine.map(\.module))
  func `a room that serves any API names none`(module: String) throws {
    let room = try #require(Self.engine.first { $0.module == module })
    for file in Project.files(in: room.folder) where !file.hasSuffix(".md") {
      let text = try Project.text(of: file)
      for word in [Self.vendor(in: text), Self.state(in: text)].compactMap(\.self) {
        let number = text[..<word.startIndex].count(where: \.isNewline) + 1
        Issue.record("\(file):\(number): \(word)")
      }
    }
  }

  @Test func `a room that serves any API imports none that serves one`() {
    for room in Self.engine {
      #expect(Room.ofOneAPI.isDisjoint(with: room.rooms), "\(room.module)")
    }
  }

  @Test func `the words of one API are seen wherever they stand`() {
    for line in [
      "import SWRSpecs", "// as Harbor does", "\"X-Swr-Id\"", "case huaweiCloud", "APIGW.0301",
      "let name = \"swr-conformance\"",
    ] {
      #expect(Self.vendor(in: line) != nil, "\(line)")
    }
    for line in ["func answred()", "var isWrittenInUTC", "isWrong", "harborless is no word"] {
      #expect(Self.vendor(in: line) == nil, "\(line)")
    }
    #expect(Self.state(in: "case \"Succeed\": nil") != nil)
    #expect(Self.state(in: "case failed, stopped") == nil)
  }

  /// The name of a vendor or of a part of one's service.
  private static func vendor(in text: String) -> Substring? {
    text.firstMatch(
      of: #/(?:SWR|\b[Ss]wr|\bswr|[Hh]uawei|\b[Hh]arbor\b|APIGW|\bAPIG\b)/#)?.output
  }

  /// A word for the state of a row, as a text of its own; verdicts and protocols have other words.
  private static func state(in text: String) -> Substring? {
    text.firstMatch(
      of: #/"(?:Succeed|Success|InProgress|Initialized|Initializing|Scheduled|Stopped|Creating)"/#
    )?.output
  }
}
