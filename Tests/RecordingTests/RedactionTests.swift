// SPDX-License-Identifier: Apache-2.0
// What is hidden in a recording, and that everything beside it stays where it was.

import Conformance
import Testing
import Wire

@testable import Recording

@Suite struct RedactionTests {
  private static let token = "MIIE/a-token-of-forty-characters-0123456789"
  private let redaction = Redaction(secrets: [Self.token, "s3cr3t-key", "abc"])

  @Test func `a secret becomes a mark of the same length`() {
    let text = redaction.redacted(#"{"error_msg":"\#(Self.token) is wrong","n":1}"#)
    let stars = String(repeating: "*", count: Self.token.count - Redaction.mark.count)
    #expect(text == #"{"error_msg":"\#(Redaction.mark)\#(stars) is wrong","n":1}"#)
  }

  @Test func `a short secret becomes the whole mark`() {
    #expect(redaction.redacted("<s3cr3t-key>") == "<\(Redaction.mark)>")
  }

  @Test func `a text of three bytes is no secret`() {
    #expect(redaction.redacted("abc") == "abc")
  }

  @Test(arguments: [
    token.replacing("/", with: #"\/"#), token.replacing("/", with: "%2F"),
  ])
  func `another spelling of a secret is hidden and repeats nothing`(spelling: String) {
    let text = redaction.redacted("x\(spelling)y")
    #expect(text == "x" + String(repeating: "*", count: spelling.utf8.count) + "y")
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
