// SPDX-License-Identifier: Apache-2.0
// Which word somebody is taken to have meant.

import Testing
import Wire

struct SpellingTests {
  @Test(arguments: [
    ("endpiont", "endpoint"), ("projectid", "project_id"), ("tokne", "token"), ("ru", "run"),
    ("run", "run"), ("retention_policy", "retention_policy_id"), ("Policy", "retention_policy_id"),
  ])
  func `a slip leads to the word that was meant`(word: String, meant: String) {
    let known = ["endpoint", "project_id", "run", "token", "retention_policy_id"]
    #expect(Spelling.nearest(to: word, among: known) == meant)
  }

  @Test func `a word that is far from all others leads nowhere`() {
    #expect(Spelling.nearest(to: "weather", among: ["run", "list", "mock"]) == nil)
    #expect(Spelling.nearest(to: "xy", among: ["ab"]) == nil)
    #expect(Spelling.nearest(to: "pol", among: ["retention_policy_id"]) == nil)
    #expect(Spelling.nearest(to: "policy", among: ["retention_policy_id"], within: 2) == nil)
    #expect(Spelling.nearest(to: "", among: ["ab"]) == nil)
    #expect(Spelling.nearest(to: "run", among: []) == nil)
  }

  @Test func `of equally near words the first one counts`() {
    #expect(Spelling.nearest(to: "lint", among: ["list", "line"]) == "list")
  }

  @Test func `two letters in the wrong order are one slip`() {
    #expect(Spelling.nearest(to: "--quite", among: ["--quirk", "--quiet"]) == "--quiet")
  }
}
