// SPDX-License-Identifier: Apache-2.0
// What is hidden in a recording, and that everything beside it stays where it was.

import Testing
import Wire

@testable import Conformance

@Suite struct RedactionTests {
  private static let token = "MIIE/a-token-of-forty-characters-0123456789"
  private let redaction = Redaction(
    secrets: [Self.token, "s3cr3t-key", "seven77"], names: ["AK0123456789"])

  @Test func `a secret becomes a mark of the same length`() {
    let text = redaction.redacted(#"{"error_msg":"\#(Self.token) is wrong","n":1}"#)
    let stars = String(repeating: "*", count: Self.token.count - Redaction.mark.count)
    #expect(text == #"{"error_msg":"\#(Redaction.mark)\#(stars) is wrong","n":1}"#)
  }

  @Test func `a short secret becomes the whole mark`() {
    #expect(redaction.redacted("<s3cr3t-key>") == "<\(Redaction.mark)>")
  }

  @Test func `a text of seven bytes is no secret`() {
    #expect(redaction.redacted("seven77") == "seven77")
  }

  @Test func `a name becomes stars, which repeat nothing`() {
    #expect(redaction.redacted("AK0123456789 is new") == "************ is new")
  }

  @Test(arguments: [
    token.replacing("/", with: #"\/"#), token.replacing("/", with: "%2F"),
    token.replacing("/", with: "%2f"), token.replacing("/", with: #"\u002f"#),
    token.replacing("/", with: #"\\\/"#), token.replacing("/", with: #"\\u002F"#),
  ])
  func `a secret is known in every spelling`(spelling: String) {
    let stars = String(repeating: "*", count: spelling.utf8.count - Redaction.mark.utf8.count)
    #expect(redaction.redacted("%x\\\(spelling)y") != "%x\\\(spelling)y")
    #expect(redaction.redacted("x\(spelling)y%") == "x\(Redaction.mark)\(stars)y%")
  }

  @Test func `a secret is found behind any number of other beginnings`() {
    let redaction = Redaction(secrets: [#"//s/cr\et"#])
    let long = String(repeating: "\\", count: 300_000)
    let text = "%2F/\\u002f\\/\(long)/%2fs\\u002Fcr\(long)et \(long)"
    let redacted = redaction.redacted(text)
    #expect(redacted.hasPrefix("%2F/\\u002f\\/\(Redaction.mark)*"))
    #expect(redacted.hasSuffix("* \(long)"))
  }

  @Test(arguments: [
    (#"pä"ss\word"#, #"pä\"ss\\word"#), (#"pä"ss\word"#, #"p\u00e4\"ss\\word"#),
    (#"pä"ss\word"#, "p%C3%A4%22ss%5Cword"),
    ("a&b<c>d=e'f", #"a\u0026b\u003cc\u003ed\u003de\u0027f"#),
  ])
  func `a password is known by its escapes`(password: String, spelling: String) {
    let redaction = Redaction(secrets: [password])
    #expect(redaction.redacted("<\(password)>").hasPrefix("<\(Redaction.mark)"))
    #expect(redaction.redacted("<\(spelling)>").hasPrefix("<\(Redaction.mark)"))
  }

  @Test(arguments: [
    (#"{"redis_url_reg":"redis://:p%40ss@h:1/2","x":1}"#, #"{"redis_url_reg":"~","x":1}"#),
    (#"{"redis_url_reg" : "a\"b\\", "x": 1}"#, #"{"redis_url_reg" : "~", "x": 1}"#),
    (
      #"{"job_parameters":"{\"redis_url_reg\":\"re\\\"dis\",\"w\":1}"}"#,
      #"{"job_parameters":"{\"redis_url_reg\":\"~\",\"w\":1}"}"#
    ),
    (
      #""{\"a\":\"{\\\"redis_url_reg\\\":\\\"x\\\\\\\"y\\\",\\\"z\\\":0}\"}""#,
      #""{\"a\":\"{\\\"redis_url_reg\\\":\\\"~\\\",\\\"z\\\":0}\"}""#
    ),
    (#"{"redis_url_reg":"""#, #"{"redis_url_reg":"""#),
    (#"{"redis_url_reg":null}"#, #"{"redis_url_reg":null}"#),
    (#"{"redis_url_reg":"never closed"#, #"{"redis_url_reg":"never closed"#),
  ])
  func `what redis_url_reg holds is hidden, however deep it is encoded`(
    text: String, wanted: String
  ) {
    let redacted = redaction.redacted(text)
    #expect(redacted.replacing(#/\*+/#, with: "~") == wanted)
    #expect(redacted.utf8.count == text.utf8.count)
  }

  @Test func `the digits of a signature are hidden`() {
    let digits = String(repeating: "0a", count: 32)
    let text = redaction.redacted("Access=AK, Signature=\(digits), x")
    #expect(text == "Access=AK, Signature=" + String(repeating: "*", count: 64) + ", x")
  }

  @Test(arguments: ["Set-Cookie", "authorization", "X-Auth-Token", "x-subject-token", "COOKIE"])
  func `a header field that lets somebody in is hidden by its name`(name: String) {
    #expect(redaction.redacted(.init(name, "anything")).value == Redaction.hidden)
    #expect(redaction.redacted(.init(name, "a=\(Self.token)")).value == Redaction.mark)
  }

  @Test func `other header fields stay`() {
    let field = HTTPFields.Field("X-Request-Id", "4bf92f3577b34da6")
    #expect(redaction.redacted(field) == field)
  }
}
