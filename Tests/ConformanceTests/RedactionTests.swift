// SPDX-License-Identifier: Apache-2.0
// What is hidden in a recording, and that everything beside it stays where it was.

import Contract
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct RedactionTests {
  private static let token = "MIIE/a-token-of-forty-characters-0123456789"
  private let redaction = Redaction(
    for: .swr, secrets: [Self.token, "s3cr3t-key", "seven77"], names: ["AK0123456789"])

  @Test func `a secret becomes a mark of the same length`() {
    let text = redaction.redacted(#"{"error_msg":"\#(Self.token) is wrong","n":1}"#)
    let stars = String(repeating: "*", count: Self.token.count - Profile.swr.mark.count)
    #expect(text == #"{"error_msg":"\#(Profile.swr.mark)\#(stars) is wrong","n":1}"#)
  }

  @Test func `a short secret becomes the whole mark`() {
    #expect(redaction.redacted("<s3cr3t-key>") == "<\(Profile.swr.mark)>")
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
    let stars = String(repeating: "*", count: spelling.utf8.count - Profile.swr.mark.utf8.count)
    #expect(redaction.redacted("%x\\\(spelling)y") != "%x\\\(spelling)y")
    #expect(redaction.redacted("x\(spelling)y%") == "x\(Profile.swr.mark)\(stars)y%")
  }

  @Test func `a secret is found behind any number of other beginnings`() {
    let redaction = Redaction(for: .swr, secrets: [#"//s/cr\et"#])
    let long = String(repeating: "\\", count: 300_000)
    let text = "%2F/\\u002f\\/\(long)/%2fs\\u002Fcr\(long)et \(long)"
    let redacted = redaction.redacted(text)
    #expect(redacted.hasPrefix("%2F/\\u002f\\/\(Profile.swr.mark)*"))
    #expect(redacted.hasSuffix("* \(long)"))
  }

  @Test(arguments: [
    (#"pä"ss\word"#, #"pä\"ss\\word"#), (#"pä"ss\word"#, #"p\u00e4\"ss\\word"#),
    (#"pä"ss\word"#, "p%C3%A4%22ss%5Cword"),
    ("a&b<c>d=e'f", #"a\u0026b\u003cc\u003ed\u003de\u0027f"#),
  ])
  func `a password is known by its escapes`(password: String, spelling: String) {
    let redaction = Redaction(for: .swr, secrets: [password])
    #expect(redaction.redacted("<\(password)>").hasPrefix("<\(Profile.swr.mark)"))
    #expect(redaction.redacted("<\(spelling)>").hasPrefix("<\(Profile.swr.mark)"))
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
    (#"{"redis_url_reg":"never closed"#, #"{"redis_url_reg":"~"#),
    (#"{"\u0072edis_url_re\u0067":"x"}"#, #"{"\u0072edis_url_re\u0067":"~"}"#),
    (#"{"REDIS_URL_REG":["a",{"b":"c"}]}"#, #"{"REDIS_URL_REG":["~",{"b":"~"}]}"#),
  ])
  func `what redis_url_reg holds is hidden, however deep it is encoded`(
    text: String, wanted: String
  ) {
    let redacted = redaction.redacted(text)
    #expect(redacted.replacing(#/\*+/#, with: "~") == wanted)
    #expect(redacted.utf8.count == text.utf8.count)
  }

  @Test(arguments: [
    (#"{"password":"x\"y","n":1}"#, #"{"password":"~","n":1}"#),
    (#"{"dbPassword" :\n 1203.5e-7, "n": 1}"#, #"{"dbPassword" :\n 1111.1e-1, "n": 1}"#),
    (#"{"Secret_Access_Key":-12,"n":1}"#, #"{"Secret_Access_Key":-11,"n":1}"#),
    (
      #"{"credentials":{"user":"u","n":[2,null,true]},"n":2}"#,
      #"{"credentials":{"user":"~","n":[1,null,true]},"n":2}"#
    ),
    (#"{"p\u0061ssw\u006frd":"x"}"#, #"{"p\u0061ssw\u006frd":"~"}"#),
    (
      #"{"a":"{\"apiKey\":[\"x\",7],\"n\":8}","n":2}"#,
      #"{"a":"{\"apiKey\":[\"~\",1],\"n\":8}","n":2}"#
    ),
    (#"{"a":"{\"p\u0061sswd\":\"x\"}"}"#, #"{"a":"{\"p\u0061sswd\":\"~\"}"}"#),
    (#"{"access_token":"x"#, #"{"access_token":"~"#),
    (#"{"pwd":{"a":["x""#, #"{"pwd":{"a":["~""#),
    (#"%7B%22password%22%3A%22x%22%7D"#, #"%7B%22password%22%3A%22~%22%7D"#),
  ])
  func `a member named like a password is hidden, whatever its spelling and type`(
    text: String, wanted: String
  ) {
    let redacted = redaction.redacted(text)
    #expect(redacted.replacing(#/\*+/#, with: "~") == wanted)
    #expect(redacted.utf8.count == text.utf8.count)
    #expect(redaction.redacted(redacted) == redacted)
  }

  @Test(arguments: [
    #"{"total":1,"Total":2,"token_type":"Bearer","password_expires_at":"2026"}"#,
    #"{"next_token":"abc","nextPageToken":"def","page-token":"g","secret_name":"x"}"#,
    #"{"key":"value","monkey":"x","keyword":"y","is_secret":true,"secret":null,"password":""}"#,
    #"{"message":"the password is wrong","secretary":"x","broken":"token"}"#,
    #"{"encoded_authorization_message":"abcdefgh","StatusRevision":1,"tokens":"x"}"#,
  ])
  func `members with names that only look so stay`(text: String) {
    #expect(redaction.redacted(text) == text)
  }

  @Test(arguments: [token, "s3cr3t-key", "pä\"ss\\wörd-%2F&x"], SecretSpelling.allCases)
  func `a secret is known in every spelling, in every place`(
    secret: String, spelling: SecretSpelling
  ) throws {
    let redaction = Redaction(for: .swr, secrets: [secret])
    let spelled = spelling.spelled(secret)
    for text in [
      spelled, #"{"error_msg":"<\#(spelled)>"}"#, "https://h/?a=\(spelled)&b=1",
      #"{"job_detail":"{\"a\":\"\#(spelled)\"}"}"#,
    ] {
      let redacted = redaction.redacted(text)
      #expect(redacted.contains(Profile.swr.mark))
      #expect(!redacted.lowercased().contains(spelled.lowercased()))
      #expect(redacted.utf8.count >= text.utf8.count)
      #expect(redaction.redacted(redacted) == redacted)
      let field = redaction.redacted(HTTPFields.Field("X-Echo", text))
      #expect(field.value.contains(Profile.swr.mark))
      let name = redaction.redacted(HTTPFields.Field("X-\(spelled)", "1")).name
      #expect(name.hasPrefix("X-") && name.contains(Profile.swr.mark))
      let answer = redaction.redacted(
        HTTPResponse(status: 400, headers: ["X-Echo": text], body: Array(text.utf8)))
      let reading = Reading(answer, to: Probe.Request(path: "/"))
      #expect(reading.response?.repeatsSecret == true)
    }
  }

  @Test func `the token that nobody issued is always a secret`() {
    let spelled = SecretSpelling.jsonEscapes.spelled(Profile.swr.wrongToken)
    #expect(Redaction(for: .swr).redacted(spelled).contains(Profile.swr.mark))
  }

  @Test func `half of a secret in base64 is none`() {
    let half = Base64.encode(Array(Self.token.utf8.prefix(20)))
    #expect(redaction.redacted(half) == half)
  }

  @Test func `a mask stays the mark behind a name that hides whatever follows`() {
    let text = redaction.redacted(#"{"token":"\#(Self.token)"}"#)
    #expect(text.contains(Profile.swr.mark) && redaction.redacted(text) == text)
  }

  @Test(arguments: [
    "\\", "%25", "\\u0061", "\"password\":[", "&#97;", "A\r\n",
    "MIIE/a-token-of-forty-characters-012345678",
  ])
  func `a hostile text is gone over in one breath`(piece: String) {
    let text = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
    #expect(redaction.redacted(text).count == text.count)
  }

  @Test func `the digits of a signature are hidden`() {
    let digits = String(repeating: "0a", count: 32)
    let text = redaction.redacted("Access=AK, Signature=\(digits), x")
    #expect(text == "Access=AK, Signature=" + String(repeating: "*", count: 64) + ", x")
  }

  @Test(arguments: [
    "Set-Cookie", "authorization", "X-Auth-Token", "x-subject-token", "COOKIE", "X-Api-Key",
  ])
  func `a header field that lets somebody in is hidden by its name`(name: String) {
    #expect(redaction.redacted(.init(name, "anything")).value == Redaction.hidden)
    #expect(redaction.redacted(.init(name, "a=\(Self.token)")).value == Profile.swr.mark)
  }

  @Test(arguments: [
    "REDACTED", "redacted", "[REDACTED]", "***", "********", "***REDACTED***", "[Filtered]",
    "SANITIZED", "XXXXXXXX", "[X-Auth-Token redacted]", "__TOKEN__", "<token>", "${TOKEN}",
    "YOUR_TOKEN", "••••••••", "MIIE***89", "MIIE...", Redaction.hidden, Profile.swr.mark,
  ])
  func `what somebody wrote over a secret is none`(mask: String) {
    #expect(mask.isMask && !Redaction.canSeek(mask))
  }

  @Test(arguments: [
    token, "a-token-of-somebody", Profile.swr.wrongToken, "gAAAAABm_x-YZ0123456789", "text/plain",
    "4bf92f3577b34da6", "sid=REDACTED; Path=/", "chunked", "keep-alive", "*", "*/*", "", "xx",
  ])
  func `what has something to say is no mask`(text: String) { #expect(!text.isMask) }

  @Test func `other header fields stay`() {
    let field = HTTPFields.Field("X-Request-Id", "4bf92f3577b34da6")
    #expect(redaction.redacted(field) == field)
  }
}
