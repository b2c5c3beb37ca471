// SPDX-License-Identifier: Apache-2.0
// Holds patterns to what they match and to what they do not.

import Baselines
import Testing
import Wire

struct GlobTests {
  @Test(arguments: [
    ("", ""), ("*", ""), ("*", "anything"), ("a*", "a"), ("a*c", "abc"), ("a*c", "ac"),
    ("*b*", "abc"), ("a*b*c", "aXbYc"), ("**", "x"), (#"\*"#, "*"), (#"a\\"#, #"a\"#),
    ("*ab", "aab"), ("é*", "école"),
  ])
  func `a pattern matches`(pattern: String, text: String) { #expect(Glob(pattern).matches(text)) }

  @Test(arguments: [
    ("", "x"), ("a", "ab"), ("a", "ba"), ("a*", "ba"), ("*c", "cb"), ("a*a", "a"),
    ("a*b*c", "acb"), (#"\*"#, "x"), ("*ab*ab", "ab"),
  ])
  func `a pattern does not match`(pattern: String, text: String) {
    #expect(!Glob(pattern).matches(text))
  }

  @Test(arguments: ["", "a*b", #"a\*b"#, #"\"#, #""x" (string)"#])
  func `an exact pattern matches its text and no longer one`(text: String) {
    #expect(Glob(exactly: text).matches(text))
    #expect(!Glob(exactly: text).matches(text + "x"))
  }
}
