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
      for (number, line) in try Project.lines(of: file).enumerated() {
        #expect(Self.vendor(in: line) == nil, "\(file):\(number + 1): \(line)")
        #expect(Self.state(in: line) == nil, "\(file):\(number + 1): \(line)")
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
  private static func vendor(in line: String) -> Substring? {
    line.firstMatch(
      of: #/(?:SWR|\b[Ss]wr|\bswr|[Hh]uawei|\b[Hh]arbor\b|APIGW|\bAPIG\b)/#)?.output
  }

  /// A word for the state of a row, as a text of its own; verdicts and protocols have other words.
  private static func state(in line: String) -> Substring? {
    line.firstMatch(
      of: #/"(?:Succeed|Success|InProgress|Initialized|Initializing|Scheduled|Stopped|Creating)"/#
    )?.output
  }
}
