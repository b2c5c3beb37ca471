// SPDX-License-Identifier: Apache-2.0
// Readings of answers that are none, no JSON, or not said to be any.

import Conformance
import Testing
import Wire

@Suite struct AnswerReadings {
  static let statuses: [Reading] = [
    Reading(
      "206 without a limit", .only("") { $0.replaced(by: HTTPResponse(206, "{}")) },
      "failed: a documented request is answered with status 206"),
    Reading(
      "400 on a page", .at("limit=7&offset=7", gives: .error(400)),
      "failed: a documented request is answered with status 400"),
    Reading(
      "401 on a page", .at("limit=7&offset=7", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    Reading(
      "400 on two walks",
      .edit(where: { $0.has("limit=7") || $0.has("limit=10") }) { $0.replaced(by: .error(400)) },
      "failed: ×2: a documented request is answered with status 400"),
    Reading(
      "400 and 404",
      Deviation { asked, healthy in
        asked.has("limit=7") ? .error(400) : asked.has("limit=10") ? .error(404) : healthy(asked)
      },
      "failed: a documented request is answered with status 404; a documented request is "
        + "answered with status 400"),
    Reading("400 to a single row", .at("limit=1", gives: .error(400)), "passed"),
    Reading("200 with nothing", .at("limit=7", gives: HTTPResponse(200, "")), "passed"),
    Reading(
      "404 without a limit", .only("", gives: .error(404)),
      "failed: a documented request is answered with status 404"),
    Reading(
      "403 without a limit", .only("", gives: .error(403)),
      "inconclusive: not let in: status 403: SWR.400001 no"),
    Reading(
      "a connection that is closed", .closes("limit=7&offset=7"),
      "inconclusive: not reached: the connection was closed"),
  ]

  @Test(arguments: statuses)
  func `a request as documented is answered with 200`(reading: Reading) async {
    await reading.expect("shape.status-200")
  }

  private static func type(_ type: String?, at parts: String = "") -> Deviation {
    .at(parts) { $0.header("Content-Type", type) }
  }

  static let types: [Reading] = [
    Reading("application/json", type("application/json"), "passed"),
    Reading("in capitals", type("Application/JSON"), "passed"),
    Reading("with a charset", type("application/json; charset=UTF-8"), "passed"),
    Reading("with a charset without a hyphen", type("application/json;charset=utf8"), "passed"),
    Reading(
      "with another charset", type("application/json; charset=ISO-8859-1"),
      "warned: ×21: Content-Type names the charset iso-8859-1"),
    Reading(
      "with two other charsets",
      .edit(where: { $0.isPlain }) {
        $0.header(
          "Content-Type", "application/json;charset=\($0.body.count > 400 ? "gbk" : "big5")")
      },
      "warned: ×2: Content-Type names the charset gbk; ×19: Content-Type names the charset big5"),
    Reading("a type of its own", type("application/vnd.swr.v2+json"), "passed"),
    Reading("given twice", type("application/json, application/json"), "passed"),
    Reading(
      "given twice, once wrong", type("application/json, text/html"),
      "failed: ×21: Content-Type is application/json, text/html"),
    Reading("text/x+json", type("text/x+json"), "failed: ×21: Content-Type is text/x+json"),
    Reading("text/json", type("text/json"), "failed: ×21: Content-Type is text/json"),
    Reading(
      "application/xjson", type("application/xjson"),
      "failed: ×21: Content-Type is application/xjson"),
    Reading(
      "application/jsonp", type("application/jsonp"),
      "failed: ×21: Content-Type is application/jsonp"),
    Reading(
      "text/plain on one page", type("text/plain", at: "limit=7&offset=7"),
      "failed: Content-Type is text/plain"),
    Reading(
      "text/plain for a single row", type("text/plain", at: "limit=1&offset=30"),
      "failed: Content-Type is text/plain"),
    Reading(
      "text/plain under a filter", type("text/plain", at: "status=Failed"),
      "failed: Content-Type is text/plain"),
    Reading(
      "text/plain of an error",
      .edit(where: { $0.credential == .absent }) { $0.header("Content-Type", "text/plain") },
      "passed"),
    Reading("no type", type(nil), "failed: ×21: Content-Type is missing"),
    Reading(
      "no answer of status 200", .at("", gives: .error(400)),
      "inconclusive: nothing to assert: no such answer came"),
  ]

  @Test(arguments: types)
  func `an answer says that it is JSON`(reading: Reading) async {
    await reading.expect("shape.content-type-json")
  }

  private static func body(_ text: String) -> Deviation {
    .only("", gives: HTTPResponse(200, text))
  }

  static let bodies: [Reading] = [
    Reading(
      "a comma too much", body(#"{"a":1,}"#),
      "failed: the body is not JSON: trailing comma at byte 7"),
    Reading(
      "two objects", body("{}{}"),
      "failed: the body is not JSON: bytes after the document at byte 2"),
    Reading(
      "an empty body", body(""),
      "failed: the body is not JSON: empty input at byte 0 ← an empty body"),
    Reading(
      "a page", body("<html>\n<body>"),
      "failed: the body is not JSON: value expected at byte 0 ← <html>␣<body>"),
    Reading("an array", body("[]"), "failed: the body is an array"),
    Reading("null", body("null"), "failed: the body is null"),
    Reading("a string", body("\"text\""), "failed: the body is a string"),
    Reading(
      "a number and an array",
      .edit(where: { $0.has("limit=3") || $0.has("limit=1") }) {
        $0.replaced(by: HTTPResponse(200, $0.body.count > 99 ? "1" : "[]"))
      },
      "failed: the body is a number; ×2: the body is an array"),
    Reading(
      "two faults of one kind", .at("limit=1", gives: HTTPResponse(200, "{")),
      "failed: ×2: the body is not JSON: object is not closed at byte 1"),
    Reading("an object", body("{}"), "passed"),
    Reading("an error that is none", .at("limit=1", gives: HTTPResponse(400, "<html>")), "passed"),
    Reading(
      "no answer of status 200", .at("", gives: .error(400)),
      "inconclusive: nothing to assert: no such answer came"),
  ]

  @Test(arguments: bodies)
  func `a body is one JSON object`(reading: Reading) async {
    await reading.expect("shape.well-formed-json")
  }

  static let twins: [Reading] = [
    Reading(
      "at the root", body(#"{"total":1,"total":1,"rows":[]}"#),
      "failed: /total: /total stands there more than once"),
    Reading(
      "in a row", .only("") { $0.row(1, #"{"id":1,"id":1}"#) },
      "failed: /rows/1/id: /rows/1/id stands there more than once"),
    Reading(
      "in a second row of an array in an array", body(#"{"a":[[{"x":1},{"x":1,"x":2}]]}"#),
      "failed: /a/0/1/x: /a/0/1/x stands there more than once"),
    Reading(
      "three times", body(#"{"a":1,"a":1,"a":1}"#),
      "failed: /a ×2: /a stands there more than once"),
    Reading(
      "written differently", body(#"{"a":1,"\u0061":1}"#),
      "failed: /a: /a stands there more than once"),
    Reading("in another case", body(#"{"a":1,"A":1}"#), "passed"),
    Reading("inside and outside", body(#"{"a":{"a":1}}"#), "passed"),
    Reading(
      "in text", .only("") { $0.row(1, #"{"id":"{\"x\":1,\"x\":2}"}"#) },
      "warned: /rows/1/id: /rows/1/id holds an object in which 'x' stands more than once"),
    Reading(
      "of two names", body(#"{"a":1,"a":2,"b":1,"b":2}"#),
      "failed: /a: /a stands there more than once; /b: /b stands there more than once"),
    Reading(
      "nothing is JSON", .at("", gives: HTTPResponse(200, "[")),
      "inconclusive: not readable: no answer was JSON"),
    Reading(
      "only in an error", .at("limit=1", gives: HTTPResponse(400, #"{"a":1,"a":1}"#)), "passed"),
  ]

  @Test(arguments: twins)
  func `no object has one name twice`(reading: Reading) async {
    await reading.expect("shape.unique-names")
  }

  static let halves: [Reading] = [
    Reading(
      "half a character", body(#"{"a":"\ud83d"}"#),
      "warned: a string has half of a surrogate pair"),
    Reading(
      "half a character in a name", body(#"{"\udc00":1}"#),
      "warned: a string has half of a surrogate pair"),
    Reading("two halves", body(#"{"a":"\ud83d\ude00"}"#), "passed"),
    Reading(
      "two halves the wrong way round", body(#"{"a":"\ude00\ud83d"}"#),
      "warned: a string has half of a surrogate pair"),
    Reading(
      "half a character in two answers",
      .at("limit=1") { $0.replacing("Failed", #"\ud83d"#).replacing("Succeed", #"\ud83d"#) },
      "warned: ×2: a string has half of a surrogate pair"),
    Reading(
      "nothing is JSON", .at("", gives: HTTPResponse(200, "[")),
      "inconclusive: not readable: no answer was JSON"),
  ]

  @Test(arguments: halves)
  func `no string has half of a character`(reading: Reading) async {
    await reading.expect("shape.paired-surrogates")
  }

  static let ids: [Reading] = [
    Reading(
      "none in a list", .at("limit=7&offset=7") { $0.header("X-Request-Id", nil) },
      "warned: X-Request-Id is missing from an answer of status 200"),
    Reading(
      "none in errors", .edit(where: { $0.credential != .own }) { $0.header("X-Request-Id", nil) },
      "warned: ×2: X-Request-Id is missing from an answer of status 401"),
    Reading(
      "an empty one", .only("") { $0.header("X-Request-Id", "") },
      "warned: X-Request-Id is missing from an answer of status 200"),
    Reading(
      "none where a front end answers", .at("limit=0", gives: HTTPResponse(431, "")), "passed"),
    Reading(
      "none where the length was refused",
      .at("limit=0") { $0.replaced(by: HTTPResponse(414, "")).header("X-Request-Id", nil) },
      "passed"),
    Reading(
      "none where a body is too large",
      .at("limit=0") { $0.replaced(by: HTTPResponse(413, "")).header("X-Request-Id", nil) },
      "warned: X-Request-Id is missing from an answer of status 413"),
  ]

  @Test(arguments: ids)
  func `an answer has an id`(reading: Reading) async {
    await reading.expect("shape.request-id", beside: "errors", "paging")
  }
}
