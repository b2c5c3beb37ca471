// SPDX-License-Identifier: Apache-2.0
// A hundred bundles that were forged in twenty ways, sums and all, each found.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct ForgeryTests {
  /// A way to forge, five times: by a number from 0 to 4.
  struct Way: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var forge: @Sendable (ForgedBundle, Int) throws -> Void

    init(_ name: String, _ forge: @escaping @Sendable (ForgedBundle, Int) throws -> Void) {
      (testDescription, self.forge) = (name, forge)
    }
  }

  static let pages = ["README.md", "junit.xml", "report.html", "report.json", "target.json"]
  static let levels = ["shape", "paging", "filters", "relations", "errors"]

  static let ways: [Way] = [
    Way("a byte behind a page") { bundle, number in
      try bundle.edit(pages[number]) { $0 + " " }
    },
    Way("a page is gone") { bundle, number in
      try FileManager.default.removeItem(at: bundle[pages[number]])
    },
    Way("a file more") { bundle, number in
      try Data([65]).write(to: bundle["extra-\(number).txt"])
    },
    Way("a badge says more") { bundle, number in
      try bundle.edit("badges/\(levels[number]).svg") { $0.replacing(">", with: " >") }
    },
    Way("a case has another outcome") { bundle, number in
      try bundle.replace(
        #""outcome": "passed""#, with: #""outcome": "warned""#, at: number, in: "report.json")
    },
    Way("a case asserts more") { bundle, number in
      try bundle.replace(#""asserted": "#, with: #""asserted": 1"#, at: number, in: "report.json")
    },
    Way("a case has another rule") { bundle, number in
      try bundle.replace(#""rule": ""#, with: #""rule": "x-"#, at: number, in: "report.json")
    },
    Way("the report is of another day, release, endpoint, mode or exit") { bundle, number in
      let words = [
        (#""started": "2"#, #""started": "1"#), (#""version": "0"#, #""version": "9"#),
        (#""endpoint": "http"#, #""endpoint": "https"#),
        (#""mode": "embedded""#, #""mode": "live""#),
        (#""exit": 0"#, #""exit": 1"#),
      ][number]
      try bundle.replace(words.0, with: words.1, at: 0, in: "report.json")
    },
    Way("an entry is gone") { bundle, number in
      try bundle.editEntries { $0.remove(at: number * 3 % $0.count) }
    },
    Way("an entry stands twice") { bundle, number in
      try bundle.editEntries { $0.append($0[number * 3 % $0.count]) }
    },
    Way("an entry has another status") { bundle, number in
      try bundle.replace(
        #""status": 200"#, with: #""status": 404"#, at: number, in: "recording.har")
    },
    Way("an entry has another row") { bundle, number in
      try bundle.replace(#"{\"id\":"#, with: #"{\"ident\":"#, at: number, in: "recording.har")
    },
    Way("an entry is of another endpoint") { bundle, number in
      try bundle.replace(
        #""url": "http://127.0.0.1"#, with: #""url": "http://127.0.0.2"#, at: number,
        in: "recording.har")
    },
    Way("an entry is of another year") { bundle, number in
      try bundle.replace(
        #""startedDateTime": "20"#, with: #""startedDateTime": "19"#, at: number,
        in: "recording.har")
    },
    Way("an entry took less than no time") { bundle, number in
      try bundle.replace(#""wait": "#, with: #""wait": -9"#, at: number, in: "recording.har")
    },
    Way("an entry carries another nonce") { bundle, number in
      try bundle.replace(
        "(\(ForgedBundle.nonce))", with: "(another-nonce)", at: number, in: "recording.har")
    },
    Way("the recording says another selection, nonce, mode, target or schema") { bundle, number in
      let words = [
        (#""isThorough": false"#, #""isThorough": true"#),
        (#""nonce": ""#, #""nonce": "x"#), (#""mode": "embedded""#, #""mode": "live""#),
        (#""instance_id": ""#, #""instance_id": "0"#), (#"recording/1""#, #"recording/9""#),
      ][number]
      try bundle.replace(words.0, with: words.1, at: 0, in: "recording.har")
    },
    Way("the manifest says other terms") { bundle, number in
      let words = [
        (#""strict": false"#, #""strict": true"#), (#""thorough": false"#, #""thorough": true"#),
        (#""nonce": ""#, #""nonce": "x"#), (#""claims": ["shape", "#, #""claims": ["#),
        (#""contract": "sha256:"#, #""contract": "sha256:0"#),
      ][number]
      try bundle.replace(words.0, with: words.1, at: 0, in: "manifest.json")
    },
    Way("the bundle is for another reviewer, everywhere") { bundle, number in
      for file in ["recording.har", "manifest.json"] {
        try bundle.edit(file) { $0.replacing(ForgedBundle.nonce, with: "other-nonce-\(number)") }
      }
    },
    Way("the statement is about something else") { bundle, number in
      let words = [
        (#""PASSED""#, #""FAILED""#), (#""sha256": ""#, #""sha256": "0"#),
        (#""manifest.json""#, #""other.json""#), (#""passedTests": ["#, #""passedTests": ["x", "#),
        ("Statement/v1", "Statement/v0.1"),
      ][number]
      try bundle.edit("statement") { text in
        let isOther = text.contains(words.0)
        return isOther ? text.replacing(words.0, with: words.1, maxReplacements: 1) : text + " "
      }
    },
  ]

  @Test func `an honest bundle is taken`() async throws {
    #expect(try await ForgedBundle.copy().differences() == [])
    #expect(Self.ways.count * 5 == 100)
  }

  @Test(arguments: ways)
  func `a forged bundle is found`(way: Way) async throws {
    for number in 0..<5 {
      let bundle = try await ForgedBundle.copy()
      try way.forge(bundle, number)
      try bundle.mendSums()
      #expect(await bundle.differences() != [], "\(number)")
    }
  }
}
